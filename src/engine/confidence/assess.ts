import { distributionOf, type DateBucket, type DateDistribution } from './dates.js';
import { assessEach } from './each.js';
import type { Answer, Confidence, Learned, Question } from './evidence.js';
import { assessExclusive, spreadFor } from './exclusive.js';
import { grouped } from './grouped.js';

/** What the engine says about a question. */
export interface QuestionAssessment {
  /** In the order of the question's answers. */
  readonly confidences: readonly Confidence[];
  /**
   * The probability that none of the answers is right. For an exclusive question, disjoint answers and `other` sum to 1;
   * 0 where each answer stands for itself.
   */
  readonly other: number;
  /** For dates: the distribution over days, which with `other` sums to 1. */
  readonly buckets?: readonly DateBucket[];
}

/** What kind of amounts answers speak of: prices in different currencies do not rule each other out. */
const currencyOf = ({ value }: Answer): string => (value.type === 'money' ? value.currency : '');

/** The oldest rumor first: ids sort by the time at which they were made. So the order of arrival means nothing. */
function inOrder(answers: readonly Answer[]): Answer[] {
  return [...answers].sort((a, b) => (a.rumorId < b.rumorId ? -1 : 1));
}

function assessExclusively(question: Question, learned: Learned, at: number): QuestionAssessment {
  const parts = [...grouped(question.answers, currencyOf).values()].map((answers) =>
    assessExclusive({ ...question, answers }, learned, at),
  );
  const spreads = parts.map(({ spread }) => spread);
  const assessment = {
    confidences: parts.flatMap(({ confidences }) => confidences),
    other: spreads.reduce((product, spread) => product * spread.other, 1),
  };
  if (question.subject.valueType !== 'dates') return assessment;
  return { ...assessment, buckets: spreads.flatMap((spread) => distributionOf(spread).buckets) };
}

/**
 * The confidences of all answers to one question, at one instant.
 *
 * @param at the instant of the assessment, epoch milliseconds; ages and what is past are measured from it
 * @throws Error where a testimony names a source that the question lacks
 */
export function assessQuestion(question: Question, learned: Learned, at: number): QuestionAssessment {
  const ordered = { ...question, answers: inOrder(question.answers) };
  const assessment =
    question.subject.answers === 'each'
      ? { confidences: assessEach(ordered, learned, at), other: 0 }
      : assessExclusively(ordered, learned, at);
  const byRumor = new Map(assessment.confidences.map((confidence) => [confidence.rumorId, confidence]));
  return { ...assessment, confidences: question.answers.map(({ rumorId }) => byRumor.get(rumorId)!) };
}

/** The one distribution over days of a question about dates, which its rumors and its launch window are read from. */
export function dateDistribution(question: Question, learned: Learned, at: number): DateDistribution {
  return distributionOf(spreadFor({ ...question, answers: inOrder(question.answers) }, learned, at));
}
