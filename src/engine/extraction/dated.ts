import { dayNumber, printValue, type Certainty, type DayRange, type Stance } from '../subjects/index.js';
import { awaitedAt, takenUp } from './awaited.js';
import type { FoundCue } from './cues.js';
import { isSaid } from './day-of-words.js';
import { draft, type Draft } from './draft.js';
import { eventCue } from './event-cue.js';
import { isRefuted, isTakenBack } from './given-up.js';
import type { Cue } from './lexicon/cue.js';
import { isBeside, isNoProduct, isOfFigures } from './no-event-times.js';
import { placesNear } from './places.js';
import { apart, cuesOf, hasCue, type Line } from './scene.js';
import type { FoundDate } from './when.js';

const SUBJECTS: Partial<Readonly<Record<Cue, string>>> = {
  launch: 'launch.date',
  announce: 'announcement.date',
  preorder: 'preorder.date',
  production: 'production.start',
};
const CLAUSE_BEFORE = 30;
const CLAUSE_AFTER = 12;

/** Whether such a word stands in the clause around a date and its cue. */
function around(line: Line, cue: FoundCue, date: FoundDate, kind: Cue): boolean {
  const from = Math.min(cue.start, date.start);
  const until = Math.max(cue.end, date.end);
  return cuesOf(line, kind).some((each) => {
    if (each.end <= from)
      return from - each.end <= CLAUSE_BEFORE && !/[;,]| and /.test(line.lower.slice(each.end, from));
    return each.end <= until + CLAUSE_AFTER;
  });
}

/** What makes a day in the perfect one to come. */
const BROUGHT_FORWARD =
  /\b(?:brought|moved|pulled|pushed|shifted|rescheduled|switched)(?: (?:forward|up|in|back|out))?(?: by [^,;.]{1,20})? (?:to|from)\b/;

/** Whether the clause around the date tells of what has been; what is put off is still to come. */
function isPast(line: Line, cue: FoundCue, date: FoundDate): boolean {
  if (hasCue(line, 'delayed') || BROUGHT_FORWARD.test(line.lower)) return false;
  return around(line, cue, date, 'past') && !around(line, cue, date, 'ahead');
}

const ANNOUNCED =
  /^(?:announced|unveiled|presented|introduced|previewed|first presented|took|gave|first glimpse|revealed|shown|showed|stood|keynote|event)/;

/** An announcement that has taken place, and a day that the maker itself is the subject of, are on the record. */
function certaintyOfDate(
  line: Line,
  cue: FoundCue,
  date: FoundDate,
  range: DayRange,
  scene: Dating,
): Certainty | undefined {
  const modal = /\b(?:be|to|will|would|could|may|might) (?:\w+ )?$/.test(
    line.lower.slice(Math.max(0, cue.start - 16), cue.start),
  );
  const past =
    scene.publishedOn === null ? around(line, cue, date, 'past') : (range.latestOn ?? '9') <= scene.publishedOn;
  if (cue.cue === 'announce' && ANNOUNCED.test(line.lower.slice(cue.start, cue.end)) && !modal && past)
    return 'official';
  const day = range.earliestOn === range.latestOn;
  const maker = line.mentions.some(
    (each) =>
      each.company === scene.maker &&
      each.end <= cue.start &&
      /^(?: [A-Za-z\u00c0-\u1fff\u3040-\ud7ff]+){0,3} $/.test(line.text.slice(each.end, cue.start)),
  );
  return day && maker && !hasCue(line, 'reported', 'hedge', 'guess') ? 'official' : undefined;
}

/** The stance of a date; null where it is only the date of something that is over, such as a predecessor's launch. */
function stanceOf(line: Line, cue: FoundCue, range: DayRange, scene: Dating): Stance | null {
  const over = scene.publishedOn !== null && range.latestOn !== null && range.latestOn < scene.publishedOn;
  if (!over || cue.cue === 'announce' || !scene.awaited) return 'supports';
  const planned =
    /(?<![a-z\u00df-\u024f])(?:(?:would|should) (?:ship|launch|arrive|come|appear|follow|debut|start|begin|be (?:out|released|sold|available|ready|there|shown|unveiled))|to ship|to launch|promis\w+|planned|was to|were to|due|expected|hoped|supposed to|meant to|with a (?:release|launch)|pointed to|originally|sollte|h\u00e4tte|geplant|urspr\u00fcnglich|iba a|deb\u00eda|previst\w|estaba|devait|pr\u00e9vu\w?|initialement|doveva|avrebbe dovuto|mia\u0142\w?|planowan\w+|deveria|devia|previa|\u539f\u5b9a|\u539f\u8ba1\u5212)(?![a-z\u00df-\u024f])/;
  return planned.test(line.lower) ? 'refutes' : null;
}

/** What dates are read against. */
export interface Dating {
  readonly publishedOn: string | null;
  readonly maker: string | null;
  /** The sentences of the article. */
  readonly lines: readonly Line[];
  /** Whether the article's device is still awaited. */
  readonly awaited: boolean;
}

/** What leads from a delay to the date that it ends with: `delayed to`, `verschoben auf`. */
const DELAYED_TO =
  /^(?: [^\d,.;:]{1,40})? (?:to|until|till|into|auf|bis|al?|alla|hasta|à|au|jusqu'[àe]n?|na|do|para|até|w) (?:the |el |la |le |den |o |das |zum |early |late |mid-|mid )?$|^[^\d,.;:，。]{0,6}(?:至|到)$/;

/** The delay that the date is the end of, in a sentence without a word for an event. */
const delayCue = (line: Line, date: FoundDate): FoundCue | undefined =>
  cuesOf(line, 'delayed').find(
    ({ start, end }) =>
      end <= date.start &&
      (DELAYED_TO.test(line.lower.slice(end, date.start)) ||
        / (?:to|into|until) (?:the |early |late |mid-?)?$/.test(line.lower.slice(start, date.start))),
  );

/** A date that was given up is the last such one only where that is so many times nearer than the next. */
const AT_LEAST_NEARER = 3;

/** Of the times that a date given up may mean the one to come, or the last one where that is much nearer. */
function nearestTo(publishedOn: string | null, date: FoundDate, read: DayRange): DayRange {
  const now = publishedOn === null ? null : dayNumber(publishedOn);
  if (now === null) return read;
  const far = (range: DayRange): number => {
    const days = [range.earliestOn, range.latestOn].flatMap((day) => (day === null ? [] : [dayNumber(day) ?? now]));
    return Math.min(...days.map((day) => Math.abs(day - now)));
  };
  const next = date.range(false) ?? read;
  const last = date.range(true) ?? read;
  return far(last) * AT_LEAST_NEARER < far(next) ? last : next;
}

/** Whether it is the day on which something was put off, and not the one until which: `was delayed in March`. */
const isDayOfDelay = (line: Line, date: FoundDate): boolean =>
  cuesOf(line, 'delayed').some(({ end }) =>
    /^ (?:again |once more )?(?:in|im|en|em|w|ad?|am|on) (?:early |late )?$/.test(line.lower.slice(end, date.start)),
  );

/** Whether "today" only means these days, in an article on something that is still awaited. */
const isOfToday = (line: Line, date: FoundDate, cue: FoundCue, range: DayRange, scene: Dating): boolean =>
  scene.awaited &&
  cue.cue === 'launch' &&
  range.earliestOn === scene.publishedOn &&
  range.latestOn === scene.publishedOn &&
  !/\d/.test(line.text.slice(date.start, date.end));

/** When things happen: launch, announcement, orders, production. A date belongs to the nearest word for an event. */
export function readDated(line: Line, scene: Dating): Draft[] {
  if (isOfFigures(line)) return [];
  return line.dates.flatMap((date) => {
    if (isBeside(line, date)) return [];
    const event = takenUp(line, eventCue(line, date), scene.lines[line.index - 1]);
    const cue = event ?? delayCue(line, date) ?? awaitedAt(line, date, scene.lines, scene.publishedOn);
    const subject = cue ? (SUBJECTS[cue.cue] ?? (cue.cue === 'delayed' ? 'launch.date' : undefined)) : undefined;
    if (!cue || !subject || isSaid(line, date, cue) || isNoProduct(line, cue) || isDayOfDelay(line, date)) return [];
    if (
      date.bareYear &&
      (apart(line, cue, date) > 60 ||
        (line.text.slice(cue.end, date.start) === ' ' && cue.end - cue.start > 4 && hasCue(line, 'event')))
    )
      return [];
    const read = date.range(isPast(line, cue, date));
    const refuted =
      read !== null &&
      (isRefuted(line, date, cue, read.latestOn === null) || isTakenBack(line, scene.lines[line.index + 1]));
    const range = refuted ? nearestTo(scene.publishedOn, date, read) : read;
    const stance = refuted ? 'refutes' : range ? stanceOf(line, cue, range, scene) : null;
    if (!range || stance === null) return [];
    if (isOfToday(line, date, cue, range, scene)) return [];
    const certainty = certaintyOfDate(line, cue, date, range, scene);
    const value = printValue({ type: 'dates', ...range });
    const regions = placesNear(line, date, cue);
    return (regions.length > 0 ? regions : [null]).map((region) =>
      draft(line, subject, value, date, cue, { stance, certainty, region }),
    );
  });
}
