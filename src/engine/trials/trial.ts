import type { Report } from '../learning/index.js';
import { areOne, type Tolerance } from './sameness.js';

/** What kind of answers the questions of a set have. */
export const ANSWER_KINDS = ['open', 'closed', 'hierarchical'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** What became of a question. */
export interface Truth {
  readonly question: string;
  readonly value: string;
  /** The true values from the most specific to the least, in a set with a hierarchy. */
  readonly path: readonly string[] | null;
}

/** A set of questions whose answers are known, on which the learner is tried. */
export interface TrialSet {
  readonly kind: AnswerKind;
  readonly reports: readonly Report[];
  /** The day of each question, for trials from day to day; missing where its reports bear none. */
  readonly days: ReadonlyMap<string, string>;
  readonly truths: readonly Truth[];
  /** The less specific value above each. */
  readonly parents: ReadonlyMap<string, string>;
  readonly tolerance: Tolerance;
  /** Of a set that was made: the source from which each copier takes over what it says. */
  readonly copies?: ReadonlyMap<string, string>;
}

/** At most so many different answers are classes, if each is given to at least so many questions on average. */
const MOST_CLASSES = 20;
const QUESTIONS_PER_CLASS = 10;

/** The kind of a set of which nothing is said: with a hierarchy it is hierarchical; with few answers for many questions closed. */
export function kindOf(reports: readonly Report[], parents: ReadonlyMap<string, string>): AnswerKind {
  if (parents.size > 0) return 'hierarchical';
  const values = new Set<string>();
  for (const { value } of reports) if (values.add(value).size > MOST_CLASSES) return 'open';
  const questions = new Set(reports.map(({ question }) => question));
  return questions.size >= values.size * QUESTIONS_PER_CLASS ? 'closed' : 'open';
}

/** The values above a value, the nearest first. */
export function above(parents: ReadonlyMap<string, string>, value: string): string[] {
  const found: string[] = [];
  const seen = new Set([value]);
  for (let next = parents.get(value); next !== undefined && !seen.has(next); next = parents.get(next)) {
    found.push(next);
    seen.add(next);
  }
  return found;
}

/**
 * The values of a question that are right: equal to the truth within the tolerance; with a hierarchy the most specific one
 * on the path of the truth.
 */
export function rightAmong(set: TrialSet, values: readonly string[], truth: Truth): ReadonlySet<string> {
  if (set.kind === 'open') return new Set(values.filter((value) => areOne(value, truth.value, set.tolerance)));
  const path =
    set.kind === 'closed' ? [truth.value] : (truth.path ?? [truth.value, ...above(set.parents, truth.value)]);
  const found = path.find((value) => values.includes(value));
  return new Set(found === undefined ? [] : [found]);
}
