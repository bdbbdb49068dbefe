import { percent, range } from '../wording.js';
import { place } from './scale.js';

/** What a bar shows of a rumor. All are 0..1; `before` is where it stood a week ago. */
export interface LikelihoodBarProps {
  readonly probability: number;
  readonly low: number;
  readonly high: number;
  readonly before?: number | null;
  /** Whether it stands behind another answer of its question. */
  readonly muted?: boolean;
}

/** A likelihood on its track from 0 to 100 %, with a whisker for the range and a notch for the week before. */
export function LikelihoodBar({ probability, low, high, before = null, muted = false }: LikelihoodBarProps) {
  const at = (share: number): string => `${place(share * 100)}%`;
  return (
    <svg class={muted ? 'bar bar-muted' : 'bar'} role="img" aria-label={barLabel(probability, low, high, before)}>
      <rect class="bar-track" y="5" width="100%" height="8" rx="4" />
      <rect class="bar-fill" y="5" width={at(probability)} height="8" rx="4" />
      <line class="bar-range" x1={at(low)} x2={at(high)} y1="9" y2="9" />
      <line class="bar-range" x1={at(low)} x2={at(low)} y1="6" y2="12" />
      <line class="bar-range" x1={at(high)} x2={at(high)} y1="6" y2="12" />
      {before !== null && <line class="bar-before" x1={at(before)} x2={at(before)} y1="1" y2="17" />}
    </svg>
  );
}

function barLabel(probability: number, low: number, high: number, before: number | null): string {
  const past = before === null ? '' : `, ${percent(before)} a week ago`;
  return `${percent(probability)}, range ${range(low, high)}${past}`;
}
