import { learning } from './learn.js';
import { pairsOf } from './pairs.js';
import type { Reports, Settled } from './reports.js';
import { LEARNING } from './settings.js';
import type { Turns } from './turns.js';

/** Two sources of which one likely takes over what the other says. */
export interface Copiers {
  /** Their ids in the reports, the earlier by name first: who copies whom, two lists of values cannot tell. */
  readonly first: string;
  readonly second: string;
  /** p_dep, 0..1, rounded, so that it stays where it is unless something is said or decided that bears on it. */
  readonly probability: number;
  /** The questions on which both supported a value. */
  readonly common: number;
}

const { told, leastCommon } = LEARNING.copying;

/**
 * The pairs of which it is likely that one copies from the other, by the names of the sources. A weaker suspicion is left
 * out: among few questions, sources that agree about all of them are suspected a little, and few are right to be. The rounds
 * begin with PooledInvestment: to try both starts would take three times as long.
 */
export function* copiersIn(reports: Reports, settled: Settled): Turns<Copiers[]> {
  const pairs = pairsOf(reports);
  if (!pairs.common.some((common) => common >= leastCommon)) return [];
  yield;
  const { copying } = yield* learning(reports, settled, { start: 'investment', pairs });
  const rounded = (probability: number): number => Math.min(told.most, Number(probability.toFixed(told.places)));
  const found = [...copying].flatMap((posterior, pair): Copiers[] => {
    const probability = rounded(posterior);
    if (probability < told.from) return [];
    const [first, second] = [reports.sources[pairs.first[pair]!]!, reports.sources[pairs.second[pair]!]!];
    return [{ first, second, probability, common: pairs.common[pair]! }];
  });
  return found.sort((a, b) => (a.first === b.first ? compare(a.second, b.second) : compare(a.first, b.first)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
