import { CERTAINTIES, nameKey, type Certainty, type Stance } from '../subjects/index.js';
import type { Draft } from './draft.js';
import { hasCue } from './scene.js';

/** A draft with its device, stance and certainty. */
export interface SettledDraft extends Draft {
  readonly device: number;
  readonly stance: Stance;
  readonly certainty: Certainty;
}

/** Subjects whose values are times. */
const DATES: ReadonlySet<string> = new Set(['launch.date', 'announcement.date', 'preorder.date', 'production.start']);

/** Whether the subject's values are times. */
export const isDated = (subject: string): boolean => DATES.has(subject);

const sameValue = (each: SettledDraft): string =>
  DATES.has(each.subject) || /\d/.test(each.value) ? each.value.toLowerCase() : nameKey(each.value);
/** Subjects that are told of each place for itself. */
const BY_PLACE: ReadonlySet<string> = new Set([...DATES, 'availability']);
const keyOf = (each: SettledDraft): string =>
  [each.device, each.subject, sameValue(each), each.variant ?? '', each.stance].join('|');

const rank = (each: SettledDraft): number => CERTAINTIES.indexOf(each.certainty);

/** Whether a guess says that it is one ("hard to imagine other than"), and does not only hedge. */
const isReasoned = (each: SettledDraft): boolean => each.certainty === 'speculative' && hasCue(each.line, 'guess');

/** Of two mentions of one fact the surer one, of two guesses the reasoned one, else the first; a region is taken over. */
function better(known: SettledDraft, fresh: SettledDraft): SettledDraft {
  const clearer = rank(fresh) === rank(known) && isReasoned(fresh) && !isReasoned(known);
  const chosen = rank(fresh) < rank(known) || clearer ? fresh : known;
  return { ...chosen, region: chosen.region ?? known.region ?? fresh.region };
}

/** A launch and an announcement are one event where a guess at the one holds what is known of the other. */
const eventOf = (subject: string): string => (subject === 'announcement.date' ? 'launch.date' : subject);

/** The end of a range that has none. */
const OPEN = '..';

/** Whether `wide` only says less exactly, and no surer, what `narrow` says: a longer range of days that holds the other. */
function isWider(wide: SettledDraft, narrow: SettledDraft): boolean {
  if (wide === narrow || !DATES.has(wide.subject) || wide.value === narrow.value) return false;
  if (eventOf(wide.subject) !== eventOf(narrow.subject)) return false;
  if (wide.device !== narrow.device || wide.stance !== narrow.stance) return false;
  if (rank(wide) < rank(narrow)) return false;
  if (wide.subject !== narrow.subject && rank(wide) === rank(narrow)) return false;
  const [first = '', last = ''] = wide.value.split('/');
  const [from = '', until = ''] = narrow.value.split('/');
  return first <= from && (last === OPEN || (from <= last && (until === OPEN || until <= last)));
}

/** Whether `plain` is the price (or other value) of `versioned` without its version. */
const isLessSpecific = (plain: SettledDraft, versioned: SettledDraft): boolean =>
  (plain.variant ?? null) === null &&
  (versioned.variant ?? null) !== null &&
  plain.device === versioned.device &&
  plain.subject === versioned.subject &&
  plain.value === versioned.value &&
  plain.stance === versioned.stance;

/** A text that claims more than this is no article; the rest is not read. */
const MOST_CLAIMS = 400;

/** Each fact once, in the order of the article. */
export function mergeClaims(drafts: readonly SettledDraft[]): SettledDraft[] {
  const merged = new Map<string, SettledDraft>();
  for (const each of drafts) {
    const key = keyOf(each);
    const first = merged.get(key);
    const isElsewhere = BY_PLACE.has(each.subject) && first?.region && each.region && first.region !== each.region;
    const place = isElsewhere ? `${key}|${each.region}` : key;
    const known = merged.get(place);
    merged.set(place, known ? better(known, each) : each);
  }
  const claims = [...merged.values()].slice(0, MOST_CLAIMS);
  return claims.filter((wide) => !claims.some((narrow) => isWider(wide, narrow) || isLessSpecific(wide, narrow)));
}
