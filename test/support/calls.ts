import type { Call } from '../../src/engine/scoring/index.js';

const DAY_MS = 86_400_000;
/** The day on which the calls of these tests are decided unless told otherwise. */
export const DECIDED = Date.UTC(2026, 5, 1);

/** Days before (or, negative, after) `DECIDED`, epoch milliseconds. */
export const before = (days: number): number => DECIDED - days * DAY_MS;

/** A call: a source supports, as reported and 40 days ahead, a claim of base rate .45 that came true. */
export function call(change: Partial<Call> = {}): Call {
  const said = { publishedAt: before(40), learnedAt: before(40), decidedAt: DECIDED, stance: 'supports' as const };
  const about = { sourceId: 'ledger', rumorId: 'a', reportId: 'r1', topic: 'partner', event: 'launch', question: 'q' };
  const rest = { family: 'partner' as const, certainty: 'reported' as const, baseRate: 0.45, believed: 0.45 };
  return { ...said, ...about, ...rest, happened: true, side: change.stance ?? 'supports', ...change };
}
