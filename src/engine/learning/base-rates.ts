import { LEARNING } from './settings.js';
import { learnedBaseRate, questionsOf, type DecidedClaim, type LearnedNumber } from './parameters.js';

/** A decided claim with what it is about. */
export interface PlacedClaim extends DecidedClaim {
  /** The key of its subject, the family of that, and how often such claims come true by the catalogue, 0..1. */
  readonly subject: string;
  readonly family: string;
  readonly usual: number;
  /** The category of its device; null where nobody has named one. */
  readonly category: string | null;
}

/** How often claims about a subject come true, of all devices (null) or of those of a category. */
export interface LearnedRate extends LearnedNumber {
  readonly subject: string;
  readonly category: string | null;
}

const { leastDecided } = LEARNING.parameters;

/** The rate that claims alone give, drawn to another by as many trials as a base rate is worth. */
const drawn = (own: readonly PlacedClaim[], usual: number, to: number): LearnedNumber =>
  learnedBaseRate(own, usual, { drawnTo: to, least: 1 })!;

/** What is assumed in place of `to` where enough of one's kin was decided: what they come to, drawn to it. */
const amongKin = (kin: readonly PlacedClaim[], usual: number, to: number): number =>
  questionsOf(kin) < leastDecided ? to : drawn(kin, usual, to).value;

/** Whether something is told of claims by themselves: enough of them was decided, or enough of their kin to draw them to. */
const isTold = (own: readonly PlacedClaim[], kin: readonly PlacedClaim[]): boolean =>
  questionsOf(own) >= leastDecided || questionsOf(kin) >= leastDecided;

/** The rates of the categories of a subject, each drawn to what the other categories come to. */
function ofCategories(own: readonly PlacedClaim[], assumed: number): LearnedRate[] {
  const { subject, usual } = own[0]!;
  const categories = [...new Set(own.flatMap(({ category }) => category ?? []))].sort();
  return categories.flatMap((category): LearnedRate[] => {
    const [mine, others] = [
      own.filter((claim) => claim.category === category),
      own.filter((claim) => claim.category !== category),
    ];
    if (others.length === 0 || !isTold(mine, others)) return [];
    return [{ subject, category, ...drawn(mine, usual, amongKin(others, usual, assumed)) }];
  });
}

/**
 * How often claims come true, by subject and by category of device: each rate is drawn to that of its kin, which is counted
 * without it, so that nothing is counted twice. A subject is drawn to the other subjects of its family, a category to the
 * other categories of its subject, and the whole to the catalogue. What has no decided claim of its own has no rate: for
 * it holds the wider one.
 */
export function learnedBaseRates(claims: readonly PlacedClaim[]): LearnedRate[] {
  const subjects = [...new Set(claims.map(({ subject }) => subject))].sort();
  return subjects.flatMap((subject): LearnedRate[] => {
    const own = claims.filter((claim) => claim.subject === subject);
    const { family, usual } = own[0]!;
    const kin = claims.filter((claim) => claim.family === family && claim.subject !== subject);
    const assumed = amongKin(kin, usual, usual);
    const whole = isTold(own, kin) ? [{ subject, category: null, ...drawn(own, usual, assumed) }] : [];
    return [...whole, ...ofCategories(own, assumed)];
  });
}
