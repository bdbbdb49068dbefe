import { nameKey } from '../engine/subjects/index.js';
import { WELL_KNOWN, type WellKnown } from './well-known.registry.js';

const BY_DOMAIN: ReadonlyMap<string, WellKnown> = new Map(
  WELL_KNOWN.flatMap((source) => source.domains.map((domain) => [domain, source] as const)),
);

const BY_NAME: ReadonlyMap<string, WellKnown> = new Map(
  WELL_KNOWN.flatMap((source) => [source.name, ...source.aliases].map((name) => [nameKey(name), source] as const)),
);

/** The well-known source that publishes at a host (`www.example.com`): that of its closest domain; null if none does. */
export function wellKnownAt(host: string): WellKnown | null {
  const labels = host.toLowerCase().split('.');
  for (let first = 0; first < labels.length - 1; first += 1) {
    const found = BY_DOMAIN.get(labels.slice(first).join('.'));
    if (found) return found;
  }
  return null;
}

/** The well-known source that goes by a name or handle; null if none does. */
export const wellKnownAs = (name: string): WellKnown | null => BY_NAME.get(nameKey(name)) ?? null;
