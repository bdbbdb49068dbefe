import type { KnownCompany } from '../engine/extraction/index.js';

/** A maker or partner that Hearsay knows from the start, with the domains of its own pages. */
export interface Maker extends KnownCompany {
  readonly domains: readonly string[];
}

/** A maker by its name, its other spellings, its lines and its domains, each list parted by commas. */
export const maker = (name: string, aliases: string, lines: string, domains: string): Maker => {
  const list = (text: string): string[] =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  return { name, aliases: list(aliases), lines: list(lines), domains: list(domains) };
};
