import type { RankedSource } from '../../calibration/source-record.answer.js';
import { count } from '../wording.js';
import type { LeaderSort } from './sources-query.dto.js';

const ORDERS: Readonly<Record<LeaderSort, (a: RankedSource, b: RankedSource) => number>> = {
  skill: (a, b) => a.rank - b.rank,
  brier: (a, b) => a.brier - b.brier,
  n: (a, b) => b.n - a.n,
  name: (a, b) => a.source.name.localeCompare(b.source.name),
};

/** The ranked sources in an order of the table; by skill among equals. */
export const arrangeLeaders = (rows: readonly RankedSource[], sort: LeaderSort): RankedSource[] =>
  rows.toSorted((a, b) => ORDERS[sort](a, b) || ORDERS.skill(a, b));

/** Which places of the leaderboard cannot be told apart: their intervals overlap with that of the first of their group. */
export function drawsIn(rows: readonly RankedSource[]): string[] {
  const groups = new Map<number, number[]>();
  for (const { group, rank } of rows) groups.set(group, [...(groups.get(group) ?? []), rank]);
  return [...groups.values()].flatMap((ranks) => {
    const [first, last] = [Math.min(...ranks), Math.max(...ranks)];
    return ranks.length > 1 && last > first ? [`${first}–${last}`] : [];
  });
}

/** What the leaderboard shows, in a sentence. */
export function sayLeaders(rows: readonly RankedSource[]): string {
  const draws = drawsIn(rows);
  const ranked = `${count(rows.length, 'source')} ranked by how much better than the base rates they were`;
  if (draws.length === 0) return `${ranked}.`;
  return `${ranked}; places ${draws.join(', ')} are not distinguishable: their intervals overlap.`;
}
