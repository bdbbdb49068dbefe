import { place } from './scale.js';

/** A point of a line: x in 0..100 (per cent of the width), y in 0..100 from the top. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The path of a step line: a value holds until the next one, and the last holds to the right end.
 *
 * @param points in the order of x
 * @param until where the line ends
 */
export function stepPath(points: readonly Point[], until = 100): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const turns = rest.filter(({ y }, index) => place(y) !== place(points[index]!.y));
  const steps = turns.map(({ x, y }) => `H${place(x)}V${place(y)}`);
  return `M${place(first.x)} ${place(first.y)}${steps.join('')}H${place(until)}`;
}

/** The closed path of a band between two step lines over the same x, `low` beneath `high`. */
export function bandPath(low: readonly Point[], high: readonly Point[], until = 100): string {
  if (low.length === 0 || low.length !== high.length) return '';
  const back = [...low].reverse().map(({ x, y }) => `V${place(y)}H${place(x)}`);
  return `${stepPath(high, until)}${back.join('')}Z`;
}
