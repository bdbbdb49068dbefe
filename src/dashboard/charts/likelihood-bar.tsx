import { percent, range } from '../wording.js';

/** What a bar shows of a rumor. All are 0..1; `before` is where it stood a week ago. */
export interface LikelihoodBarProps {
  readonly probability: number;
  readonly low: number;
  readonly high: number;
  readonly before?: number | null;
  /** Whether it stands behind another answer of its question. */
  readonly muted?: boolean;
}

/**
 * A likelihood on its track from 0 to 100 %, with a whisker for the range and a notch for the week before. The number itself
 * stands beside it as text: a page has hundreds of bars, so each is as short as it can be.
 */
export function LikelihoodBar({ probability, low, high, before = null, muted = false }: LikelihoodBarProps) {
  const [from, to] = [tenth(low), tenth(high)];
  const label = `range ${range(low, high)}${before === null ? '' : `, ${percent(before)} a week ago`}`;
  return (
    <svg
      class={muted ? 'bar bar-muted' : 'bar'}
      viewBox="0 0 100 18"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path d="M0 9h100" />
      <path d={`M0 9h${tenth(probability)}`} />
      <path d={`M${from} 6v6m0-3h${tenth((to - from) / 100)}m0-3v6`} />
      {before !== null && <path d={`M${tenth(before)} 1v16`} />}
    </svg>
  );
}

/** A share as per cent of the width, to a tenth. */
const tenth = (share: number): number => Math.round(share * 1000) / 10;
