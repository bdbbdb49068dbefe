import { logistic, logit, unprovenShift, type SourceStanding } from '../confidence/index.js';
import type { Judged, Judgement, Report } from '../learning/index.js';
import { rightAmong, type TrialSet, type Truth } from './trial.js';

/** The reports of each question. */
function byQuestion(reports: readonly Report[]): Map<string, Report[]> {
  const found = new Map<string, Report[]>();
  for (const report of reports) {
    const known = found.get(report.question);
    if (known) known.push(report);
    else found.set(report.question, [report]);
  }
  return found;
}

/** How many sources said each value. */
function countsOf(reports: readonly Report[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { value } of reports) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * The sources as strangers: nobody vetted them, and each has the calls with which it was right where most were wrong, less
 * those with which it was wrong where most were right.
 */
export function strangers(
  set: TrialSet,
  reports: readonly Report[],
  resolved: ReadonlyMap<string, Truth>,
): (source: string) => SourceStanding {
  const calls = new Map<string, number>();
  for (const [question, said] of byQuestion(reports)) {
    const truth = resolved.get(question);
    if (!truth) continue;
    const counts = countsOf(said);
    const right = rightAmong(set, [...counts.keys()], truth);
    const most = Math.max(...counts.values());
    const isCrowdRight = [...right].some((value) => counts.get(value) === most);
    for (const { source, value } of said) {
      if (counts.get(value) === most) continue;
      calls.set(source, (calls.get(source) ?? 0) + (isCrowdRight ? -1 : Number(right.has(value))));
    }
  }
  return (id) => {
    const earlyCalls = Math.max(0, calls.get(id) ?? 0);
    return { id, name: id, kind: 'outlet', grade: null, vetted: false, earlyCalls };
  };
}

/** The judgements with what unproven sources add: each value moves by their one budget, whatever their number. */
export function shifted(
  judgements: readonly Judgement[],
  reports: readonly Report[],
  isUnproven: (source: string) => boolean,
): Judgement[] {
  const said = byQuestion(reports);
  return judgements.map((judgement) => {
    const counts = countsOf(said.get(judgement.question)!.filter(({ source }) => isUnproven(source)));
    const answers = judgement.answers.map(({ value, probability }): Judged => {
      const shift = unprovenShift(counts.get(value) ?? 0, 0);
      return { value, probability: probability === 0 ? 0 : logistic(logit(probability) + shift) };
    });
    return { ...judgement, answers: answers.sort((a, b) => b.probability - a.probability) };
  });
}
