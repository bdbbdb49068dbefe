import type { CalibrationAnswer } from '../../calibration/calibration.answer.js';
import { place } from './scale.js';

/** What was said beside what happened: the curve by its steps, its band, and how often what was said. All are 0..1. */
export interface ReliabilityProps {
  readonly curve: CalibrationAnswer['curve'];
  readonly band: CalibrationAnswer['band'];
  readonly histogram: CalibrationAnswer['histogram'];
  /** What the figure shows, in a sentence. */
  readonly finding: string;
}

const HEIGHT = 380;
const BARS_HEIGHT = 56;
const TICKS = [0, 25, 50, 75, 100] as const;
const LEAST_RADIUS = 3.5;
const MOST_RADIUS = 9;

/** The reliability diagram: on the dotted line things happen exactly as often as was said; above it, more often. */
export function ReliabilityDiagram({ curve, band, histogram, finding }: ReliabilityProps) {
  return (
    <div class="reliability" role="img" aria-label={finding}>
      <svg class="reliability-plot" height={HEIGHT} aria-hidden="true">
        <Grid />
        <svg width="100%" height={HEIGHT} viewBox="0 0 100 100" preserveAspectRatio="none">
          <path class="reliability-band" d={bandOf(band)} />
          <line class="reliability-ideal" x1="0" y1="100" x2="100" y2="0" />
          <path class="history-line" d={curveOf(curve)} />
        </svg>
        <Points curve={curve} />
      </svg>
      <Bars histogram={histogram} />
      <p class="reliability-axis muted small">What was said → how often it happened ↑, and how often it was said</p>
    </div>
  );
}

function Grid() {
  return (
    <g class="axis">
      {TICKS.map((share) => (
        <>
          <line class={share === 0 ? 'axis-base' : 'axis-line'} x2="100%" y1={y(share / 100)} y2={y(share / 100)} />
          {share > 0 && share < 100 && (
            <text x="2" y={y(share / 100) - 5}>
              {share}&nbsp;%
            </text>
          )}
        </>
      ))}
    </g>
  );
}

/** A point for each step, the larger the more claims it stands for. */
function Points({ curve }: Pick<ReliabilityProps, 'curve'>) {
  const most = Math.max(1, ...curve.map(({ n }) => n));
  return (
    <g>
      {curve.map(({ said, happened, n }) => (
        <circle
          class="spark-end"
          cx={`${place(said * 100)}%`}
          cy={place(y(happened))}
          r={place(LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * Math.sqrt(n / most))}
        />
      ))}
    </g>
  );
}

function Bars({ histogram }: Pick<ReliabilityProps, 'histogram'>) {
  const most = Math.max(1, ...histogram.map(({ n }) => n));
  return (
    <svg class="reliability-bars" height={BARS_HEIGHT + 18} aria-hidden="true">
      {histogram.map(({ from, to, n }) => (
        <rect
          class="histogram-bar"
          data-n={n}
          x={`${place(from * 100 + 0.5)}%`}
          width={`${place((to - from) * 100 - 1)}%`}
          y={place(BARS_HEIGHT * (1 - n / most))}
          height={place((BARS_HEIGHT * n) / most)}
        />
      ))}
      <line class="axis-base" x2="100%" y1={BARS_HEIGHT} y2={BARS_HEIGHT} />
      {TICKS.map((share) => (
        <text
          x={`${share}%`}
          y={BARS_HEIGHT + 15}
          text-anchor={share === 0 ? 'start' : share === 100 ? 'end' : 'middle'}
        >
          {share}&nbsp;%
        </text>
      ))}
    </svg>
  );
}

const y = (share: number): number => HEIGHT - share * HEIGHT;
const at = (share: number): string => place(share * 100);
const down = (share: number): string => place(100 - share * 100);

/** The steps of the curve, joined: within a step things happened equally often. */
export function curveOf(curve: ReliabilityProps['curve']): string {
  return curve
    .map(({ said_from, said_to, happened }, index) => {
      const start = `${index === 0 ? 'M' : 'L'}${at(said_from)} ${down(happened)}`;
      return said_to > said_from ? `${start}H${at(said_to)}` : start;
    })
    .join('');
}

/** The closed path of the band; nothing where it is narrower than two points. */
export function bandOf(band: ReliabilityProps['band']): string {
  if (band.length < 2) return '';
  const edge = (points: ReliabilityProps['band'], side: 'low' | 'high') =>
    points.map((point) => `${at(point.said)} ${down(point[side])}`).join('L');
  return `M${edge(band, 'high')}L${edge(band.toReversed(), 'low')}Z`;
}
