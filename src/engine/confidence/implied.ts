import { STRENGTHS, type Confidence } from './evidence.js';
import { movedBy, type Relative } from './relative.js';

const mapped = (record: Readonly<Record<string, number>>, to: (value: number) => number): Record<string, number> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));

/**
 * "Exists" beside claims that cannot come true otherwise: it is at least as probable as each of them, p = max(own, theirs),
 * since {sold} ⊂ {exists}. It is a bound and no further evidence: reports that say both are not counted twice. "Does not
 * exist" is the other side of it.
 *
 * @param likeliest the most probable of these claims, and `firmest` the one that is so without unproven sources
 */
export function impliedBy(own: Confidence, likeliest: Relative, firmest: Relative, isYes: boolean): Confidence {
  const bound = (value: number, by: number): number => (isYes ? Math.max(value, by) : Math.min(value, 1 - by));
  const probability = bound(own.probability, likeliest.probability);
  const firmProbability = bound(own.firmProbability, firmest.firmProbability);
  if (probability === own.probability && firmProbability === own.firmProbability) return own;
  const [low, high] = isYes ? [likeliest.low, likeliest.high] : [likeliest.high, likeliest.low];
  const moved = movedBy(own, likeliest, isYes ? 'implies' : 'rules_out', {
    probability,
    firmProbability,
    low: Math.min(probability, bound(own.low, low)),
    high: Math.max(probability, bound(own.high, high)),
    without: mapped(own.without, (value) => bound(value, likeliest.probability)),
  });
  const rests =
    probability !== own.probability && STRENGTHS.indexOf(likeliest.strength) > STRENGTHS.indexOf(own.strength);
  return rests ? { ...moved, strength: likeliest.strength } : moved;
}
