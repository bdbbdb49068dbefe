import { printValue, type Certainty, type DayRange, type Stance } from '../subjects/index.js';
import type { FoundCue } from './cues.js';
import { draft, type Draft } from './draft.js';
import type { Cue } from './lexicon/cue.js';
import { placeNear } from './places.js';
import { apart, cuesOf, hasCue, type Line } from './scene.js';
import type { FoundDate } from './when.js';

const SUBJECTS: Partial<Readonly<Record<Cue, string>>> = {
  launch: 'launch.date',
  announce: 'announcement.date',
  preorder: 'preorder.date',
  production: 'production.start',
};
const REACH = 100;
/** A word after the date costs this much more than one before it, a very short or general one this much. */
const AFTER = 8;
const SHORT = 6;

/** What leads from a date to its event: "July as the month of the launch". */
const OF_EVENT = /^ (?:as |for |is )?(?:the |its )?(?:month|date|day|week|time|quarter) (?:of |for )(?:the |its )?$/;

/** A remark between commas, which tells of something beside: `, first shown in November 2017,`. */
const ASIDE = /, (?:first|which|who|whose|a|an|the|known|announced|shown|already|das|der|die|que|qui|che|kt\u00f3r\w+|mostrad\w|pr\u00e9sent\w+|presentat\w)\b[^,;]{3,90},/g;
/** A word for an event within an aside costs so much more for a date outside. */
const IN_ASIDE = 60;

interface Aside {
  readonly start: number;
  readonly end: number;
}

const asidesOf = (line: Line): Aside[] =>
  [...line.text.matchAll(ASIDE)].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }));

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

function subjectCue(line: Line, date: FoundDate): FoundCue | null {
  const asides = asidesOf(line);
  let best: FoundCue | null = null;
  let least = REACH;
  for (const cue of cuesOf(line, 'launch', 'announce', 'preorder', 'production', 'news_of')) {
    const length = cue.end - cue.start;
    const named = cue.start >= date.end && OF_EVENT.test(line.lower.slice(date.end, cue.start));
    const distance = named
      ? 0
      : apart(line, cue, date) +
        detour(asides, cue, date) + (cue.start > date.end ? AFTER : 0) + (length < 5 ? SHORT : 0);
    if (distance < least || (distance === least && best !== null && length > best.end - best.start)) {
      best = cue;
      least = distance;
    }
  }
  return best;
}

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

/** Whether the clause around the date tells of what has been. */
function isPast(line: Line, cue: FoundCue, date: FoundDate): boolean {
  return around(line, cue, date, 'past') && !around(line, cue, date, 'ahead');
}

/** What leads to a date that another one has taken the place of, in a sentence that tells of a delay. */
const GIVEN_UP =
  /(?:planned|scheduled|due|expected|slated|originally|initially|prévue?s?|initialement|geplant|vorgesehen|ursprünglich|previst[oa]|inicialmente|planowan\w+|inizialmente|from|von|vom|dal|dall|da|z|do)(?: (?:for|in|pour|en|für|im|para|per|na|em|o|le|the|early|late)){0,2} $/;

/** Whether the date is denied, given up or missed. */
function isRefuted(line: Line, date: FoundDate, cue: FoundCue, isOpen: boolean): boolean {
  const between = (each: FoundCue): string =>
    line.lower.slice(Math.min(each.end, date.end), Math.max(each.start, date.start));
  const instead = cuesOf(line, 'instead').some(
    (each) => each.end <= date.start && date.start - each.end < 22 && !/[,;]/.test(between(each)),
  );
  const missed =
    cue.cue === 'launch' &&
    cuesOf(line, 'missed').some((each) => Math.abs(each.start - date.start) < 60 && !/[:;]/.test(between(each)));
  const negated =
    /(?<![a-z\u00df-\u024f])(?:(?:not|never|won't|didn't|no longer|nicht|kein|keine|keinen|nicht mehr|no|nunca|ya no se|ya no|ne|n'|ne sera pas|pas|non|non sar\u00e0|nie|nie b\u0119dzie|n\u00e3o|n\u00e3o ser\u00e1|\u4e0d\u4f1a|\u4e0d) ?(?:be )?(?:[a-z\u00df-\u024f]+ )?|(?:nothing (?:by|of|like|called|that)|there will be no)\b[^,.;]{0,30})$/.test(
      line.lower.slice(Math.max(0, cue.start - 44), cue.start),
    );
  const until = /(?:until|before) (?:\w+ )?$/.test(line.lower.slice(Math.max(0, date.start - 16), date.start));
  if (isOpen) return false;
  const moved =
    hasCue(line, 'delayed') &&
    line.dates.some((other) => other.start > date.end) &&
    GIVEN_UP.test(line.lower.slice(Math.max(0, date.start - 34), date.start));
  return (
    moved ||
    instead ||
    missed ||
    (negated && date.start > cue.end && !until) ||
    /\bthere will be no\b[^,.;]{0,50}$/.test(line.lower.slice(0, date.start))
  );
}

const WEEKDAY =
  /^(?:on |last |am |el |le |w |we |na )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lunes|martes|mi\u00e9rcoles|jueves|viernes|s\u00e1bado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\w+-feira)/;

/** Whether it is a mere weekday on which somebody spoke ("the company confirmed on Monday"), not one still to come. */
function isToldOnWeekday(line: Line, date: FoundDate): boolean {
  const told = cuesOf(line, 'say').findLast((each) => each.end <= date.start);
  const isToCome = told && /\b(?:be|been|will|to|is|are|was|were) (?:\w+ )?$/.test(line.lower.slice(0, told.start));
  return WEEKDAY.test(line.lower.slice(date.start)) && !isToCome;
}

/** Whether what is said follows a weekday on which somebody wrote: "in his newsletter on Sunday that". */
const isTellingDay = (line: Line, date: FoundDate): boolean =>
  WEEKDAY.test(line.lower.slice(date.start)) &&
  /^,? that\b/.test(line.lower.slice(date.end)) &&
  cuesOf(line, 'say', 'reported').some((each) => each.end <= date.start);

/** Whether the date is when something was said, and not when something happens: "In January, X said …". */
function isSaid(line: Line, date: FoundDate, cue: FoundCue): boolean {
  const told = cuesOf(line, 'say').some((each) =>
    /^(?: \w+)? (?:in|on|back in|earlier in|late in|early in)? ?$/.test(line.lower.slice(each.end, date.start)),
  );
  if (isTellingDay(line, date)) return true;
  if (told && (/^ that\b/.test(line.lower.slice(date.end)) || isToldOnWeekday(line, date))) return true;
  return cuesOf(line, 'say', 'reported').some(
    (each) =>
      each.start > date.end &&
      each.start < cue.start &&
      /^,? (?:[A-Za-z\u00c0-\u1fff\u3040-\ud7ff-]+ ){1,4}$/.test(line.text.slice(date.end, each.start)),
  );
}

const NO_PRODUCT =
  /^(?: [A-Za-z\u00c0-\u1fff\u3040-\ud7ff]+-?[A-Za-z\u00c0-\u1fff\u3040-\ud7ff]*){0,4} (?:partnership|cooperation|collaboration|deal|alliance|date|name|price|pricing|results?|plans?|details|earnings)\b/;

/** Whether what is announced is only a date, a name, a price or a partnership, or nothing at all. */
function isNoProduct(line: Line, cue: FoundCue): boolean {
  if (/\bno (?:\w+ )?$/.test(line.lower.slice(Math.max(0, cue.start - 16), cue.start))) return true;
  if (cue.cue !== 'announce') return false;
  const after = line.lower.slice(cue.end);
  if (NO_PRODUCT.test(after) && !/^ (?:\w+ )?event/.test(after)) return true;
  const led = cuesOf(line, 'news_of').some((each) => each.start <= cue.start && cue.start - each.end < 20);
  return led && !hasCue(line, 'event');
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
    scene.publishedOn === null ? around(line, cue, date, 'past') : (range.earliestOn ?? '') <= scene.publishedOn;
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
function stanceOf(line: Line, cue: FoundCue, date: FoundDate, range: DayRange, scene: Dating): Stance | null {
  if (isRefuted(line, date, cue, range.latestOn === null)) return 'refutes';
  const over = scene.publishedOn !== null && range.latestOn !== null && range.latestOn < scene.publishedOn;
  if (!over || cue.cue === 'announce' || !scene.awaited) return 'supports';
  const planned =
    /(?<![a-z\u00df-\u024f])(?:would|should|to ship|to launch|promis\w+|planned|was to|were to|due|expected|hoped|supposed to|meant to|with a (?:release|launch)|pointed to|originally|sollte|h\u00e4tte|geplant|urspr\u00fcnglich|iba a|deb\u00eda|previst\w|estaba|devait|pr\u00e9vu\w?|initialement|doveva|avrebbe dovuto|mia\u0142\w?|planowan\w+|deveria|devia|previa|\u539f\u5b9a|\u539f\u8ba1\u5212)(?![a-z\u00df-\u024f])/;
  return planned.test(line.lower) ? 'refutes' : null;
}

/** What dates are read against. */
export interface Dating {
  readonly publishedOn: string | null;
  readonly maker: string | null;
  /** Whether the article's device is still awaited. */
  readonly awaited: boolean;
}

/** When things happen: launch, announcement, orders, production. A date belongs to the nearest word for an event. */
export function readDated(line: Line, scene: Dating): Draft[] {
  return line.dates.flatMap((date) => {
    const cue = subjectCue(line, date);
    const subject = cue ? SUBJECTS[cue.cue] : undefined;
    if (!cue || !subject || isSaid(line, date, cue) || isNoProduct(line, cue)) return [];
    if (
      date.bareYear &&
      (apart(line, cue, date) > 60 ||
        (line.text.slice(cue.end, date.start) === ' ' && cue.end - cue.start > 4 && hasCue(line, 'event')))
    )
      return [];
    const range = date.range(isPast(line, cue, date));
    const stance = range ? stanceOf(line, cue, date, range, scene) : null;
    if (!range || stance === null) return [];
    const certainty = certaintyOfDate(line, cue, date, range, scene);
    const value = printValue({ type: 'dates', ...range });
    return [draft(line, subject, value, date, cue, { stance, certainty, region: placeNear(line, date, cue) })];
  });
}
