import { percent } from '../wording.js';
import { place, scaleOf } from './scale.js';
import { stepPath } from './step-path.js';

/** A probability (0..1) that Hearsay held from an instant on (epoch milliseconds). */
export interface CoursePoint {
  readonly at: number;
  readonly probability: number;
}

/** The course of a probability as a small step line from `from` to `until` (epoch milliseconds). */
export function Sparkline({ course, from, until }: { course: readonly CoursePoint[]; from: number; until: number }) {
  const [first] = course;
  const last = course.at(-1);
  if (!first || !last) return <span class="muted">no history</span>;
  const scale = scaleOf(from, until);
  const points = course.map(({ at, probability }) => ({ x: scale(at), y: 100 - probability * 100 }));
  return (
    <svg class="spark" role="img" aria-label={sparkLabel(first.probability, last.probability, course)}>
      <line class="spark-base" x1="0" x2="100%" y1="27.5" y2="27.5" />
      <svg y="3" width="100%" height="24" viewBox="0 0 100 100" preserveAspectRatio="none">
        <path class="spark-line" d={stepPath(points)} />
      </svg>
      <circle class="spark-end" cx="100%" cy={place(3 + (100 - last.probability * 100) * 0.24)} r="3" />
    </svg>
  );
}

function sparkLabel(first: number, last: number, course: readonly CoursePoint[]): string {
  const lows = course.map(({ probability }) => probability);
  const turns = `between ${percent(Math.min(...lows))} and ${percent(Math.max(...lows))}`;
  return course.length === 1
    ? `${percent(last)} since it is known`
    : `from ${percent(first)} to ${percent(last)}, ${turns}`;
}
