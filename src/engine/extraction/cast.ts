import type { FoundCue } from './cues.js';
import { seriesAfter, withoutBrand, type Mention } from './mentions.js';
import { prominentNames } from './prominent-names.js';
import { kinIn, kinOf } from './kin.js';
import type { KnownDevice } from './reading.js';
import { cuesOf, type Line } from './scene.js';
import { findPhrases, phrasebook } from './phrasebook.js';
import { wordNames } from './word-names.js';

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

/** Whether the mention only serves for comparison: "than the X", "as in the X", "predecessor X". */
export function isCompared(line: Line, mention: Mention): boolean {
  return cuesOf(line, 'compare').some((cue: FoundCue) => {
    const gap = line.text.slice(cue.end, mention.start);
    return (
      cue.end <= mention.start &&
      gap.length <= 28 &&
      /^(?:'s|,)?(?: [A-Za-z\u00c0-\u1fff\u3040-\ud7ff']{1,12}){0,3} ?$/.test(gap)
    );
  });
}

interface Tally {
  mention: Mention;
  weight: number;
  readonly names: Map<string, number>;
}

function weightOf(line: Line, mention: Mention): number {
  const place = line.where === 'title' ? 8 : line.index < 4 ? 2 : line.heading ? 1.5 : 1;
  const kind = mention.kind === 'device' ? 1 : mention.kind === 'line' ? 0.3 : 0.1;
  return place * kind * (isCompared(line, mention) ? 0.15 : 1);
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
  const tallies = new Map<string, Tally>();
  lines.forEach((line, index) => {
    for (const mention of mentions[index] ?? []) {
      if (mention.kind !== 'device' && mention.kind !== 'line') continue;
      const entry = tallies.get(keyOf(mention)) ?? { mention, weight: 0, names: new Map<string, number>() };
      entry.weight += weightOf(line, mention);
      entry.names.set(mention.name, (entry.names.get(mention.name) ?? 0) + 1);
      tallies.set(keyOf(mention), entry);
    }
  });
  return tallies;
}

/** Whether the name is only the short form of another maker's device: `Arc Pro` in an article on the `Sonos Arc Pro`. */
const isShortForm = (known: Mention, short: readonly Mention[]): boolean =>
  known.kind !== 'company' &&
  short.some((each) => each.start === known.start && each.end === known.end && each.company !== known.company);

/** The mentions without those that stand within or across a longer one; of two equally long the later one. */
const longest = (mentions: readonly Mention[]): Mention[] =>
  mentions.filter(
    (each, index) =>
      !mentions.some((other, at) => {
        const more = other.end - other.start - (each.end - each.start);
        return overlap(each, other) && (more > 0 || (more === 0 && at > index));
      }),
  );

const overlap = (a: Mention, b: Mention): boolean => a.start < b.end && b.start < a.end;

/** Short forms (`12 Ultra` of `Xiaomi 12 Ultra`) that stand where no name was found yet. */
function withShortForms(lines: readonly Line[]): Mention[][] {
  const forms = new Map<string, Mention>();
  for (const mention of lines.flatMap((line) => line.mentions)) {
    if (mention.kind !== 'device' || mention.known) continue;
    const short = withoutBrand(mention);
    if (short.includes(' ') || /\d[a-z]|[a-z]\d|\d{3}/i.test(short)) forms.set(short.toLowerCase(), mention);
  }
  if (forms.size === 0) return lines.map((line) => [...line.mentions]);
  const book = phrasebook(forms);
  const kin = kinOf(forms);
  return lines.map((line) => {
    const short = findPhrases(book, line.tokens).map(({ value, first, last }): Mention => ({
      ...value,
      kind: seriesAfter(line, last) ? 'series' : 'device',
      start: line.tokens[first]!.start,
      end: line.tokens[last]!.end,
    }));
    const found = longest([...kinIn(line, kin), ...short]);
    const own = line.mentions.filter((known) => !isShortForm(known, short));
    const fresh = found.filter((each) => !own.some((known) => overlap(known, each)));
    return [...own, ...fresh].sort((a, b) => a.start - b.start);
  });
}

function mostFrequent(counts: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  for (const [name, count] of counts) {
    const most = best === null ? -1 : (counts.get(best) ?? 0);
    if (count > most || (count === most && best !== null && name.length > best.length)) best = name;
  }
  return best;
}

function companies(mentions: readonly (readonly Mention[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const mention of mentions.flat()) counts.set(mention.company, (counts.get(mention.company) ?? 0) + 1);
  return counts;
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

/** The lines with the product found that has no number in its name, where the title or the text names no other one. */
function withWordNames(lines: readonly Line[], language: string): readonly Line[] {
  const isNamed = (line: Line): boolean => line.mentions.some((each) => each.kind === 'device');
  const maker = mostFrequent(companies(lines.map((line) => line.mentions)));
  if (maker === null || lines.slice(0, 1).some(isNamed) || lines.filter(isNamed).length >= WELL_NAMED) return lines;
  const own = prominentNames(lines, maker);
  if (own.some((each) => each.length > 0)) return lines;
  const words = wordNames(lines, maker, language);
  if (!words) return lines;
  return lines.map((line, index) => {
    const fresh = words[index] ?? [];
    const kept = line.mentions.filter(
      (each) => !fresh.some((other) => other.start < each.end && each.start < other.end),
    );
    return { ...line, mentions: [...kept, ...fresh].sort((a, b) => a.start - b.start) };
  });
}
/** So many sentences with devices name the product that the article is about. */
const WELL_NAMED = 3;

/** Whether the title names the second device before the first, which is a version of it: `K9 and K9 Pro`. */
function isFirstOfTitle(title: readonly Mention[], [first, second]: readonly Tally[]): boolean {
  if (!first || !second || !first.mention.key.startsWith(second.mention.key)) return false;
  const keys = title.map(keyOf);
  const at = keys.indexOf(keyOf(second.mention));
  return at >= 0 && at < keys.indexOf(keyOf(first.mention));
}

/** The devices that the article names, most prominent first. */
export function castOf(found: readonly Line[], language: string): Cast {
  const lines = withWordNames(found, language);
  const mentions = withShortForms(lines);
  const byCompany = companies(mentions);
  const most = mostFrequent(byCompany);
  const own = prominentNames(lines, most);
  const merged = mentions.map((each, index) => [...each, ...(own[index] ?? [])].sort((a, b) => a.start - b.start));
  const entries = [...tally(lines, merged).values()].sort((a, b) => b.weight - a.weight);
  if (isFirstOfTitle(merged[0] ?? [], entries)) entries.unshift(...entries.splice(1, 1));
  const devices = entries.map((entry) => device(entry, entry.mention.company));
  return { devices, company: devices[0]?.company ?? most, mentions: merged };
}
