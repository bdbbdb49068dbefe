import type { DateBucket } from '../engine/confidence/index.js';
import { hasSpecificWords } from '../engine/subjects/index.js';
import type { RumorRow } from '../rumors/rumor.view.js';
import { subjectOf } from '../rumors/rumor.view.js';
import type { AskedQuestion, Spread } from './question-board.service.js';

/** A rumor with the part of the probability of its question that is its own. */
export interface Share {
  readonly rumor: RumorRow;
  /** 0..1; null where it lies within others, as dates do, and before it was weighed. */
  readonly share: number | null;
}

/** Rumors that rule each other out, and what is left for none of them: the shares, or the buckets, and `other` sum to 1. */
export interface Contest {
  readonly question: string;
  readonly shares: readonly Share[];
  /** For dates: disjoint stretches of days. */
  readonly buckets: readonly DateBucket[] | null;
  /** Null before any of them was weighed. */
  readonly other: number | null;
}

/**
 * A question as contests. Partners and the like do not rule each other out, so each stands alone against "not so";
 * prices compete in their own currency.
 */
export function contestsOf({ question, rumors, spread }: AskedQuestion): Contest[] {
  const groups = new Map<string, RumorRow[]>();
  for (const rumor of rumors) {
    const group = groups.get(rivalryOf(rumor));
    if (group) group.push(rumor);
    else groups.set(rivalryOf(rumor), [rumor]);
  }
  return [...groups.values()].map((group) => contestOf(question, group, groups.size === 1 ? spread : null));
}

/** What a rumor has in common with those that it rules out. */
function rivalryOf(rumor: RumorRow): string {
  const { answers, valueType } = subjectOf(rumor);
  if (valueType === 'money') return rumor.value.replace(/^[<>]=/, '').slice(0, 3);
  return answers === 'exclusive' || valueType === 'yes_no' ? '' : rumor.id;
}

function contestOf(question: string, rumors: readonly RumorRow[], spread: Spread | null): Contest {
  const subject = subjectOf(rumors[0]!);
  const { valueType } = subject;
  const happened = rumors.find(({ outcome }) => outcome === 'true');
  if (valueType === 'dates') return contestOfDates(question, rumors, spread, happened?.happened_on ?? null);
  const mayOverlap = valueType === 'number' || valueType === 'money' || hasSpecificWords(subject);
  const shares =
    happened === undefined ? sharesOf(rumors, mayOverlap ? (spread?.other ?? 0) : 0) : settled(rumors, happened);
  const known = shares.flatMap(({ share }) => share ?? []);
  const other = known.length === 0 ? null : Math.max(0, 1 - known.reduce((sum, share) => sum + share, 0));
  return { question, shares, buckets: null, other };
}

function contestOfDates(
  question: string,
  rumors: readonly RumorRow[],
  spread: Spread | null,
  day: string | null,
): Contest {
  const shares = rumors.map((rumor) => ({ rumor, share: null }));
  if (day !== null)
    return { question, shares, buckets: [{ earliestOn: day, latestOn: day, probability: 1 }], other: 0 };
  return { question, shares, buckets: spread?.buckets ?? null, other: spread?.other ?? null };
}

/**
 * Numbers, and words for a part, may lie within one another or close together, and then share a probability. The narrower, which is never the
 * more likely one, keeps all of its own; a wider one has what it adds, until only `other` is left.
 */
function sharesOf(rumors: readonly RumorRow[], other: number): Share[] {
  let left = 1 - other;
  const found = new Map<RumorRow, number>();
  const byProbability = [...rumors].sort((a, b) => (a.probability ?? 0) - (b.probability ?? 0));
  for (const rumor of byProbability) {
    const share = Math.min(left, likelihoodOf(rumor) ?? 0);
    found.set(rumor, share);
    left -= share;
  }
  return rumors.map((rumor) => ({ rumor, share: likelihoodOf(rumor) === null ? null : found.get(rumor)! }));
}

/** What is left for a rumor once it was found to be false is nothing. */
const likelihoodOf = ({ outcome, probability }: RumorRow): number | null => (outcome === 'false' ? 0 : probability);

const settled = (rumors: readonly RumorRow[], happened: RumorRow): Share[] =>
  rumors.map((rumor) => ({ rumor, share: rumor === happened ? 1 : 0 }));
