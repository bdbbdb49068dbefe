import type { FoundCue } from './cues.js';
import { apart, cuesOf, type Line } from './scene.js';
import type { FoundDate } from './when.js';
import { matches } from './matches.js';

const REACH = 100;
/** A word after the date costs this much more than one before it, a very short or general one this much. */
const AFTER = 8;
const SHORT = 6;

/** What leads from a date to its event: "July as the month of the launch". */
const OF_EVENT = /^ (?:as |for |is )?(?:the |its )?(?:month|date|day|week|time|quarter) (?:of |for )(?:the |its )?$/;

/** A remark between commas, which tells of something beside: `, first shown in November 2017,`. */
const ASIDE =
  /, (?:first|which|who|whose|known|announced|shown|already|que|qui|che|kt\u00f3r\w+|mostrad\w|pr\u00e9sent\w+|presentat\w)\b[^,;]{3,90},/g;
/** A word for an event within an aside costs so much more for a date outside. */
const IN_ASIDE = 60;

interface Aside {
  readonly start: number;
  readonly end: number;
}

const asidesOf = (line: Line): Aside[] =>
  matches(line.text, ASIDE).map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }));

/** What parts sentences within a sentence, and how much farther that makes a date from a word for an event beyond it. */
const HARD_BREAK = /[;!?]|\. /;
const BEYOND = 100;

/** How much farther or nearer asides make a cue from a date: those between them are skipped. */
function detour(asides: readonly Aside[], cue: FoundCue, date: FoundDate): number {
  let cost = 0;
  for (const { start, end } of asides) {
    const holds = (at: number): boolean => at > start && at < end;
    if (holds(cue.start) !== holds(date.start)) cost += holds(cue.start) ? IN_ASIDE : 0;
    else if (cue.end <= start && end <= date.start) cost -= end - start + ASIDE_BREAKS;
  }
  return cost;
}
/** The two commas of an aside, which part clauses elsewhere. */
const ASIDE_BREAKS = 24;

/** Words for a plan or a beginning, which say nothing of what is planned or begins. */
const NEUTRAL =
  /^(?:planned|scheduled|set|targeted|programmed|due|pencil+ed|earmarked|slated|aim|eyeing|on schedule|on track|remains|expected|will follow|is to follow|to follow|should follow|geplant|angepeilt|rechnet|start|ruszy|prévu|attendu|previst|happening)/;
/** Whether a word says nothing of what it is a plan of. */
export const isNeutral = (line: Line, cue: FoundCue): boolean => NEUTRAL.test(line.lower.slice(cue.start, cue.end));
const SUBJECT_REACH = 46;

/** What a neutral word is said of, right before it: `the reveal is scheduled for`. */
export function subjectOf(line: Line, cue: FoundCue): FoundCue {
  if (!NEUTRAL.test(line.lower.slice(cue.start, cue.end))) return cue;
  const subject = cuesOf(line, 'launch', 'announce', 'preorder', 'production').findLast(
    (each) =>
      each.end <= cue.start &&
      each.first < cue.first &&
      cue.start - each.end < SUBJECT_REACH &&
      !NEUTRAL.test(line.lower.slice(each.start, each.end)) &&
      !/[,;.:]/.test(line.text.slice(each.end, cue.start)),
  );
  return subject ?? cue;
}

/** The word for an event that a date belongs to: the nearest one, remarks between commas skipped. */
export function eventCue(line: Line, date: FoundDate): FoundCue | null {
  const near = nearestCue(line, date);
  return near && subjectOf(line, near);
}

function nearestCue(line: Line, date: FoundDate): FoundCue | null {
  const asides = asidesOf(line);
  let best: FoundCue | null = null;
  let least = REACH;
  for (const cue of cuesOf(line, 'launch', 'announce', 'preorder', 'production', 'news_of')) {
    if (cue.start >= date.start && cue.end <= date.end) continue;
    const length = cue.end - cue.start;
    const named = cue.start >= date.end && OF_EVENT.test(line.lower.slice(date.end, cue.start));
    const distance = named
      ? 0
      : apart(line, cue, date) +
        detour(asides, cue, date) +
        (HARD_BREAK.test(line.lower.slice(Math.min(cue.end, date.end), Math.max(cue.start, date.start))) ? BEYOND : 0) +
        (cue.start > date.end ? AFTER : 0) +
        (length < 5 ? SHORT : 0);
    if (distance < least || (distance === least && best !== null && length > best.end - best.start)) {
      best = cue;
      least = distance;
    }
  }
  return best;
}
