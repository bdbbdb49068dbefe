import { dayNumber, type ClaimValue } from '../subjects/index.js';

/** A stretch of a line, from `from` up to but not including `to`; ±Infinity where it has no end. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

type Dates = Extract<ClaimValue, { type: 'dates' }>;
/** A value with bounds: a number or an amount of money. */
export type Bounded = Extract<ClaimValue, { type: 'number' | 'money' }>;

/** The days of a date range, counted from 1970-01-01. */
export function daySpan(value: Dates): Span {
  return {
    from: value.earliestOn === null ? -Infinity : dayNumber(value.earliestOn)!,
    to: value.latestOn === null ? Infinity : dayNumber(value.latestOn)! + 1,
  };
}

/** Whether the outer span holds all of the inner one. */
export function holds(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Whether two numbers differ by no more than a share (0..1) of the larger. */
export function isNear(a: number, b: number, tolerance: number): boolean {
  if (!Number.isFinite(a - b)) return false;
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b)) + 1e-12;
}

/** Whether whoever says `inner` also says `outer`: Q3 covers July; 45–50 MP covers 48 MP, and within the tolerance 50.5. */
export function covers(outer: ClaimValue, inner: ClaimValue, tolerance: number): boolean {
  if (outer.type === 'dates' && inner.type === 'dates') return holds(daySpan(outer), daySpan(inner));
  if (!isBounded(outer) || !isBounded(inner) || outer.type !== inner.type) return outer === inner;
  const [a, b] = [endsOf(outer), endsOf(inner)];
  const low = a.from <= b.from || isNear(a.from, b.from, tolerance);
  return low && (b.to <= a.to || isNear(a.to, b.to, tolerance));
}

/** The bounds of a value, an open one as ±Infinity. */
export function endsOf({ min, max }: Bounded): Span {
  return { from: min ?? -Infinity, to: max ?? Infinity };
}

/** Whether a value is a number or an amount of money. */
export function isBounded(value: ClaimValue): value is Bounded {
  return value.type === 'number' || value.type === 'money';
}

/** Whether spans lie one by one in the same places. */
export function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every(({ from, to }, index) => from === b[index]!.from && to === b[index]!.to);
}
