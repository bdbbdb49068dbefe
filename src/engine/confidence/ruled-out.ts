import { assessQuestion, type QuestionAssessment } from './assess.js';
import type { Confidence, Learned, Question } from './evidence.js';
import { movedBy, type Relative } from './relative.js';

/** A question of which some answers need a launch. */
export interface Touched {
  readonly asked: Question;
  readonly learned: Learned;
  readonly own: QuestionAssessment;
  /** By answer: whether it needs a launch. */
  readonly touched: readonly boolean[];
}

/** (1 − x) / (1 − b), at most 1: the share of its prior that "it comes" keeps when x is known of "it never comes". */
const kept = (x: number, base: number): number => Math.min(1, (1 - x) / (1 - base));

function scaled(own: Confidence, by: Relative): Confidence {
  if (own.windowOver) return own; // its time is over: what it came to then is no forecast
  const factor = kept(by.firmProbability, by.baseRate);
  const least = kept(Math.max(by.high, by.firmProbability), by.baseRate);
  const most = kept(Math.min(by.low, by.firmProbability), by.baseRate);
  const without = Object.entries(own.without).map(([id, value]) => [id, value * factor] as const);
  return movedBy(own, by, 'rules_out', {
    probability: own.probability * factor,
    firmProbability: own.firmProbability * factor,
    low: own.low * least,
    high: own.high * most,
    without: Object.fromEntries(without),
  });
}

/** The question without the refusals of reports that are heard through the claim already. */
function withoutEchoes(asked: Question, by: Relative): Question {
  const answers = asked.answers.map((answer) => ({
    ...answer,
    testimonies: answer.testimonies.filter(
      ({ stance, statement, originId, ownWord }) =>
        stance !== 'refutes' || ownWord === true || statement?.verified === true || !by.originIds.includes(originId),
    ),
  }));
  return { ...asked, answers };
}

/** A confidence without echoes, with the counts of the whole and the echoes among what was put aside. */
function noted(bare: Confidence, whole: Confidence, asked: Question): Confidence {
  const { reports, origins, supporting, refuting } = whole;
  const told = new Set([
    ...bare.contributions.flatMap((step) => (step.kind === 'report' ? [step.evidenceId] : [])),
    ...bare.discarded.map(({ evidenceId }) => evidenceId),
  ]);
  const own = asked.answers.find(({ rumorId }) => rumorId === bare.rumorId)?.testimonies ?? [];
  const echoes = own
    .filter(({ id }) => !told.has(id))
    .map(({ id, reportId }) => ({
      evidenceId: id,
      reason: 'repeats_origin' as const,
      insteadReportId: reportId,
    }));
  return { ...bare, reports, origins, supporting, refuting, discarded: [...bare.discarded, ...echoes] };
}

const chances = ({ confidences }: QuestionAssessment): number =>
  confidences.reduce((sum, { probability }) => sum + probability, 0);

/**
 * A question about a device beside a claim by which it never comes. What needs a launch keeps (1 − x) / (1 − b) of its
 * probability, x being that of the claim without unproven sources and b its base rate: {launched} ⊂ {not given up}, and b
 * is in what was assumed of launches already. A report that says that it is given up, and therefore not in July, is heard
 * once: through the claim, or as a refusal of July where that weighs more. A verified date stands until the end of the
 * device is verified too.
 *
 * @param at the instant of the assessment, epoch milliseconds
 */
export function ruledOut({ asked, learned, own, touched }: Touched, by: Relative, at: number): QuestionAssessment {
  const factor = kept(by.firmProbability, by.baseRate);
  const isVerified = own.confidences.some(({ announced }, index) => announced === true && touched[index]);
  if (factor === 1 || (isVerified && !by.announced)) return own;
  const bare = withoutEchoes(asked, by);
  const isBare = bare.answers.every(
    ({ testimonies }, at) => testimonies.length === asked.answers[at]!.testimonies.length,
  );
  const heard = isBare ? own : assessQuestion(bare, learned, at);
  const confidences = heard.confidences.map((confidence, index) => {
    const whole = isBare ? confidence : noted(confidence, own.confidences[index]!, asked);
    return touched[index] ? scaled(whole, by) : whole;
  });
  const { buckets } = heard;
  const lessened: QuestionAssessment = {
    confidences,
    other: asked.subject.answers === 'each' ? heard.other : 1 - factor * (1 - heard.other),
    ...(buckets && {
      buckets: buckets.map((bucket) => ({ ...bucket, probability: bucket.probability * factor })),
    }),
  };
  return chances(lessened) <= chances(own) ? lessened : own;
}
