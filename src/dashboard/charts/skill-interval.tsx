import { signed } from '../wording.js';
import { place, scaleOf } from './scale.js';

/** A skill between the bounds that hold it nine times in ten; 1 is perfect, 0 no better than the base rates. */
export interface SkillIntervalProps {
  readonly skill: number;
  readonly low: number;
  readonly high: number;
  /** The ends of the axis that all rows of a table share. */
  readonly from: number;
  readonly until: number;
}

/** A skill as a point on its interval, with a line where one is no better than the base rates. */
export function SkillInterval({ skill, low, high, from, until }: SkillIntervalProps) {
  const scale = scaleOf(from, until);
  const at = (value: number): string => `${place(scale(value))}%`;
  return (
    <svg class="skill" height="20" role="img" aria-label={saySkill({ skill, low, high })}>
      <line class="axis-line" x2="100%" y1="10" y2="10" />
      <line class="axis-tick" x1={at(0)} x2={at(0)} y1="1" y2="19" />
      <line class="skill-range" x1={at(low)} x2={at(high)} y1="10" y2="10" />
      <line class="skill-range" x1={at(low)} x2={at(low)} y1="6" y2="14" />
      <line class="skill-range" x1={at(high)} x2={at(high)} y1="6" y2="14" />
      <circle class="spark-end" cx={at(skill)} cy="10" r="4.5" />
    </svg>
  );
}

/** A skill with its interval: `+0.41 (+0.21 to +0.61)`. */
export const saySkill = ({ skill, low, high }: Pick<SkillIntervalProps, 'skill' | 'low' | 'high'>): string =>
  `${signed(skill)} (${signed(low)} to ${signed(high)})`;

/** The ends of an axis that holds all of these intervals and the base rates: the right one is perfect. */
export function skillAxisOf(rows: readonly { readonly low: number }[]): { from: number; until: number } {
  const lowest = Math.min(0, ...rows.map(({ low }) => low));
  return { from: Math.max(-1, Math.floor(lowest * 4) / 4 - 0.05), until: 1 };
}
