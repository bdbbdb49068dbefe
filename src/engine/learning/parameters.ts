import { logistic, logit, PARAMETERS } from '../confidence/index.js';
import { LEARNING } from './settings.js';

/** What was known of a claim before it was decided. Claims of one question share its weight. */
export interface DecidedClaim {
  readonly question: string;
  readonly happened: boolean;
  /** How often such claims come true by the catalogue, 0..1. */
  readonly baseRate: number;
  /** The log-odds that stood without evidence that T scales, and what that evidence added, as if T were 1. */
  readonly without: number;
  readonly evidence: number;
}

/** A number that was learned, and from how many questions. */
export interface LearnedNumber {
  readonly value: number;
  readonly n: number;
}

const { leastDecided, scaleSpread, leastScale, mostScale, steps } = LEARNING.parameters;

const bounded = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** The weight of each claim: one over those of its question, in an order that leaves no trace of that of arrival. */
function weighted(claims: readonly DecidedClaim[]): { readonly claim: DecidedClaim; readonly weight: number }[] {
  const sizes = new Map<string, number>();
  for (const { question } of claims) sizes.set(question, (sizes.get(question) ?? 0) + 1);
  return [...claims]
    .sort((a, b) => a.without - b.without || a.evidence - b.evidence || Number(a.happened) - Number(b.happened))
    .map((claim) => ({ claim, weight: 1 / sizes.get(claim.question)! }));
}

/** How many questions claims are of. */
export const questionsOf = (claims: readonly DecidedClaim[]): number =>
  new Set(claims.map(({ question }) => question)).size;

/**
 * T, the scale of evidence: the likeliest one for logit p = without + T · evidence, drawn towards T0 by a normal prior. The
 * slope of a Platt scaling (1999) that leaves the base rate alone. Null while too few questions are decided.
 */
export function learnedScale(claims: readonly DecidedClaim[]): LearnedNumber | null {
  const n = questionsOf(claims);
  if (n < leastDecided) return null;
  const tight = 1 / scaleSpread ** 2;
  let scale: number = PARAMETERS.scale;
  const lessons = weighted(claims);
  for (let step = 0; step < steps; step += 1) {
    let [slope, curve] = [tight * (scale - PARAMETERS.scale), tight];
    for (const { claim, weight } of lessons) {
      const p = logistic(claim.without + scale * claim.evidence);
      slope += weight * (p - Number(claim.happened)) * claim.evidence;
      curve += weight * p * (1 - p) * claim.evidence ** 2;
    }
    scale = bounded(scale - slope / curve, leastScale, mostScale);
  }
  return { value: scale, n };
}

/**
 * The base rate of a subject: the odds of the catalogue's, moved by the factor that makes what was decided likeliest, drawn
 * towards the catalogue's by as many trials as it is worth. Where all claims have one base rate b and a question of their
 * own that is (20 · b + hits) / (20 + n). Null while too few questions are decided.
 *
 * @param usual the catalogue's, 0..1; for dates that of a month
 * @param drawnTo what it is drawn to where that is known better than by the catalogue
 * @param least how many questions are enough
 */
export function learnedBaseRate(
  claims: readonly DecidedClaim[],
  usual: number,
  { drawnTo = usual, least = leastDecided }: { readonly drawnTo?: number; readonly least?: number } = {},
): LearnedNumber | null {
  const n = questionsOf(claims);
  if (n < least) return null;
  const lessons = weighted(claims);
  const own = PARAMETERS.strength.baseRate;
  let shift = logit(drawnTo) - logit(usual);
  for (let step = 0; step < steps; step += 1) {
    const p = logistic(logit(usual) + shift);
    let [slope, curve] = [own * (p - drawnTo), own * p * (1 - p)];
    for (const { claim, weight } of lessons) {
      const q = logistic(logit(claim.baseRate) + shift);
      slope += weight * (q - Number(claim.happened));
      curve += weight * q * (1 - q);
    }
    shift = bounded(shift - bounded(slope / curve, -1, 1), -MOST_SHIFT, MOST_SHIFT);
  }
  return { value: logistic(logit(usual) + shift), n };
}

/** No base rate moves by more than this many log-odds. */
const MOST_SHIFT = 4;
