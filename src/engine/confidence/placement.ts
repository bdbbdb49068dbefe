import type { Line } from './line.js';
import { PARAMETERS } from './parameters.js';
import { lengthOn } from './pieces.js';
import { holds, type Span } from './spans.js';
import type { Mass, Spread } from './spread.js';

/** An answer without an established supporter. */
export interface Guest {
  readonly span: Span;
  /** The probability that it should come to. */
  readonly target: number;
  /** The most that it can come to at the cost of other days or numbers inside an established answer. */
  readonly ceiling: number;
}

interface Part {
  readonly from: number;
  readonly to: number;
  mass: number;
  /** The cell that it was cut from; its parts keep their sum. */
  readonly cell: Mass;
}

/** Cuts a cell where the span begins and ends, its mass in proportion to length. */
function cut(line: Line, cell: Mass, span: Span): Part[] {
  if (cell.to <= span.from || cell.from >= span.to || holds(span, cell)) return [{ ...cell, cell }];
  const points = [cell.from, ...[span.from, span.to].filter((at) => cell.from < at && at < cell.to), cell.to];
  const pieces = points.slice(1).map((to, index) => ({ from: points[index]!, to }));
  const lengths = pieces.map((piece) => lengthOn(line, piece));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  return pieces.map((piece, index) => ({ ...piece, mass: (cell.mass * lengths[index]!) / whole, cell }));
}

/** The stretches of the span on which no cell lies. */
function gapsIn(cells: readonly Span[], span: Span): Span[] {
  const gaps: Span[] = [];
  let reached = span.from;
  for (const cell of cells) {
    if (cell.to <= span.from || cell.from >= span.to) continue;
    if (cell.from > reached) gaps.push({ from: reached, to: cell.from });
    reached = Math.max(reached, cell.to);
  }
  if (reached < span.to) gaps.push({ from: reached, to: span.to });
  return gaps;
}

/** Moves mass into the span from the other parts of the cells that it cuts, none of which is emptied. */
function raise(parts: readonly Part[], span: Span, wanted: number): void {
  const inside = parts.filter((part) => holds(span, part));
  const cells = new Set(inside.map((part) => part.cell));
  const outside = parts.filter((part) => cells.has(part.cell) && !holds(span, part));
  const available = outside.reduce((sum, part) => sum + part.mass, 0);
  if (available === 0 || wanted <= 0) return;
  const share = Math.min(PARAMETERS.drawn, wanted / available);
  for (const part of outside) {
    const taken = part.mass * share;
    part.mass -= taken;
    const receivers = inside.filter((other) => other.cell === part.cell);
    for (const receiver of receivers) receiver.mass += taken / receivers.length;
  }
}

/**
 * Places one more guest over the cells that its span touches. What lies in the span already is its own; what it lacks
 * it draws from "other", onto the part of its span that is still free, and else from the rest of the cells that it cuts.
 *
 * @param most the most that may be drawn from "other"
 * @returns the cells that replace the touched ones, and what was drawn
 */
function settleIn(
  line: Line,
  touched: readonly Mass[],
  { span, target, ceiling }: Guest,
  most: number,
): [Mass[], number] {
  const parts = touched.flatMap((cell) => cut(line, cell, span));
  const held = parts.reduce((sum, part) => sum + (holds(span, part) ? part.mass : 0), 0);
  const lacking = Math.max(0, target - held);
  const gaps = gapsIn(touched, span);
  const drawn = gaps.length === 0 ? 0 : Math.min(lacking, most);
  raise(parts, span, Math.min(lacking, ceiling - held) - drawn);
  const lengths = gaps.map((gap) => lengthOn(line, gap));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const added = (drawn > 0 ? gaps : []).map((gap, index) => ({ ...gap, mass: (drawn * lengths[index]!) / whole }));
  const kept = parts.map(({ from, to, mass }) => ({ from, to, mass }));
  return [[...kept, ...added].sort((a, b) => a.from - b.from), drawn];
}

/** The first cell, of cells in order, that ends after the point. */
function firstAfter(cells: readonly Mass[], point: number): number {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cells[middle]!.to <= point) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Places the guests one after the other, in the order of seniority. Neither the established answers nor the guests
 * before it change by a guest; the n-th takes at most `crowd`/n of what is left of "other".
 */
export function place(line: Line, spread: Spread, guests: readonly Guest[]): Spread {
  const cells = [...spread.cells];
  let other = spread.other;
  guests.forEach((guest, before) => {
    const first = firstAfter(cells, guest.span.from);
    let last = first;
    while (last < cells.length && cells[last]!.from < guest.span.to) last += 1;
    const most = other * (before === 0 ? 1 - PARAMETERS.leastOther : PARAMETERS.crowd / before);
    const [replaced, drawn] = settleIn(line, cells.slice(first, last), guest, most);
    cells.splice(first, last - first, ...replaced);
    other -= drawn;
  });
  return { cells, other };
}
