import type { Reports, Settled } from './reports.js';
import type { Beliefs } from './starts.js';

/** The mean log-loss of the resolved questions: of the right value, or of "other" where none is right. */
export function lossOf(reports: Reports, { resolved, right }: Settled, beliefs: Beliefs): number {
  let [sum, count] = [0, 0];
  reports.questions.forEach((_, question) => {
    if (resolved[question] === 0) return;
    let [given, all, isAnyRight] = [0, 0, false];
    for (let value = reports.valuesOf[question]!; value < reports.valuesOf[question + 1]!; value += 1) {
      all += beliefs[value]!;
      if (right[value] === 1) [given, isAnyRight] = [given + beliefs[value]!, true];
    }
    sum -= Math.log(Math.max(1e-3, isAnyRight ? given : 1 - all));
    count += 1;
  });
  return count === 0 ? 0 : sum / count;
}
