import { percent, range, sayDay, dayAt } from '../wording.js';
import { spreadLabels } from './lanes.js';
import { timeTicks, place, scaleOf, type Scale } from './scale.js';
import type { CoursePoint } from './sparkline.js';
import { bandPath, stepPath } from './step-path.js';

/** A point of a course with the range that was given then. */
export interface RangedPoint extends CoursePoint {
  readonly low: number;
  readonly high: number;
}

/** One answer of a question over time. */
export interface Series {
  readonly label: string;
  readonly course: readonly RangedPoint[];
}

/** A chart over time between two instants (epoch milliseconds); the first series leads and has a band. */
export interface HistoryChartProps {
  readonly series: readonly Series[];
  readonly from: number;
  readonly until: number;
  /** What the figure shows, in a sentence. */
  readonly finding: string;
}

const HEIGHT = 220;
const LABEL_GAP = 20;
const MOST_SERIES = 4;

/** How the likelihood of one or several answers went, as step lines; the table beneath has the same numbers. */
export function HistoryChart({ series, from, until, finding }: HistoryChartProps) {
  const shown = series.filter(({ course }) => course.length > 0).slice(0, MOST_SERIES);
  const [lead] = shown;
  if (!lead) return null;
  const scale = scaleOf(from, until);
  return (
    <svg class="history" role="img" aria-label={finding} height={HEIGHT + 24}>
      <svg width="100%" height={HEIGHT} viewBox="0 0 100 100" preserveAspectRatio="none">
        <path class="history-band" d={bandOf(lead.course, scale)} />
      </svg>
      <Grid from={from} until={until} scale={scale} />
      <svg width="100%" height={HEIGHT} viewBox="0 0 100 100" preserveAspectRatio="none">
        {shown.map(({ course }, index) => (
          <path class={`history-line line-${index}`} d={stepPath(pointsOf(course, scale))} />
        ))}
      </svg>
      <EndLabels series={shown} />
    </svg>
  );
}

function Grid({ from, until, scale }: { from: number; until: number; scale: Scale }) {
  return (
    <g class="axis">
      {[0, 25, 50, 75, 100].map((share) => (
        <>
          <line class={share === 0 ? 'axis-base' : 'axis-line'} x2="100%" y1={y(share)} y2={y(share)} />
          {share > 0 && share < 100 && (
            <text x="0" y={y(share) - 5}>
              {share}&nbsp;%
            </text>
          )}
        </>
      ))}
      {timeTicks(from, until).map(({ at, label }, index) => (
        <>
          <line class="axis-tick" x1={`${place(scale(at))}%`} x2={`${place(scale(at))}%`} y1={HEIGHT} y2={HEIGHT + 5} />
          <text
            class={index % 2 === 1 ? 'alternate' : undefined}
            x={`${place(scale(at))}%`}
            y={HEIGHT + 20}
            text-anchor={anchorAt(scale(at))}
          >
            {label}
          </text>
        </>
      ))}
    </g>
  );
}

/** The present number of each line at its end, with its name where there is room; moved apart where they would meet. */
function EndLabels({ series }: { series: readonly Series[] }) {
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
export function HistoryKey({ series }: { series: readonly Series[] }) {
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

const y = (share: number): number => HEIGHT - (share / 100) * HEIGHT;

const anchorAt = (place: number): 'start' | 'middle' | 'end' => (place < 6 ? 'start' : place > 94 ? 'end' : 'middle');

const pointsOf = (course: readonly CoursePoint[], scale: Scale) =>
  course.map(({ at, probability }) => ({ x: scale(at), y: 100 - probability * 100 }));

function bandOf(course: readonly RangedPoint[], scale: Scale): string {
  const edge = (side: 'low' | 'high') => course.map((point) => ({ x: scale(point.at), y: 100 - point[side] * 100 }));
  return bandPath(edge('low'), edge('high'));
}

/** The same course as a table: when each number began to hold. */
export function HistoryTable({ series }: { series: readonly Series[] }) {
  const rows = series
    .flatMap(({ label, course }) => course.map((point) => ({ label, ...point })))
    .sort((a, b) => a.at - b.at);
  return (
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Answer</th>
          <th scope="col" class="right">
            Likelihood
          </th>
          <th scope="col" class="right">
            Range
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ at, label, probability, low, high }) => (
          <tr>
            <td>{sayDay(dayAt(at))}</td>
            <td>{label}</td>
            <td class="right num">{percent(probability)}</td>
            <td class="right num">{range(low, high)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
