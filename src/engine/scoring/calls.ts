import { logistic, logit, PARAMETERS } from '../confidence/index.js';
import { DAY_MS, type Certainty, type SubjectFamily } from '../subjects/index.js';
import type { Forecast } from './forecast.js';

/** What a source said about a claim, as an origin, before the claim was decided; and what became of the claim. */
export interface Call {
  readonly sourceId: string;
  readonly rumorId: string;
  readonly reportId: string;
  /** What the report competes in with other reports of the source: the question, or the claim where each stands alone. */
  readonly topic: string;
  /** What decided the claim: all claims about one device that were decided on one day are one event. */
  readonly event: string;
  readonly family: SubjectFamily;
  readonly stance: 'supports' | 'refutes';
  /** The same as it is weighed: who supports "no" refutes "yes". */
  readonly side: 'supports' | 'refutes';
  /** The device and the question that the claim answers. */
  readonly question: string;
  readonly certainty: Certainty;
  /** Epoch milliseconds: when it was published, when Hearsay learned of it, and the start of the day of the decision. */
  readonly publishedAt: number;
  readonly learnedAt: number;
  readonly decidedAt: number;
  /** How often such claims come true, 0..1. */
  readonly baseRate: number;
  /** What was believed just before Hearsay learned of it, 0..1: the base rate where nobody had spoken. */
  readonly believed: number;
  /** Whether the claim came true. */
  readonly happened: boolean;
}

/** A call with the share of the credit for its event that it has. */
export interface CreditedCall extends Call {
  readonly weight: number;
}

/** Whether what was said is what happened. */
export const isRight = ({ stance, happened }: Call): boolean => (stance === 'supports') === happened;

/** How long before the decision it was said, in days. */
export const leadDaysOf = ({ publishedAt, decidedAt }: Call): number => (decidedAt - publishedAt) / DAY_MS;

/** A report in which a source took a side on a topic. */
export type Spoken = Pick<Call, 'sourceId' | 'topic' | 'reportId' | 'publishedAt'>;

/**
 * The calls that stand: those of the last report with which a source spoke of a topic before the claim was decided. Who
 * changed their mind in time stands by the last word; who spoke of a claim after its day foretold nothing.
 *
 * @param spoken every report in which these sources took a side on these topics, also on claims that nobody has decided
 */
export function standingCalls(calls: readonly Call[], spoken: readonly Spoken[]): Call[] {
  const topics = new Map<string, Spoken[]>();
  for (const report of spoken) {
    const known = topics.get(topicOf(report));
    if (known) known.push(report);
    else topics.set(topicOf(report), [report]);
  }
  return calls.filter((call) => {
    if (call.publishedAt >= call.decidedAt) return false;
    const others = topics.get(topicOf(call)) ?? [];
    return !others.some((other) => other.publishedAt < call.decidedAt && isLater(other, call));
  });
}

const topicOf = ({ sourceId, topic }: Spoken): string => `${sourceId} ${topic}`;

/** Whether a report is later than another; of two at one instant the greater id is the later one. */
function isLater(one: Spoken, other: Spoken): boolean {
  if (one.publishedAt !== other.publishedAt) return one.publishedAt > other.publishedAt;
  return one.reportId > other.reportId;
}

/** The calls with their credit: what a source said about one event counts once in all, in equal shares. */
export function credited(calls: readonly Call[]): CreditedCall[] {
  const sizes = new Map<string, number>();
  const key = ({ sourceId, event }: Call): string => `${sourceId} ${event}`;
  for (const call of calls) sizes.set(key(call), (sizes.get(key(call)) ?? 0) + 1);
  return calls.map((call) => ({ ...call, weight: 1 / sizes.get(key(call))! }));
}

/**
 * A call as a probability: what a reader would believe who knows only how often such claims come true, and takes the
 * source at its word as one of grade A, as firmly as it binds itself: logit p = logit(base rate) ± h · logit .95. It is the
 * same for all sources, so that nobody's record colours how their words are scored.
 */
export function faceValueOf({ stance, certainty, baseRate, happened, weight }: CreditedCall): Forecast {
  const shift = PARAMETERS.certainty[certainty] * logit(PARAMETERS.start.grades.A);
  const probability = logistic(logit(baseRate) + (stance === 'supports' ? shift : -shift));
  return { probability, happened, weight };
}

/** The same call as nobody's: the base rate of its claim. */
export function baseRateForecast({ baseRate, happened, weight }: CreditedCall): Forecast {
  return { probability: baseRate, happened, weight };
}
