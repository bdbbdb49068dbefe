import type { CalibrationAnswer } from '../../calibration/calibration.answer.js';
import { count, percent } from '../wording.js';
import { place } from './scale.js';

/** What was said beside what happened: the curve by its steps, its band, and how often what was said. All are 0..1. */
export interface ReliabilityProps {
  readonly curve: CalibrationAnswer['curve'];
  readonly band: CalibrationAnswer['band'];
  readonly histogram: CalibrationAnswer['histogram'];
  /** What the figure shows, in a sentence. */
  readonly finding: string;
  /** Where the claims of a step, and of a bar (from 0), are listed. */
  readonly toStep: (step: CalibrationAnswer['curve'][number]) => string;
  readonly toBin: (bin: number) => string;
}

const HEIGHT = 380;
const BARS_HEIGHT = 56;
const TICKS = [0, 25, 50, 75, 100] as const;
const LEAST_RADIUS = 3.5;
const MOST_RADIUS = 9;

/** The reliability diagram: on the dotted line things happen exactly as often as was said; above it, more often. */
export function ReliabilityDiagram({ curve, band, histogram, finding, toStep, toBin }: ReliabilityProps) {
  return (
    <div class="reliability">
      <div class="reliability-frame">
        <svg class="reliability-plot" height={HEIGHT} role="img" aria-label={finding}>
          <Grid />
          <svg width="100%" height={HEIGHT} viewBox="0 0 100 100" preserveAspectRatio="none">
            <path class="reliability-band" d={bandOf(band)} />
            <line class="reliability-ideal" x1="0" y1="100" x2="100" y2="0" />
            <path class="history-line" d={curveOf(curve)} />
          </svg>
        </svg>
        <Points curve={curve} toStep={toStep} />
      </div>
      <Bars histogram={histogram} toBin={toBin} />
      <p class="reliability-axis muted small">
        What was said → how often it happened ↑, and how often it was said. Points and bars open their claims.
      </p>
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

/** A point for each step, the larger the more claims it stands for; it opens them. */
function Points({ curve, toStep }: Pick<ReliabilityProps, 'curve' | 'toStep'>) {
  const most = Math.max(1, ...curve.map(({ n }) => n));
  return (
    <svg class="reliability-points" height={HEIGHT} role="group" aria-label="The steps of the curve">
      {curve.map((step) => {
        const { said, happened, n } = step;
        const at = { cx: `${place(said * 100)}%`, cy: place(y(happened)) };
        const radius = LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * Math.sqrt(n / most);
        const label = `${percent(said)} said, ${Math.round(happened * 100)} % happened: ${count(n, 'claim')}`;
        return (
          <a href={toStep(step)} aria-label={label}>
            <title>{label}</title>
            <circle class="strip-target" {...at} r="12" />
            <circle class="spark-end" {...at} r={place(radius)} />
          </a>
        );
      })}
    </svg>
  );
}

function Bars({ histogram, toBin }: Pick<ReliabilityProps, 'histogram' | 'toBin'>) {
  const most = Math.max(1, ...histogram.map(({ n }) => n));
  return (
    <svg class="reliability-bars" height={BARS_HEIGHT + 18} role="group" aria-label="How often what was said">
      {histogram.map((bin, index) => (
        <Bar bin={bin} most={most} href={toBin(index)} />
      ))}
      <line class="axis-base" x2="100%" y1={BARS_HEIGHT} y2={BARS_HEIGHT} />
      <g aria-hidden="true">
        {TICKS.map((share) => (
          <text
            x={`${share}%`}
            y={BARS_HEIGHT + 15}
            text-anchor={share === 0 ? 'start' : share === 100 ? 'end' : 'middle'}
          >
            {share}&nbsp;%
          </text>
        ))}
      </g>
    </svg>
  );
}

interface BarProps {
  readonly bin: ReliabilityProps['histogram'][number];
  readonly most: number;
  readonly href: string;
}

/** A bar, and above it the room of the tallest, so that a low one can be met too; an empty one opens nothing. */
function Bar({ bin: { from, to, n }, most, href }: BarProps) {
  const across = { x: `${place(from * 100 + 0.5)}%`, width: `${place((to - from) * 100 - 1)}%` };
  const height = (BARS_HEIGHT * n) / most;
  const bar = (
    <rect class="histogram-bar" data-n={n} {...across} y={place(BARS_HEIGHT - height)} height={place(height)} />
  );
  if (n === 0) return bar;
  const label = `${Math.round(from * 100)} to ${Math.round(to * 100)} % said: ${count(n, 'claim')}`;
  return (
    <a href={href} aria-label={label}>
      <title>{label}</title>
      <rect class="strip-target" {...across} height={BARS_HEIGHT} />
      {bar}
    </a>
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
