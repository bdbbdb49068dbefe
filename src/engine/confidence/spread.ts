import type { Cell } from './cells.js';
import type { Tail } from './line.js';
import { logSum } from './odds.js';
import { PARAMETERS } from './parameters.js';
import { firstAfter, lengthOn } from './pieces.js';
import { holds, type Span } from './spans.js';

/** A stretch with its probability. */
export interface Mass extends Span {
  readonly mass: number;
}

/** A distribution over a line; the masses and `other` sum to 1. */
export interface Spread {
  readonly cells: readonly Mass[];
  readonly other: number;
}

/**
 * The probabilities of cells by softmax against "other" (ln 1 = 0), which keeps at least one in a million.
 *
 * @param shifted whether unproven sources have their say
 */
export function spreadOf(cells: readonly Cell[], shifted: boolean): Spread {
  const raw = cells.map(({ log, shift }) => log + (shifted ? shift : 0));
  const deepest = raw.reduce((most, log) => Math.max(most, log), 0) - PARAMETERS.deepest;
  const logs = raw.map((log) => Math.max(log, deepest));
  const all = logSum(logs);
  const other = Math.max(0, all + Math.log(PARAMETERS.leastOther));
  const norm = logSum([all, other]);
  return {
    cells: cells.map(({ from, to }, index) => ({ from, to, mass: Math.exp(logs[index]! - norm) })),
    other: Math.exp(other - norm),
  };
}

/** The mass of cells in order inside a span; of a stretch that the span cuts, the part in proportion to length. */
export function massIn(line: Tail, cells: readonly Mass[], span: Span): number {
  let mass = 0;
  for (let index = firstAfter(cells, span.from); index < cells.length; index += 1) {
    const cell = cells[index]!;
    if (cell.from >= span.to) break;
    const inside = { from: Math.max(cell.from, span.from), to: Math.min(cell.to, span.to) };
    mass += holds(span, cell) ? cell.mass : (cell.mass * lengthOn(line, inside)) / wholeOf(line, cell, span);
  }
  return mass;
}

/** The length of a cell as the sum of its parts inside and outside a span, so that both shares add to one. */
function wholeOf(line: Tail, cell: Span, span: Span): number {
  const points = [cell.from, ...[span.from, span.to].filter((at) => cell.from < at && at < cell.to), cell.to];
  return points.slice(1).reduce((sum, to, index) => sum + lengthOn(line, { from: points[index]!, to }), 0);
}
