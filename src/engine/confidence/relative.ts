import type { Confidence, Strength } from './evidence.js';
import { logit } from './odds.js';

/** A claim about the same device that answers another question, and says something for this one. */
export interface Relative {
  readonly rumorId: string;
  /** The claim in one sentence. */
  readonly claim: string;
  readonly probability: number;
  readonly firmProbability: number;
  readonly low: number;
  readonly high: number;
  readonly strength: Strength;
  /** How often such claims come true, before anybody spoke. */
  readonly baseRate: number;
  /** Whether a verified statement stands for it. */
  readonly announced: boolean;
  /** The origins that count for it. */
  readonly originIds: readonly string[];
}

/** Whether an established source, or a verified statement, supports it. */
export const isSupported = ({ contributions }: Confidence): boolean =>
  contributions.some((step) => step.kind === 'report' && step.stance === 'supports');

/** A confidence that another claim moved to these numbers: its steps get one more and still sum to its log-odds. */
export function movedBy(
  before: Confidence,
  { rumorId, claim, probability: other }: Relative,
  relation: 'implies' | 'rules_out',
  numbers: Pick<Confidence, 'probability' | 'firmProbability' | 'low' | 'high' | 'without'>,
): Confidence {
  const logOdds = logit(numbers.probability);
  const step = { kind: 'related_rumor' as const, rumorId, claim, relation, probability: other };
  const moved = logOdds - before.logOdds;
  const contributions = moved === 0 ? before.contributions : [...before.contributions, { ...step, logOdds: moved }];
  return { ...before, ...numbers, logOdds, contributions };
}
