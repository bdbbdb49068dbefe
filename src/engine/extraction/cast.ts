import { describedName } from './described.js';
import { nameKeyOf, type Mention } from './mentions.js';
import { prominentNames } from './prominent-names.js';
import type { KnownDevice } from './reading.js';
import { awaitedGeneration, makerOf, weightOf } from './prominence.js';
import type { Line } from './scene.js';
import { withTails } from './tails.js';
import { withoutChips } from './chips.js';
import { withShortForms } from './short-forms.js';
import { withWordNames } from './unnumbered.js';

/** A device that the article names. */
export interface CastDevice {
  /** What all its mentions share. */
  readonly id: string;
  readonly company: string;
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly known: KnownDevice | null;
  /** How prominent it is. */
  readonly weight: number;
}

/** The devices of an article, the one that it is mainly about first. */
export interface Cast {
  readonly devices: readonly CastDevice[];
  /** The maker of the main device; where there is none the company named most. */
  readonly company: string | null;
  /** For each sentence its mentions, short forms included. */
  readonly mentions: readonly (readonly Mention[])[];
}

interface Tally {
  mention: Mention;
  weight: number;
  readonly names: Map<string, number>;
}

/** A line of two joined words before a number, which is also written with their initials: `PlayStation 5`, `PS5`. */
const CAMEL_LINE = /(?:^| )([A-Z][a-z]+)([A-Z][a-z]+)(?= \d)/;

/** The same for every mention of one device. */
export function keyOf(mention: Mention): string {
  if (mention.known) return `${mention.company}|${mention.known.id}`;
  const [, first = '', second = ''] = CAMEL_LINE.exec(mention.name) ?? [];
  const key =
    first === ''
      ? mention.key
      : mention.key.replace(
          (first + second).toLowerCase(),
          first.charAt(0).toLowerCase() + second.charAt(0).toLowerCase(),
        );
  return `${mention.company}|${key.replace(/(?:5g|wireless)$/, '')}`;
}

function tally(lines: readonly Line[], mentions: readonly (readonly Mention[])[]): Map<string, Tally> {
  const maker = makerOf(lines, mentions);
  const tallies = new Map<string, Tally>();
  lines.forEach((line, index) => {
    for (const mention of mentions[index] ?? []) {
      if (mention.kind !== 'device' && mention.kind !== 'line') continue;
      const entry = tallies.get(keyOf(mention)) ?? { mention, weight: 0, names: new Map<string, number>() };
      entry.weight += weightOf(line, mention, maker);
      entry.names.set(mention.name, (entry.names.get(mention.name) ?? 0) + 1);
      tallies.set(keyOf(mention), entry);
    }
  });
  return tallies;
}

function mostFrequent(counts: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  for (const [name, count] of counts) {
    const most = best === null ? -1 : (counts.get(best) ?? 0);
    if (count > most || (count === most && best !== null && name.length > best.length)) best = name;
  }
  return best;
}

const ENDS_AS_BRAND = /[^A-Za-z\u00c0-\u1fff\u3040-\ud7ff\d+)]+$/;

function device(entry: Tally, company: string): CastDevice {
  const spelled = mostFrequent(entry.names) ?? entry.mention.name;
  const name = entry.mention.known?.name ?? spelled.replace(ENDS_AS_BRAND, '');
  const aliases = [...entry.names.keys()].filter((each) => each !== name);
  return {
    id: keyOf(entry.mention),
    company,
    key: entry.mention.key,
    name,
    aliases,
    known: entry.mention.known,
    weight: entry.weight,
  };
}

/** Whether the title names the second device before the first, which is a version of it: `K9 and K9 Pro`. */
function isFirstOfTitle(title: readonly Mention[], [first, second]: readonly Tally[]): boolean {
  if (!first || !second || !first.mention.key.startsWith(second.mention.key)) return false;
  const keys = title.map(keyOf);
  const at = keys.indexOf(keyOf(second.mention));
  return at >= 0 && at < keys.indexOf(keyOf(first.mention));
}

/** So much of the weight of a line's name alone its product needs to be what is meant. */
const OF_LINE = 0.4;

/** Whether the second is the product that is meant where the first is only a line's name: `Canis`, not `PlayStation`. */
const isNameOf = (first: Tally, second: Tally): boolean =>
  first.mention.kind === 'line' &&
  second.mention.kind === 'device' &&
  second.mention.company === first.mention.company &&
  second.weight >= first.weight * OF_LINE;

/** A device that weighs so much stands in the title. */
const IN_TITLE = 4;

/** A device without a name, which the article only describes. */
const describedDevice = (company: string, name: string): CastDevice => ({
  id: `${company}|`,
  company,
  key: nameKeyOf(name),
  name,
  aliases: [],
  known: null,
  weight: 1,
});

/**
 * The devices that the article names, most prominent first.
 *
 * @param describes whether the article may be about a device that has no name yet
 */
export function castOf(found: readonly Line[], language: string, describes: boolean): Cast {
  const { lines, given } = withWordNames(withTails(withoutChips(found), language), language);
  const mentions = withShortForms(lines);
  const most = makerOf(lines, mentions);
  const own = prominentNames(lines, most);
  const merged = mentions.map((each, index) => [...each, ...(own[index] ?? [])].sort((a, b) => a.start - b.start));
  const entries = [...tally(lines, merged).values()].sort((a, b) => b.weight - a.weight);
  const isNamed = (line: Line, index: number): boolean =>
    merged[line.index]!.some((each) => each.kind === 'device' && keyOf(each) === keyOf(entries[index]!.mention));
  const named = entries.findIndex(
    (entry, index) => index > 0 && (entry.mention.key === given || isNameOf(entries[0]!, entry)),
  );
  if (named > 0) entries.unshift(...entries.splice(named, 1));
  const awaited = awaitedGeneration(entries, lines, isNamed);
  if (awaited > 0) entries.unshift(...entries.splice(awaited, 1));
  else if (isFirstOfTitle(merged[0] ?? [], entries)) entries.unshift(...entries.splice(1, 1));
  const devices = entries.map((entry) => device(entry, entry.mention.company));
  const isMeant = entries.some(({ mention, weight }) => mention.company === most || weight >= IN_TITLE);
  const described = describes && !isMeant && most !== null ? describedName(lines, most) : null;
  if (described !== null) devices.unshift(describedDevice(most!, described));
  return { devices, company: devices[0]?.company ?? most, mentions: merged };
}
