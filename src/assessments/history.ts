import { DAY_MS } from '../engine/subjects/index.js';
import { byKind } from '../rumors/causes.js';
import type { Cause } from '../rumors/rumor.entity.js';
import type { PointRow } from './explanations.service.js';

/** How close the points of a history may stand: all of them, or the last of each hour, day or week (UTC). */
export const INTERVALS = ['raw', '1h', '1d', '1w'] as const;
export type Interval = (typeof INTERVALS)[number];

/** Weeks begin on Mondays; the first day of the epoch was a Thursday. */
const MONDAY_MS = 4 * DAY_MS;
const LENGTH_MS: Readonly<Record<Exclude<Interval, 'raw'>, number>> = {
  '1h': 3_600_000,
  '1d': DAY_MS,
  '1w': 7 * DAY_MS,
};

/** Which part of a history is wanted, instants in epoch milliseconds and both within. */
export interface HistorySpan {
  readonly from: number;
  readonly to: number;
  readonly interval: Interval;
  readonly maxPoints: number;
}

/** A point of a history, with everything that happened since the one before it. */
export interface HistoryPoint {
  readonly assessment: PointRow;
  readonly causes: readonly Cause[];
}

/**
 * The points of a history inside a span: of each interval the last, and no more than `maxPoints`, of which the first and
 * the last are always kept and, from four on, the lowest and the highest. What caused a point that is left out is told
 * with the next one that is kept.
 */
export function pointsOf(history: readonly PointRow[], span: HistorySpan): HistoryPoint[] {
  const within = history.filter(({ at }) => at >= span.from && at <= span.to);
  const points = withCauses(within);
  const { interval } = span;
  const spaced = interval === 'raw' ? points : merged(points, ({ assessment }) => slotOf(assessment.at, interval));
  return spaced.length <= span.maxPoints ? spaced : thinned(spaced, span.maxPoints);
}

/** Every assessment with what caused it; most of them were caused by the same, which is read once. */
function withCauses(assessments: readonly PointRow[]): HistoryPoint[] {
  const read = new Map<string, Cause[]>();
  return assessments.map((assessment) => {
    const causes = read.get(assessment.causes) ?? (JSON.parse(assessment.causes) as Cause[]);
    read.set(assessment.causes, causes);
    return { assessment, causes };
  });
}

/** So many of the points: the first, the last, and the lowest and highest of stretches of equal length between them. */
function thinned(points: readonly HistoryPoint[], maxPoints: number): HistoryPoint[] {
  const end = points.length - 1;
  const kept = new Set(maxPoints > 1 ? [0, end] : [end]);
  const stretches = Math.floor((maxPoints - kept.size) / 2);
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const first = 1 + Math.floor(((end - 1) * stretch) / stretches);
    const after = 1 + Math.floor(((end - 1) * (stretch + 1)) / stretches);
    const inner = points.slice(first, after).map((point, index) => ({ at: first + index, value: valueOf(point) }));
    if (inner.length === 0) continue;
    kept.add(inner.reduce((low, each) => (each.value < low.value ? each : low)).at);
    kept.add(inner.reduce((high, each) => (each.value > high.value ? each : high)).at);
  }
  let slot = 0;
  return merged(points, (_, index) => (kept.has(index) ? slot++ : slot));
}

const valueOf = ({ assessment }: HistoryPoint): number => assessment.probability;

const slotOf = (at: number, interval: Exclude<Interval, 'raw'>): number =>
  Math.floor((at - MONDAY_MS) / LENGTH_MS[interval]);

/** Points of one slot next to each other as their last, with the causes of all. */
function merged(points: readonly HistoryPoint[], slot: (point: HistoryPoint, index: number) => number): HistoryPoint[] {
  const kept: HistoryPoint[] = [];
  let last = NaN;
  points.forEach((point, index) => {
    const own = slot(point, index);
    const before = own === last ? kept.pop() : undefined;
    kept.push(before ? { ...point, causes: byKind([...before.causes, ...point.causes]) } : point);
    last = own;
  });
  return kept;
}
