import { DAY_MS } from '../../engine/subjects/index.js';
import { place, scaleOf, timeTicks } from './scale.js';

/** The time that all rows of a timeline share, epoch milliseconds. */
export interface TimeSpan {
  readonly from: number;
  readonly until: number;
  readonly now: number;
}

/** A launch on the axis: the middle 80 and 50 %, the median, and what is official. Days `YYYY-MM-DD`; null: beyond. */
export interface WindowBarProps extends TimeSpan {
  readonly wide: { readonly from: string | null; readonly to: string | null };
  readonly narrow: { readonly from: string | null; readonly to: string | null };
  readonly median: string | null;
  /** The last day that anybody speaks of: what lies behind it is drawn as a dotted line. */
  readonly horizonOn: string | null;
  readonly official: string | null;
  /** The same in words. */
  readonly label: string;
}

const MIDDLE = 13;
const LEAST_WIDTH = 0.6;

/** A launch window as bars: thin for 80 %, thick for 50 %, a dot at the median, a diamond where the maker has spoken. */
export function WindowBar({ wide, narrow, median, horizonOn, official, label, ...span }: WindowBarProps) {
  const scale = scaleOf(span.from, span.until);
  const horizon = horizonOn === null ? 100 : scale(Date.parse(horizonOn));
  const at = (day: string | null): number => (day === null ? horizon : scale(Date.parse(day)));
  const bar = (stretch: { from: string | null; to: string | null }, thick: number, style: string) => {
    if (stretch.from === null) return null;
    const [left, right] = [at(stretch.from), at(stretch.to)];
    const width = Math.max(LEAST_WIDTH, right - left);
    return (
      <rect
        class={style}
        x={`${place(left)}%`}
        width={`${place(width)}%`}
        y={MIDDLE - thick / 2}
        height={thick}
        rx="2"
      />
    );
  };
  return (
    <svg class="window" height="26" role="img" aria-label={label}>
      <line class="axis-line" x2="100%" y1={MIDDLE} y2={MIDDLE} />
      <line class="window-now" x1={`${place(scale(span.now))}%`} x2={`${place(scale(span.now))}%`} y2="26" />
      {wide.to === null && <line class="window-later" x1={`${place(horizon)}%`} x2="100%" y1={MIDDLE} y2={MIDDLE} />}
      {bar(wide, 4, 'window-wide')}
      {bar(narrow, 12, 'window-narrow')}
      {median !== null && <circle class="window-median" cx={`${place(at(median))}%`} cy={MIDDLE} r="5" />}
      {official !== null && (
        <svg x={`${place(at(official))}%`} overflow="visible">
          <path class="mark-statement" d={`M0 ${MIDDLE - 8}l8 8l-8 8l-8 -8Z`} />
        </svg>
      )}
    </svg>
  );
}

/** The months above the bars, at most about `most`, and where today is. */
export function WindowAxis({ from, until, now, most = 8 }: TimeSpan & { most?: number }) {
  const scale = scaleOf(from, until);
  return (
    <svg class="window-axis axis" height="38" aria-hidden="true">
      {timeTicks(from, until, most).map(({ at, label }, index) => (
        <>
          <text class={index % 2 === 1 ? 'alternate' : undefined} x={`${place(scale(at))}%`} y="12">
            {label}
          </text>
          <line class="axis-tick" x1={`${place(scale(at))}%`} x2={`${place(scale(at))}%`} y1="33" y2="38" />
        </>
      ))}
      <line class="window-now" x1={`${place(scale(now))}%`} x2={`${place(scale(now))}%`} y1="20" y2="38" />
      <text class="today" x={`${place(scale(now))}%`} dx="4" y="29">
        today
      </text>
    </svg>
  );
}

const MONTH_MS = 30.4 * DAY_MS;
const MOST_MONTHS = 30;
const LEAST_MONTHS = 4;

/** The time that an axis holds: from a month ago to the last of these days, but neither too short nor too long. */
export function spanOf(days: readonly (string | null)[], now: number): TimeSpan {
  const ends = days.flatMap((day) => (day === null ? [] : [Date.parse(day)]));
  const last = Math.max(now + LEAST_MONTHS * MONTH_MS, ...ends);
  return { from: now - MONTH_MS / 2, until: Math.min(last, now + MOST_MONTHS * MONTH_MS) + MONTH_MS / 2, now };
}
