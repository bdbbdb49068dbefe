import { CERTAINTIES, nameKey, type Certainty, type Stance } from '../subjects/index.js';
import type { Draft } from './draft.js';

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
const keyOf = (each: SettledDraft): string =>
  [each.device, each.subject, sameValue(each), each.variant ?? '', each.stance].join('|');

const rank = (each: SettledDraft): number => CERTAINTIES.indexOf(each.certainty);

/** Of two mentions of one fact the surer one, of two equally sure ones the first; a region is taken over. */
function better(known: SettledDraft, fresh: SettledDraft): SettledDraft {
  const chosen = rank(fresh) < rank(known) ? fresh : known;
  return { ...chosen, region: chosen.region ?? known.region ?? fresh.region };
}

/** Whether `wide` only says less exactly what `narrow` says: a date range that holds the other. */
function isWider(wide: SettledDraft, narrow: SettledDraft): boolean {
  if (
    wide === narrow ||
    wide.subject !== narrow.subject ||
    wide.device !== narrow.device ||
    wide.stance !== narrow.stance
  )
    return false;
  if (!DATES.has(wide.subject) || wide.value === narrow.value) return false;
  const [first = '', last = ''] = wide.value.split('/');
  const [from = '', until = ''] = narrow.value.split('/');
  return first <= from && until <= last;
}

/** Whether `plain` is the price (or other value) of `versioned` without its version. */
const isLessSpecific = (plain: SettledDraft, versioned: SettledDraft): boolean =>
  (plain.variant ?? null) === null &&
  (versioned.variant ?? null) !== null &&
  plain.device === versioned.device &&
  plain.subject === versioned.subject &&
  plain.value === versioned.value &&
  plain.stance === versioned.stance;

/** Each fact once, in the order of the article. */
export function mergeClaims(drafts: readonly SettledDraft[]): SettledDraft[] {
  const merged = new Map<string, SettledDraft>();
  for (const each of drafts) {
    const known = merged.get(keyOf(each));
    merged.set(keyOf(each), known ? better(known, each) : each);
  }
  const claims = [...merged.values()];
  return claims.filter((wide) => !claims.some((narrow) => isWider(wide, narrow) || isLessSpecific(wide, narrow)));
}
