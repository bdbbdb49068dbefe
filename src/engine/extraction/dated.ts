import { printValue, type Stance } from '../subjects/index.js';
import type { Cue } from './lexicon/cue.js';
import { draft, type Draft } from './draft.js';
import { placeNear } from './places.js';
import { apart, cuesOf, hasCue, type Line } from './scene.js';
import type { FoundDate } from './when.js';
import type { FoundCue } from './cues.js';

const SUBJECTS: Partial<Readonly<Record<Cue, string>>> = {
  launch: 'launch.date',
  announce: 'announcement.date',
  preorder: 'preorder.date',
  production: 'production.start',
};
const REACH = 110;
/** A word after the date costs this much more than one before it. */
const AFTER = 6;

function subjectCue(line: Line, date: FoundDate): FoundCue | null {
  let best: FoundCue | null = null;
  let least = REACH;
  for (const cue of cuesOf(line, 'launch', 'announce', 'preorder', 'production', 'news_of')) {
    const distance = apart(line, cue, date) + (cue.start > date.end ? AFTER : 0) + (cue.end - cue.start < 5 ? 6 : 0);
    if (distance < least || (distance === least && best !== null && cue.end - cue.start > best.end - best.start)) {
      best = cue;
      least = distance;
    }
  }
  return best;
}

const PAST =
  /\b(?:was|were|had|has been|have been|did|ago|last|back in|since|first (?:presented|unveiled|announced|shown)|got|gave|announced|unveiled|presented|introduced|previewed|showed|released|launched|cancelled|canceled|said)\b(?! to\b)/;
const FUTURE =
  /\b(?:will|would|could|may|might|should|to be|is to|are to|going to|expected|due|set|slated|planned|coming|hopes|rumou?red|tipped|likely|can)\b/;

/** Whether the clause around the date tells of what has been. */
function isPast(line: Line, cue: FoundCue, date: FoundDate): boolean {
  const from = Math.max(0, Math.min(cue.start, date.start) - 30);
  const clause = line.lower.slice(from, Math.max(cue.end, date.end) + 12);
  return PAST.test(clause) && !FUTURE.test(clause);
}

/** Whether the date is denied, given up or missed. */
function dateStance(line: Line, date: FoundDate, cue: FoundCue): Stance {
  const close = cuesOf(line, 'instead').some(
    (each) =>
      each.end <= date.start && date.start - each.end < 22 && !/[,;]/.test(line.lower.slice(each.end, date.start)),
  );
  const missed = cuesOf(line, 'missed').some((each) => Math.abs(each.start - date.start) < 60);
  const negated =
    /\b(?:not|never|won't|didn't|no longer) (?:be )?(?:\w+ )?$/.test(
      line.lower.slice(Math.max(0, cue.start - 24), cue.start),
    ) && date.start > cue.end;
  const until = /(?:until|before) (?:\w+ )?$/.test(line.lower.slice(Math.max(0, date.start - 16), date.start));
  return close || missed || (negated && !until) ? 'refutes' : 'supports';
}

/** When things happen: launch, announcement, orders, production. A date belongs to the nearest word for an event. */
export function readDated(line: Line, published: string | null): Draft[] {
  return line.dates.flatMap((date) => {
    const cue = subjectCue(line, date);
    const subject = cue ? SUBJECTS[cue.cue] : undefined;
    if (!cue || !subject) return [];
    if ((cue.cue === 'announce' && newsOnly(line, cue)) || isSaid(line, date, cue) || isNegatedNoun(line, cue))
      return [];
    if (date.bareYear && apart(line, cue, date) > 60) return [];
    const range = date.range(isPast(line, cue, date));
    if (!range) return [];
    const value = printValue({ type: 'dates', ...range });
    const certainty = isAnnounced(line, cue, range.earliestOn, published) ? 'official' : undefined;
    return [
      draft(line, subject, value, date, cue, {
        stance: dateStance(line, date, cue),
        certainty,
        region: placeNear(line, date, cue),
      }),
    ];
  });
}

/** Whether the date is when something was said, and not when something happens: "In January, X said …". */
function isSaid(line: Line, date: FoundDate, cue: FoundCue): boolean {
  const reach = apart(line, cue, date);
  return cuesOf(line, 'say', 'reported').some(
    (each) =>
      each.start !== cue.start &&
      each.start > date.end &&
      each.start < cue.start &&
      apart(line, each, date) < reach &&
      /^,? (?:[\p{L}-]+ ){1,4}$/u.test(line.text.slice(date.end, each.start)),
  );
}

const ANNOUNCED =
  /^(?:announced|unveiled|presented|introduced|previewed|first presented|took|gave|first glimpse|revealed|shown|showed|stood)/;

/** Whether the words tell of an announcement that has taken place, which is a plain fact. */
function isAnnounced(line: Line, cue: FoundCue, earliestOn: string | null, published: string | null): boolean {
  const word = line.lower.slice(cue.start, cue.end);
  const modal = /\b(?:be|to|will|would|could|may|might) (?:\w+ )?$/.test(
    line.lower.slice(Math.max(0, cue.start - 16), cue.start),
  );
  const over = earliestOn !== null && published !== null ? earliestOn <= published : PAST.test(line.lower);
  return cue.cue === 'announce' && ANNOUNCED.test(word) && !modal && over;
}

const isNegatedNoun = (line: Line, cue: FoundCue): boolean =>
  /\bno (?:\w+ )?$/.test(line.lower.slice(Math.max(0, cue.start - 16), cue.start));

const NO_PRODUCT =
  /^(?: \p{L}+-?\p{L}*){0,4} (?:partnership|cooperation|collaboration|deal|alliance|date|name|price|pricing|results?|plans?|details|earnings)\b/u;

/** Whether what is announced is only a date, a name, a price or a partnership, or a word about another announcement. */
function newsOnly(line: Line, cue: FoundCue): boolean {
  const after = line.lower.slice(cue.end);
  if (NO_PRODUCT.test(after) && !/^ (?:\w+ )?event/.test(after)) return true;
  const led = cuesOf(line, 'news_of').some((each) => each.start <= cue.start && cue.start - each.end < 20);
  return led && !hasCue(line, 'event');
}
