import { studentReach, type Interval } from './beta.js';
import { skillOf } from './scores.js';

/** How large the error of a forecaster and of the reference were over one event, and how much the event counts. */
export interface EventErrors {
  readonly own: number;
  readonly reference: number;
}

/** A skill with the bounds that hold it nine times in ten. */
export interface Skill extends Interval {
  readonly skill: number;
}

const SHARE = 0.9;

/**
 * The skill 1 − Σ own / Σ reference over events, with a 90 % interval. What one event settles is one observation, as its
 * claims come true or fail together. The ratio is linearised: with r = Σ own / Σ reference, its variance is
 * m/(m − 1) · Σ (own − r · reference)² / (Σ reference)², and the reach is Student's with m − 1 degrees of freedom.
 * Cochran (1977), Sampling Techniques, 6.4. Null for fewer than two events, or where the reference made no error.
 */
export function skillOver(events: readonly EventErrors[]): Skill | null {
  const own = events.reduce((sum, event) => sum + event.own, 0);
  const reference = events.reduce((sum, event) => sum + event.reference, 0);
  const skill = skillOf(own, reference);
  if (skill === null || events.length < 2) return null;
  const count = events.length;
  const squares = events.reduce((sum, event) => sum + (event.own - (1 - skill) * event.reference) ** 2, 0);
  const error = Math.sqrt((count / (count - 1)) * squares) / reference;
  const reach = studentReach(SHARE, count - 1) * error;
  return { skill, low: skill - reach, high: skill + reach };
}
