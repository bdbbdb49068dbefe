import { PLACES } from './lexicon/places.js';
import type { Line } from './scene.js';
import { tokenize } from './tokens.js';
import { matches } from './matches.js';

const NAMES = [...PLACES.keys()]
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll('.', '\\.');
/** The last words of their names, one of which every place named in a sentence has. */
const WORDS = new Set(
  [...PLACES.keys()].flatMap((name) =>
    tokenize(name)
      .slice(-1)
      .map(({ key }) => key),
  ),
);
/** Prepositions that tie a place to what is said. */
const TIES =
  "in den|in die|in der|in|to|for|within|across|throughout|leave|of|en el|en|auf dem|nach|für|au|aux|dans|pour l'|à l'|a l'|pour|à|negli|nel|nei|in|per|na|w|we|do|dla|no|nos|nas|em|para os|para|a los|al|a";
/** A place that a preposition ties to what is said. */
const TIED = new RegExp(
  `(?<![A-Za-z\\u00c0-\\u1fff])(?:${TIES}) ?(?:the |la |el |l'|le |les |los |a |o )?(${NAMES})(?:(?:,| and| und| y| et| e| i|, and) (?:in |the |in the |en |aux |la |l'|na |no |w |we )?(${NAMES}))?(?![A-Za-z\\u00c0-\\u1fff])`,
  'g',
);
/** In Chinese a place needs no preposition where it is one of sale. */
const HAN_TIED = new RegExp(
  `(?:在|于|登陆|面向|进入|^|[，,])(${NAMES})|(${NAMES})(?:市场|版|发售|上市|开售|发布|用户)`,
  'g',
);
/** A place that begins a clause as the one that gets the product, or does not: `Europe gets it in June`. */
const AS_SUBJECT = new RegExp(
  `(?:^|[,;:] |(?<![a-z])(?:and|while|but|said|says|that) )(?:the )?(${NAMES})(?: (?:buyers|customers|shoppers|users|fans|market))?(?= (?:gets?|(?:will|would|won't|could|should|is|are|to|will not|would not) (?:also )?(?:get|getting|be (?:included|left out|next|first|added|skipped)|miss|follow|have to wait|not get|see it)|follows|misses|must wait|has to wait|is next|comes? next)(?![a-z]))`,
  'g',
);
/** The place of an event in front of it: `the global rollout`, `its Indian launch`. */
const OF_EVENT = new RegExp(
  `(?<![a-z])(${NAMES})(?= (?:rollout|launch|release|debut|availability|premiere|sales?|market launch)(?![a-z]))`,
  'g',
);
/** What such a place has behind it. */
const GETS = / (?:gets?|getting|included|left out|first|added|skipped|miss|misses|follows?|wait|next|see it)\b/;
const EVENT = / (?:rollout|launch|release|debut|availability|premiere|sales?|market)\b/;
const REACH = 50;
/** A place before what it is tied to is that much farther than one behind it. */
const BEFORE = 2;

/** A place named in a sentence. */
export interface Place {
  readonly region: string;
  readonly start: number;
  readonly end: number;
}

const found = new WeakMap<Line, readonly Place[]>();

/** The places of a sentence that a preposition ties to what is said, as ISO 3166 codes, `EU` or `GLOBAL`. */
export function placesOf(line: Line): readonly Place[] {
  const known = found.get(line);
  if (known) return known;
  const fresh = findPlaces(line);
  found.set(line, fresh);
  return fresh;
}

function findPlaces(line: Line): Place[] {
  if (!line.tokens.some(({ key }) => WORDS.has(key))) return [];
  const pattern = /[\u4e00-\u9fff]/.test(line.text) ? HAN_TIED : TIED;
  const gets = GETS.test(line.lower) ? matches(line.lower, AS_SUBJECT) : [];
  const events = EVENT.test(line.lower) ? matches(line.lower, OF_EVENT) : [];
  const hits = pattern === TIED ? [...matches(line.lower, TIED), ...gets, ...events] : matches(line.lower, pattern);
  return hits.flatMap((hit) => {
    const end = hit.index + hit[0].length;
    return [hit[1], hit[2]].flatMap((name) => {
      const region = name === undefined ? undefined : (PLACES.get(name) ?? PLACES.get(`the ${name}`));
      if (name === 'us' && !line.text.slice(hit.index, end).includes('US')) return [];
      return region ? [{ region, start: hit.index, end }] : [];
    });
  });
}

/** The regions that the words around a date tie it to, those of a list together; none where they name none. */
export function placesNear(
  line: Line,
  ...at: readonly { readonly start: number; readonly end: number }[]
): readonly string[] {
  const from = Math.min(...at.map((each) => each.start));
  const until = Math.max(...at.map((each) => each.end));
  const gap = (place: Place): number => (place.start >= until ? place.start - until : from - place.end + BEFORE);
  const near = placesOf(line)
    .filter((place) => place.start < until + 14 && place.end > from - REACH)
    .filter((place) => place.start < until || !/[;,]/.test(line.lower.slice(until, place.start)))
    .sort((a, b) => gap(a) - gap(b));
  return near.filter((each) => each.start === near[0]!.start).map(({ region }) => region);
}

/** The first of those regions; null where there is none. */
export const placeNear = (
  line: Line,
  ...at: readonly { readonly start: number; readonly end: number }[]
): string | null => placesNear(line, ...at)[0] ?? null;
