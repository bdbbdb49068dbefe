import { dayAt, sayDay } from '../wording.js';
import { EndLabels, MOST_SERIES } from './history-labels.js';
import { Grid, HEIGHT, y } from './history-plane.js';
import { place, scaleOf, type Scale } from './scale.js';
import type { CoursePoint } from './sparkline.js';
import { bandPath, stepPath } from './step-path.js';

/** A point of a course with the range that was given then. */
export interface RangedPoint extends CoursePoint {
  readonly low: number;
  readonly high: number;
  /** Whether it was worked out later, and never believed; missing where it was. */
  readonly reconstructed?: boolean;
}

/** What an answer came to, and when that was recorded (epoch milliseconds). */
export interface Decision {
  readonly at: number;
  /** Where its mark stands, 0..1: at the top where it came true, at the foot where it did not. */
  readonly height: number;
  readonly words: string;
}

/** One answer of a question over time. */
export interface Series {
  readonly label: string;
  readonly course: readonly RangedPoint[];
  /** Null while it is open. */
  readonly decision?: Decision | null;
}

/** A chart over time between two instants (epoch milliseconds); the first series leads and has a band. */
export interface HistoryChartProps {
  readonly series: readonly Series[];
  readonly from: number;
  readonly until: number;
  /** The instant at which the lines end: the one that is looked from. A little room is left behind it. */
  readonly present: number;
  /** What the figure shows, in a sentence. */
  readonly finding: string;
}

/** From which share of the width on the time before a course is said to be before it, in per cent. */
const WIDE_BEFORE = 40;

/** How the likelihood of one or several answers went, as step lines; the table beneath has the same numbers. */
export function HistoryChart({ series, from, until, present, finding }: HistoryChartProps) {
  const shown = series.filter(({ course }) => course.length > 0).slice(0, MOST_SERIES);
  const [lead] = shown;
  if (!lead) return null;
  const scale = scaleOf(from, until);
  const end = scale(present);
  return (
    <svg class="history" role="img" aria-label={finding} height={HEIGHT + 24}>
      <svg width="100%" height={HEIGHT} viewBox="0 0 100 100" preserveAspectRatio="none">
        <path class="history-band" d={bandOf(lead.course, scale, end)} />
      </svg>
      <Before series={shown} scale={scale} />
      <Grid from={from} until={until} scale={scale} />
      <svg width="100%" height={HEIGHT} viewBox="0 0 100 100" preserveAspectRatio="none">
        {shown.map(({ course }, index) => {
          const { dashed, solid, turn } = linesOf(course, scale, end);
          return (
            <>
              {dashed.length > 0 && (
                <path class={`history-line line-${index}`} {...RECONSTRUCTED} d={stepPath(dashed, turn)} />
              )}
              {solid.length > 0 && <path class={`history-line line-${index}`} d={stepPath(solid, end)} />}
            </>
          );
        })}
      </svg>
      <Reconstructed {...linesOf(lead.course, scale, end)} />
      <Whisker course={lead.course} end={end} />
      {shown.map((each, index) => (
        <Ends series={each} place={index} scale={scale} end={end} />
      ))}
      <EndLabels series={shown} />
    </svg>
  );
}

/** The time before anybody weighed it, where that is much of the chart: nothing is drawn there, and it says why. */
function Before({ series, scale }: { series: readonly Series[]; scale: Scale }) {
  const first = Math.min(...series.map(({ course }) => course[0]!.at));
  if (scale(first) < WIDE_BEFORE) return null;
  return (
    <g>
      <rect class="history-before" width={`${place(scale(first))}%`} height={HEIGHT} />
      <text class="history-since" x={`${place(scale(first))}%`} dx="-8" y="14" text-anchor="end">
        not followed before {sayDay(dayAt(first))}
      </text>
    </g>
  );
}

/** How a line is drawn that nobody believed: dashed where the style sheet does not draw it so anyway, and paler. */
const RECONSTRUCTED = { 'stroke-dasharray': '7 5', 'stroke-opacity': 0.65 } as const;

/** Up to where the course was worked out later. */
function Reconstructed({ dashed, turn }: ReturnType<typeof linesOf>) {
  if (dashed.length === 0) return null;
  return (
    <text class="history-since" x={`${place(turn)}%`} dx="-8" y="14" text-anchor="end">
      reconstructed
    </text>
  );
}

/** The range of the number that holds now; a course of a single instant has no band to show it. */
function Whisker({ course, end }: { course: readonly RangedPoint[]; end: number }) {
  const { low, high } = course.at(-1)!;
  const x = `${place(end)}%`;
  return <line class="history-range" x1={x} x2={x} y1={place(y(low * 100))} y2={place(y(high * 100))} />;
}

/** Where a line begins and ends, and what was decided: dots, and a diamond. */
function Ends({ series, place: index, scale, end }: { series: Series; place: number; scale: Scale; end: number }) {
  const { course, decision = null } = series;
  const [first, last] = [course[0]!, course.at(-1)!];
  const dot = (x: number, probability: number, radius: number) => (
    <circle class={`history-end end-${index}`} cx={`${place(x)}%`} cy={place(y(probability * 100))} r={radius} />
  );
  return (
    <g>
      {dot(scale(first.at), first.probability, 2.5)}
      {dot(end, last.probability, 4)}
      {decision !== null && (
        <svg x={`${place(scale(decision.at))}%`} y={place(y(decision.height * 100))} overflow="visible">
          <path class="mark-statement" d="M0 -7l7 7-7 7-7-7z" />
        </svg>
      )}
    </g>
  );
}

/**
 * The part of a course that was worked out later, the part that was believed, and where the one turns into the other (the
 * end where nothing was believed).
 */
function linesOf(course: readonly RangedPoint[], scale: Scale, end: number) {
  const points = pointsOf(course, scale);
  const believed = course.findIndex(({ reconstructed }) => !reconstructed);
  const from = believed === -1 ? course.length : believed;
  return { dashed: points.slice(0, from), solid: points.slice(from), turn: points[from]?.x ?? end };
}

const pointsOf = (course: readonly CoursePoint[], scale: Scale) =>
  course.map(({ at, probability }) => ({ x: scale(at), y: 100 - probability * 100 }));

function bandOf(course: readonly RangedPoint[], scale: Scale, end: number): string {
  const edge = (side: 'low' | 'high') => course.map((point) => ({ x: scale(point.at), y: 100 - point[side] * 100 }));
  return bandPath(edge('low'), edge('high'), end);
}
