import { percent } from '../wording.js';
import { scaleOf } from './scale.js';

/** A probability (0..1) that Hearsay held from an instant on (epoch milliseconds). */
export interface CoursePoint {
  readonly at: number;
  readonly probability: number;
}

/** The size of the drawing, in its own units, and the room above and beneath the line. */
const [WIDTH, HEIGHT, ROOM] = [112, 30, 3];
/** A step of the line is never narrower than this: what is finer could not be seen, and a board has a hundred of these. */
const GRAIN = 2;

/** The course of a probability as a small step line from `from` to `until` (epoch milliseconds). */
export function Sparkline({ course, from, until }: { course: readonly CoursePoint[]; from: number; until: number }) {
  const last = course.at(-1);
  if (!last) return <span class="muted">no history</span>;
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={sparkLabel(course)}>
      <path d={sparkPath(course, from, until)} />
      <path d={`M${WIDTH} ${heightOf(last)}h0`} />
    </svg>
  );
}

const heightOf = ({ probability }: CoursePoint): number => Math.round(ROOM + (1 - probability) * (HEIGHT - 2 * ROOM));

/** A course as a step line in whole units, each step told from the one before it; of a grain the last number holds. */
export function sparkPath(course: readonly CoursePoint[], from: number, until: number): string {
  const scale = scaleOf(from, until);
  const heights = new Map<number, number>();
  for (const point of course)
    heights.set(Math.round(((scale(point.at) / 100) * WIDTH) / GRAIN) * GRAIN, heightOf(point));
  const [[x, y] = [0, 0], ...steps] = [...heights];
  const pen = { x, y };
  let path = `M${x} ${y}`;
  for (const [across, down] of steps) {
    if (down === pen.y) continue;
    path += `h${across - pen.x}v${down - pen.y}`;
    Object.assign(pen, { x: across, y: down });
  }
  return `${path}H${WIDTH}`;
}

function sparkLabel(course: readonly CoursePoint[]): string {
  const all = course.map(({ probability }) => probability);
  const [first, last] = [percent(all[0]!), percent(all.at(-1)!)];
  if (all.length === 1) return `${last} since it is known`;
  return `from ${first} to ${last}, between ${percent(Math.min(...all))} and ${percent(Math.max(...all))}`;
}
