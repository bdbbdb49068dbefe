import type { Line } from './scene.js';
import { tokenize } from './tokens.js';

const PLACES: Readonly<Record<string, string>> = {
  china: 'CN',
  chinese: 'CN',
  india: 'IN',
  indian: 'IN',
  europe: 'EU',
  european: 'EU',
  'the eu': 'EU',
  'the us': 'US',
  'the usa': 'US',
  'the u.s.': 'US',
  'united states': 'US',
  america: 'US',
  american: 'US',
  'north america': 'US',
  'the uk': 'GB',
  'united kingdom': 'GB',
  britain: 'GB',
  japan: 'JP',
  japanese: 'JP',
  korea: 'KR',
  'south korea': 'KR',
  poland: 'PL',
  germany: 'DE',
  german: 'DE',
  france: 'FR',
  spain: 'ES',
  italy: 'IT',
  brazil: 'BR',
  mexico: 'MX',
  canada: 'CA',
  australia: 'AU',
  taiwan: 'TW',
  indonesia: 'ID',
  russia: 'RU',
  vietnam: 'VN',
  thailand: 'TH',
  malaysia: 'MY',
  pakistan: 'PK',
  turkey: 'TR',
  portugal: 'PT',
  netherlands: 'NL',
  global: 'GLOBAL',
  globally: 'GLOBAL',
  worldwide: 'GLOBAL',
  'the world': 'GLOBAL',
  'around the world': 'GLOBAL',
  international: 'GLOBAL',
  europa: 'EU',
  indien: 'IN',
  deutschland: 'DE',
  chine: 'CN',
  inde: 'IN',
  españa: 'ES',
  polsce: 'PL',
  chinach: 'CN',
  europie: 'EU',
  cina: 'CN',
  italia: 'IT',
};
const NAMES = Object.keys(PLACES)
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll('.', '\\.');
/** The last words of their names, one of which every place named in a sentence has. */
const WORDS = new Set(
  Object.keys(PLACES).flatMap((name) =>
    tokenize(name)
      .slice(-1)
      .map(({ key }) => key),
  ),
);
/** A place that a preposition ties to what is said. */
const TIED = new RegExp(
  `(?<![A-Za-z\\u00c0-\\u1fff\\u3040-\\ud7ff])(?:in|to|for|within|across|throughout|en|nach|na|w|leave|of) (?:the )?(${NAMES})(?![A-Za-z\\u00c0-\\u1fff\\u3040-\\ud7ff])`,
  'g',
);
const REACH = 50;
/** A place before what it is tied to is that much farther than one behind it. */
const BEFORE = 2;

/** A place named in a sentence. */
export interface Place {
  readonly region: string;
  readonly start: number;
  readonly end: number;
}

/** The places of a sentence that a preposition ties to what is said, as ISO 3166 codes, `EU` or `GLOBAL`. */
export function placesOf(line: Line): Place[] {
  if (!line.tokens.some(({ key }) => WORDS.has(key))) return [];
  return [...line.lower.matchAll(TIED)].map((hit) => ({
    region: PLACES[hit[1]!] ?? PLACES[`the ${hit[1]}`]!,
    start: hit.index,
    end: hit.index + hit[0].length,
  }));
}

/** The region that the words around a date tie it to; null where they name none. */
export function placeNear(
  line: Line,
  ...at: readonly { readonly start: number; readonly end: number }[]
): string | null {
  const from = Math.min(...at.map((each) => each.start));
  const until = Math.max(...at.map((each) => each.end));
  const gap = (place: Place): number => (place.start >= until ? place.start - until : from - place.end + BEFORE);
  const [near] = placesOf(line)
    .filter((place) => place.start < until + 14 && place.end > from - REACH)
    .filter((place) => place.start < until || !/[;,]/.test(line.lower.slice(until, place.start)))
    .sort((a, b) => gap(a) - gap(b));
  return near?.region ?? null;
}
