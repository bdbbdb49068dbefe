import { points } from '../wording.js';

/** A move of less than this shows as none: it would read ±0 pp. */
export const STILL = 0.005;

/**
 * How a probability moved, in points with its sign; the arrow beside it is drawn by the style. What it is measured against
 * stands in `since`, where no heading says it.
 */
export function Change({ by, since }: { by: number | null; since?: string }) {
  if (by === null) return <span class="change">new</span>;
  const isStill = Math.abs(by) < STILL;
  const style = isStill ? 'change' : by > 0 ? 'change change-up' : 'change change-down';
  return (
    <span class={style}>
      {isStill ? 'unchanged' : points(by * 100)}
      {since !== undefined && <span class="sr"> {since}</span>}
    </span>
  );
}
