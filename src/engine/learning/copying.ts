import { clipped, logistic, logit, originality, ownShare, PARAMETERS } from '../confidence/index.js';
import type { Pairs } from './pairs.js';
import { questionOf, reportsIn, type Reports, type Settled } from './reports.js';
import { LEARNING } from './settings.js';

const { share } = PARAMETERS.copying;
const { prior, leastShare, rareAs, leastCommon, negligible } = LEARNING.copying;

/** What is known when copying is looked for. */
export interface Known {
  readonly settled: Settled;
  /** p of each value. */
  readonly beliefs: Float64Array;
  /** a of each report's source, for its family and side. */
  readonly accuracies: Float64Array;
}

/**
 * How much the report speaks for its source having copied from one that gave the same raw value: `ln[(c + (1−c)·q)/q]`,
 * with q = p(v)·a·ρ + (1 − p(v))·(1 − a)·share(v), the probability of giving it independently. Values that are true or
 * popular say almost nothing; rare and wrong ones a lot.
 */
function suspicion(reports: Reports, { settled, beliefs, accuracies }: Known, report: number): number {
  const value = reports.valueOf[report]!;
  const question = questionOf(reports, report);
  const [from, to] = reportsIn(reports, question);
  const count = reports.rawCount[reports.rawOf[report]!]!;
  const inValue = reports.reportsOf[value + 1]! - reports.reportsOf[value]!;
  const popular = Math.max(leastShare, (count - 2 + rareAs.hits) / (to - from - 2 + rareAs.trials));
  const p = settled.resolved[question] === 1 ? settled.right[value]! : beliefs[value]!;
  const a = clipped(accuracies[report]!);
  const q = (p * a * count) / inValue + (1 - p) * (1 - a) * popular;
  return Math.log((share + (1 - share) * q) / q);
}

/**
 * The probability that of two sources one copies from the other, by pair: `σ(ln(α/(1−α)) + Σ)` over their common
 * questions, `ln(1 − c)` for each on which they differ, and the smaller of the two directions.
 * After Dong, Berti-Equille and Srivastava (2009), "Integrating conflicting data: the role of source dependence".
 */
export function copyPosteriors(reports: Reports, pairs: Pairs, known: Known): Float64Array {
  const suspicions = new Float64Array(reports.sourceOf.length);
  for (const report of pairs.wordings.reports) suspicions[report] = suspicion(reports, known, report);
  const [forward, backward] = summedByPair(pairs, suspicions);
  const [start, apart] = [logit(prior), Math.log1p(-share)];
  return forward.map((sum, pair) => {
    if (pairs.common[pair]! < leastCommon) return 0;
    const posterior = logistic(start + Math.min(sum, backward[pair]!) + pairs.different[pair]! * apart);
    return posterior < negligible ? 0 : posterior;
  });
}

/** Σ of the suspicions of each pair: of the later name as the copier, and of the earlier. */
function summedByPair(pairs: Pairs, suspicions: Float64Array): [forward: Float64Array, backward: Float64Array] {
  const { starts, reports: members } = pairs.wordings;
  const forward = new Float64Array(pairs.first.length);
  const backward = new Float64Array(pairs.first.length);
  let meeting = 0;
  for (let group = 0; group + 1 < starts.length; group += 1) {
    const end = starts[group + 1]!;
    for (let i = starts[group]!; i < end; i += 1) {
      const own = suspicions[members[i]!]!;
      for (let j = i + 1; j < end; j += 1, meeting += 1) {
        const pair = pairs.pairOf[meeting]!;
        if (pair < 0) continue;
        forward[pair]! += suspicions[members[j]!]!;
        backward[pair]! += own;
      }
    }
  }
  return [forward, backward];
}

/** Whether of two reports of one wording the first is taken for the original: the older, else the more accurate source's. */
export function comesBefore({ at, sourceOf }: Reports, accuracies: Float64Array, one: number, other: number): boolean {
  const order = originality(at[one]!, accuracies[one]!, at[other]!, accuracies[other]!);
  return order === 0 ? sourceOf[one]! < sourceOf[other]! : order < 0;
}

/**
 * `I_r = Π (1 − c·p_dep(s, t))` over the supporters t of the same wording that come before: by the time of the origin,
 * else by accuracy, else by name.
 *
 * @param posteriors p_dep of each pair
 * @param accuracies a of each report's source, for its family and side
 */
export function independenceOf(
  reports: Reports,
  pairs: Pairs,
  posteriors: Float64Array,
  accuracies: Float64Array,
): Float64Array {
  const { starts, meetings, reports: members } = pairs.wordings;
  const independence = new Float64Array(reports.sourceOf.length).fill(1);
  const kept = posteriors.map(ownShare);
  for (let group = 0; group + 1 < starts.length; group += 1) {
    const end = starts[group + 1]!;
    let meeting = meetings[group]!;
    for (let i = starts[group]!; i < end; i += 1) {
      for (let j = i + 1; j < end; j += 1, meeting += 1) {
        const pair = pairs.pairOf[meeting]!;
        if (pair < 0 || posteriors[pair] === 0) continue;
        const later = comesBefore(reports, accuracies, members[i]!, members[j]!) ? members[j]! : members[i]!;
        independence[later]! *= kept[pair]!;
      }
    }
  }
  return independence;
}
