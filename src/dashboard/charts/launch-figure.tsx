import { packDots } from './dot-packing.js';
import { timeTicks, place, scaleOf } from './scale.js';

/** A launch window as the figure shows it: equally likely days (epoch milliseconds), and the dots that lie beyond. */
export interface LaunchFigureProps {
  readonly dots: readonly number[];
  /** How many dots of the same weight stand for "not by the horizon". */
  readonly beyond: number;
  /** What stands beneath that pile: `not by Dec 2022`. */
  readonly beyondLabel: string;
  readonly from: number;
  readonly until: number;
  readonly median: number | null;
  /** What the figure shows, in a sentence. */
  readonly finding: string;
}

const COLUMNS = 24;
const SPACING = 16;
const RADIUS = 6.5;
const TAIL_COLUMNS = 4;
const WIDTH = (COLUMNS + TAIL_COLUMNS + 1) * SPACING;
const AXIS_SHARE = (COLUMNS / (COLUMNS + TAIL_COLUMNS + 1)) * 100;

/** A dot for each equally likely day, piled up over the axis of time; apart from them, the dots for "not by then". */
export function LaunchFigure(props: LaunchFigureProps) {
  const packed = packDots(props.dots, props.from, props.until, COLUMNS);
  const tail = Math.ceil(props.beyond / TAIL_COLUMNS);
  const height = Math.max(4, tail, ...packed.map(({ level }) => level + 1)) * SPACING;
  const dots = [...packed, ...tailDots(props.beyond)];
  return (
    <div class="launch" role="img" aria-label={props.finding}>
      <svg class="launch-dots" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
        {dots.map(({ column, level }) => (
          <circle
            class={column < COLUMNS ? 'dot' : 'dot dot-beyond'}
            cx={(column + 0.5) * SPACING}
            cy={height - (level + 0.5) * SPACING}
            r={RADIUS}
          />
        ))}
      </svg>
      <LaunchAxis {...props} />
    </div>
  );
}

const tailDots = (beyond: number) =>
  Array.from({ length: beyond }, (_dot, index) => ({
    column: COLUMNS + 1 + (index % TAIL_COLUMNS),
    level: Math.floor(index / TAIL_COLUMNS),
  }));

function LaunchAxis({ from, until, median, beyondLabel }: LaunchFigureProps) {
  const within = scaleOf(from, until);
  const scale = (at: number): string => `${place((within(at) * AXIS_SHARE) / 100)}%`;
  const ticks = timeTicks(from, until, 5);
  return (
    <svg class="launch-axis axis" height="44" aria-hidden="true">
      <line class="axis-base" x1="0" x2={`${place(AXIS_SHARE)}%`} y1="1" y2="1" />
      <line class="axis-base axis-beyond" x1={`${place(AXIS_SHARE + 3.4)}%`} x2="100%" y1="1" y2="1" />
      {ticks.map(({ at, label }, index) => (
        <>
          <line class="axis-tick" x1={scale(at)} x2={scale(at)} y1="1" y2="6" />
          <text
            class={index % 2 === 1 ? 'alternate' : undefined}
            x={scale(at)}
            y="22"
            text-anchor={within(at) < 9 ? 'start' : 'middle'}
          >
            {label}
          </text>
        </>
      ))}
      {median !== null && <circle class="median" cx={scale(median)} cy="1" r="4" />}
      <text class="beyond" x="100%" y="22" text-anchor="end">
        {beyondLabel}
      </text>
    </svg>
  );
}
