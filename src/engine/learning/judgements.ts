import { logit } from '../confidence/index.js';
import type { Reports } from './reports.js';

/** One answer with its probability, 0..1. */
export interface Judged {
  readonly value: string;
  readonly probability: number;
}

/** What is believed of one question: its answers, the likeliest first; what they lack to 1 is "other". */
export interface Judgement {
  readonly question: string;
  readonly family: string;
  readonly answers: readonly Judged[];
}

const byProbability = (a: Judged, b: Judged): number =>
  b.probability - a.probability || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);

/**
 * Gathers what lies near: the likeliest value draws those within the tolerance to itself and has their probability, then
 * the likeliest of the rest. The reports were weighed exactly as they were made, so a feed that repeats a value to the
 * digit is not mistaken for many that come near it.
 */
function gathered(answers: readonly Judged[], isNear: (a: string, b: string) => boolean): Judged[] {
  const left = [...answers].sort(byProbability);
  const found: Judged[] = [];
  while (left.length > 0) {
    const { value } = left[0]!;
    const together = left.filter((other) => isNear(value, other.value));
    found.push({ value, probability: together.reduce((sum, { probability }) => sum + probability, 0) });
    const taken = new Set(together);
    left.splice(0, left.length, ...left.filter((other) => !taken.has(other)));
  }
  return found.sort(byProbability);
}

/**
 * The judgements on open questions.
 *
 * @param isNear whether two values are one within the tolerance; each value is near itself
 */
export function judgementsOf(
  reports: Reports,
  beliefs: Float64Array,
  isNear: (a: string, b: string) => boolean,
): Judgement[] {
  return reports.questions.map((question, index) => {
    const [from, to] = [reports.valuesOf[index]!, reports.valuesOf[index + 1]!];
    const answers: Judged[] = [];
    for (let value = from; value < to; value += 1) {
      answers.push({ value: reports.values[value]!, probability: beliefs[value]! });
    }
    return { question, family: reports.families[reports.familyOf[index]!]!, answers: gathered(answers, isNear) };
  });
}

/** The judgements on questions of few classes. */
export function classJudgements(reports: Reports, classes: readonly string[], beliefs: Float64Array): Judgement[] {
  return reports.questions.map((question, index) => {
    const answers = classes.map((value, place) => ({ value, probability: beliefs[index * classes.length + place]! }));
    return { question, family: reports.families[reports.familyOf[index]!]!, answers: answers.sort(byProbability) };
  });
}

/** No probability is read nearer to 0 or 1 than this where its log-odds are taken. */
const CLEAR = 1e-9;

/** The log-odds of the likeliest answer; those of nothing where a question has no answer. */
export function logOddsOf({ answers }: Judgement): number {
  return logit(Math.min(1 - CLEAR, Math.max(CLEAR, answers[0]?.probability ?? 0)));
}
