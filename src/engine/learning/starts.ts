import { LEARNING } from './settings.js';
import type { Reports } from './reports.js';

/** What is believed of each value before anything is known of the sources: the beliefs of a question sum to 1. */
export type Beliefs = Float64Array;

/** Divides by the sum within each question. */
function normalised({ questions, valuesOf }: Reports, amounts: Float64Array): Beliefs {
  const beliefs = new Float64Array(amounts.length);
  for (let question = 0; question < questions.length; question += 1) {
    const [from, to] = [valuesOf[question]!, valuesOf[question + 1]!];
    let sum = 0;
    for (let value = from; value < to; value += 1) sum += amounts[value]!;
    for (let value = from; sum > 0 && value < to; value += 1) beliefs[value] = amounts[value]! / sum;
  }
  return beliefs;
}

/** Each supporter has a vote, by the weight of its report. */
export function byVote(reports: Reports): Beliefs {
  const votes = new Float64Array(reports.values.length);
  reports.valueOf.forEach((value, report) => {
    if (reports.side[report]! > 0) votes[value]! += reports.weight[report]!;
  });
  return normalised(reports, votes);
}

/** The trust that each value holds, and that trust grown and shared out within its question. */
function round(
  reports: Reports,
  trust: Float64Array,
  counts: Float64Array,
): { held: Float64Array; grown: Float64Array } {
  const held = new Float64Array(reports.values.length);
  reports.valueOf.forEach((value, report) => {
    const source = reports.sourceOf[report]!;
    if (reports.side[report]! > 0) held[value]! += trust[source]! / counts[source]!;
  });
  const power = held.map((amount) => amount ** LEARNING.investment.growth);
  const shares = normalised(reports, power);
  return { held, grown: held.map((amount, value) => questionTotal(amount, shares[value]!)) };
}

/** H · G(H) / ΣG: what a value returns to those who invested in it. */
const questionTotal = (held: number, share: number): number => held * share;

/**
 * PooledInvestment: each source invests its trust in its values in equal parts; a value returns what was invested, grown
 * by a power and scaled within its question, in proportion. So few sources that are often borne out outweigh many that
 * follow each other. Pasternack and Roth (2010), "Knowing what to believe", COLING.
 */
export function byInvestment(reports: Reports): Beliefs {
  const counts = new Float64Array(reports.sources.length);
  for (const source of reports.sourceOf) counts[source]! += 1;
  let trust = new Float64Array(reports.sources.length).fill(1);
  let grown: Float64Array = new Float64Array(0);
  for (let step = 0; step < LEARNING.investment.rounds; step += 1) {
    const next = new Float64Array(trust.length);
    const { held, grown: returns } = round(reports, trust, counts);
    grown = returns;
    reports.valueOf.forEach((value, report) => {
      const source = reports.sourceOf[report]!;
      if (reports.side[report]! < 0 || held[value] === 0) return;
      next[source]! += (returns[value]! * trust[source]!) / counts[source]! / held[value]!;
    });
    const most = next.reduce((a, b) => Math.max(a, b), 0);
    trust = most > 0 ? next.map((amount) => amount / most) : next;
  }
  return normalised(reports, grown);
}
