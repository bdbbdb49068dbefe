import type { FoundCue } from './cues.js';
import { isNeutral, subjectOf } from './event-cue.js';
import { cuesOf, hasCue, type Line } from './scene.js';
import type { FoundDate } from './when.js';

/** Words with which somebody gives a time for what has no word in the sentence: `speak of the spring`, `erwartet`. */
const EXPECTED =
  /(?<![a-z\u00df-\u024f])(?:expect|hint|rumou?red for|anticipat|forecast|goods|ready|target|aims?|pencil|roadmap|slide|speaks? of|spoken? of|talks? of|tal?king of|dates?|window|schedul|timing|reckon|bets? on|sees? |points? (?:to|at)|in time for|product|erwart|rechne|tipp(?:t|en) auf|nenn|sprech|sprich|termin|zeitraum|zeitplan|esper|apunt|habla|fecha|calendario|ventana|prev[eé]|attend|table|parle|évoque|calendrier|échéance|parla|indica|punta|data|finestra|spodziew|mówi|wskazuj|termin|obstawi|aponta|fala|previs|janela|cravou)|时间|日期|定档|预计|有望|或在/;
/** A time that is ruled out at the start of a sentence: `Not in the first half of`. */
const NOT_THEN = /^["\u201c']?not (?:in|before|this|during|by) (?:the )?$/;
/** What leads to the end of something that goes on, or to where something is from. */
const UNTIL =
  /(?<![a-z\u00df-\u024f])(?:until|till|through|since|bis|seit|hasta|desde|jusqu'[àe]n?|depuis|fino a\w*|dal|do końca|od|até|desde|of|vom|del?) (?:the |el |la |le |den |dem |o |a )?$/;
/** A sentence that asks for the time of what comes: `And the date?`, `Und wann zeigt …?`. */
const ASKED = /(?:\bwhen\b|\bdate\b|\bwann\b|\bcuándo\b|\bquand\b|\bquando\b|\bkiedy\b|何时|什么时候)[^?？]{0,80}[?？]/;

/** Whether the time is still to come, and no longer than a year. */
function isAhead(date: FoundDate, publishedOn: string | null): boolean {
  if (date.bareYear) return false;
  const range = date.range(false);
  if (publishedOn === null) return range !== null;
  return range !== null && range.earliestOn !== null && range.earliestOn > publishedOn;
}

/** A plan that the sentence before tells of, which this one replaces: `had been pencilled in for March. It is now …`. */
const PLANNED =
  /\b(?:was|were|had been) (?:originally |initially |first )?(?:planned|scheduled|due|set|slated|targeted|earmarked|pencil+ed in|meant|supposed)\b/;

/** The subject of a plan, taken up by a pronoun: `It is now expected in June`. */
const TAKEN_UP = /^["“']?(?:it|this|that|they)(?:'s| is|'re| are| was| were)? (?:now|not|now not|still|instead|then) /;

/** What a plan that a sentence only calls `it` is a plan of, where the sentence before gives up an earlier one. */
export function takenUp(line: Line, cue: FoundCue | null, before: Line | undefined): FoundCue | null {
  if (!cue || !before || !TAKEN_UP.test(line.lower) || before.paragraph !== line.paragraph) return cue;
  const event = isNeutral(line, cue) && PLANNED.test(before.lower) ? lastEvent(before) : undefined;
  return event ? { ...cue, cue: event.cue } : cue;
}

/** What the last word for an event of a sentence tells of. */
function lastEvent(line: Line): FoundCue | undefined {
  const last = cuesOf(line, 'launch', 'announce', 'preorder', 'production').findLast(
    (each) => each.end - each.start > 3,
  );
  return last && subjectOf(line, last);
}

/** A question that is a line of its own: the heading of what stands in the paragraph behind it. */
const LONGEST_HEADING = 80;
const HEADINGS_BACK = 6;
const headingOf = (line: Line, lines: readonly Line[]): Line | undefined =>
  lines
    .slice(Math.max(0, line.index - HEADINGS_BACK), line.index)
    .find(
      (each) => each.paragraph === line.paragraph - 1 && each.text.length < LONGEST_HEADING && ASKED.test(each.lower),
    );

/** A mere weekday, on which somebody spoke or something was seen unless it is what was expected. */
const WEEKDAY = /^(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const DUE = /(?:expect\w*|due|set|scheduled|slated|pencil+ed in)(?: it| them)?(?: for)? $/;
const isTold = (line: Line, { start, end }: FoundDate): boolean =>
  WEEKDAY.test(line.lower.slice(start, end)) && !DUE.test(line.lower.slice(Math.max(0, start - 20), start));

/** Whether it speaks of the product: by its kind, its name or a word for it. */
const isOfProduct = (line: Line): boolean =>
  hasCue(line, 'product') ||
  line.mentions.some((each) => each.kind === 'device') ||
  /^(?:it|er|es|sie|il|elle|lo|la)\b|\b(?:expect it|the goods|the thing)\b/.test(line.lower);

/**
 * What a time is the time of where its own sentence has no word for an event: what the sentence before it tells or asks
 * of, or the launch of the product that somebody expects; null where it is neither.
 */
export function awaitedAt(
  line: Line,
  date: FoundDate,
  lines: readonly Line[],
  publishedOn: string | null,
): FoundCue | null {
  const own = { start: date.start, end: date.end, first: 0, last: 0 };
  const heading = headingOf(line, lines);
  const topic = heading && lastEvent(heading);
  if (topic && line.dates[0] === date) return { ...own, cue: topic.cue };
  if (!isAhead(date, publishedOn) || UNTIL.test(line.lower.slice(Math.max(0, date.start - 24), date.start)))
    return null;
  if (isTold(line, date)) return null;
  if (
    hasCue(line, 'k_business', 'k_deal') ||
    !(hasCue(line, 'reported', 'guess', 'hedge', 'ahead', 'say') || /^(?:don't |do not )?expect\b/.test(line.lower))
  )
    return null;
  const before = lines[line.index - 1];
  if (!EXPECTED.test(line.lower) && !NOT_THEN.test(line.lower.slice(0, date.start))) return null;
  const event =
    before?.paragraph === line.paragraph || (before && ASKED.test(before.lower)) ? lastEvent(before) : undefined;
  const asked =
    event &&
    (hasCue(before!, 'reported', 'hedge', 'ahead', 'guess', 'not') ||
      ASKED.test(before!.lower) ||
      PLANNED.test(before!.lower));
  if (asked) return { ...own, cue: event.cue };
  return isOfProduct(line) ? { ...own, cue: 'launch' } : null;
}
