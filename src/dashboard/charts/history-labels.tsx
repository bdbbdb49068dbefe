import { percent } from '../wording.js';
import { HEIGHT, y } from './history-plane.js';
import { spreadLabels } from './lanes.js';
import { place } from './scale.js';
import type { CoursePoint } from './sparkline.js';

/** A line by its name. */
interface Named {
  readonly label: string;
  readonly course: readonly CoursePoint[];
}

const LABEL_GAP = 20;
/** How many answers a history shows at most. */
export const MOST_SERIES = 4;

/** The present number of each line at its end, with its name where there is room; moved apart where they would meet. */
export function EndLabels({ series }: { series: readonly Named[] }) {
  const ends = series.map(({ course }) => course.at(-1)!.probability);
  const places = spreadLabels(
    ends.map((end) => y(end * 100) + 4),
    LABEL_GAP,
    HEIGHT - 2,
  );
  return (
    <g>
      {series.map(({ label }, index) => (
        <text class={`history-label label-${index}`} x="100%" dx="10" y={place(places[index]!)}>
          {percent(ends[index]!)}
          <tspan class="history-name" dx="6">
            {label}
          </tspan>
        </text>
      ))}
    </g>
  );
}

/** Which line is whose, where the names do not fit at their ends. */
export function HistoryKey({ series }: { series: readonly Named[] }) {
  return (
    <p class="history-key">
      {series.slice(0, MOST_SERIES).map(({ label }, index) => (
        <span>
          <svg width="24" height="12" aria-hidden="true">
            <line class={`history-line line-${index}`} x2="24" y1="6" y2="6" />
          </svg>
          {label}
        </span>
      ))}
    </p>
  );
}
