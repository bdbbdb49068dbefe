import { points } from '../wording.js';

/** A move of less than this shows as none: it would read ±0 pp. */
const STILL = 0.005;

/** How a probability moved, in points with an arrow; what it is measured against stands in `since`. */
export function Change({ by, since }: { by: number | null; since: string }) {
  if (by === null) return <span class="change change-none">new</span>;
  if (Math.abs(by) < STILL) {
    return (
      <span class="change change-none">
        <span aria-hidden="true">– </span>unchanged<span class="sr"> {since}</span>
      </span>
    );
  }
  const isUp = by > 0;
  return (
    <span class={`change ${isUp ? 'change-up' : 'change-down'}`}>
      <span aria-hidden="true">{isUp ? '▲' : '▼'}</span>
      <span class="sr">{isUp ? 'up ' : 'down '}</span> {points(by * 100)}
      <span class="sr"> {since}</span>
    </span>
  );
}
