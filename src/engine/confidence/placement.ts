import type { Line } from './line.js';
import { PARAMETERS } from './parameters.js';
import { firstAfter, lengthOn } from './pieces.js';
import { holds, type Span } from './spans.js';
import type { Mass, Spread } from './spread.js';

/** An answer without an established supporter. */
export interface Guest {
  readonly span: Span;
  /** The probability that it should come to. */
  readonly target: number;
  /** The most that it can come to by drawing on the rest of the cells that it cuts. */
  readonly ceiling: number;
}

/** A cell, and whether it lies outside every established answer, so that it may grow at the cost of "other". */
interface Room extends Mass {
  readonly free: boolean;
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly free: boolean;
  mass: number;
  /** The cell that it was cut from; its parts keep their sum. */
  readonly cell: Room;
}

/** Cuts a cell where the span begins and ends, its mass in proportion to length. */
function cut(line: Line, cell: Room, span: Span): Part[] {
  if (cell.to <= span.from || cell.from >= span.to || holds(span, cell)) {
    return [{ ...cell, length: lengthOn(line, cell), cell }];
  }
  const points = [cell.from, ...[span.from, span.to].filter((at) => cell.from < at && at < cell.to), cell.to];
  const pieces = points.slice(1).map((to, index) => ({ from: points[index]!, to }));
  const lengths = pieces.map((piece) => lengthOn(line, piece));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  return pieces.map((piece, index) => {
    const length = lengths[index]!;
    return { ...piece, length, free: cell.free, mass: (cell.mass * length) / whole, cell };
  });
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

/**
 * Moves mass between the span and the other parts of the cells that it cuts, into the span where `wanted` is positive.
 * Each part gives in proportion to what it has, none is emptied, and every cell keeps its sum.
 */
function shift(parts: readonly Part[], span: Span, wanted: number): void {
  const inside = parts.filter((part) => holds(span, part));
  const cells = new Set(inside.map((part) => part.cell));
  const outside = parts.filter((part) => cells.has(part.cell) && !holds(span, part));
  const shared = new Set(outside.map((part) => part.cell));
  const cut = inside.filter((part) => shared.has(part.cell));
  const [givers, takers] = wanted > 0 ? [outside, cut] : [cut, outside];
  const available = givers.reduce((sum, part) => sum + part.mass, 0);
  if (available === 0) return;
  const share = Math.min(PARAMETERS.drawn, Math.abs(wanted) / available);
  for (const part of givers) {
    const given = part.mass * share;
    part.mass -= given;
    const receivers = takers.filter((other) => other.cell === part.cell);
    const length = receivers.reduce((sum, other) => sum + other.length, 0);
    for (const receiver of receivers) receiver.mass += (given * receiver.length) / length;
  }
}

const massOf = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + part.mass, 0);

/** Adds mass to parts, in proportion to their lengths. */
function grow(parts: readonly Part[], mass: number): void {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  for (const part of parts) part.mass += (mass * part.length) / length;
}

/** The gaps in a span as parts without mass. */
function freeParts(line: Line, gaps: readonly Span[]): Part[] {
  return gaps.map((gap) => {
    const cell = { ...gap, mass: 0, free: true };
    return { ...cell, length: lengthOn(line, gap), cell };
  });
}

/**
 * Places one more guest over the cells that its span touches. What lies in the span already is its own. What it lacks
 * it draws from "other" onto the part of its span that nobody holds; else from the rest of the cells that it cuts; else
 * from "other" onto what earlier guests hold of its span. What it has too much goes back to the cells that it cuts.
 *
 * @param most the most that may be drawn from "other"
 * @returns the cells that replace the touched ones, and what was drawn
 */
function settleIn(line: Line, touched: readonly Room[], guest: Guest, most: number): [Room[], number] {
  const { span, target, ceiling } = guest;
  const parts = touched.flatMap((cell) => cut(line, cell, span));
  const inside = parts.filter((part) => holds(span, part));
  const gaps = freeParts(line, gapsIn(touched, span));
  const held = massOf(inside);
  const drawn = gaps.length === 0 ? 0 : Math.max(0, Math.min(target - held, most));
  grow(gaps, drawn);
  shift(parts, span, target < held ? target - held : Math.max(0, Math.min(target, ceiling) - held - drawn));
  const shared = inside.filter((part) => part.free);
  const missing = target - massOf(inside) - drawn;
  const more = shared.length === 0 ? 0 : Math.max(0, Math.min(missing, most - drawn));
  grow(shared, more);
  const all = [...parts, ...gaps.filter((part) => part.mass > 0)].sort((a, b) => a.from - b.from);
  return [all.map(({ from, to, mass, free }) => ({ from, to, mass, free })), drawn + more];
}

/**
 * Places the guests one after the other, in the order of seniority. No established answer changes by a guest; the n-th
 * takes at most `crowd`/(n − 1) of what is left of "other".
 */
export function place(line: Line, spread: Spread, guests: readonly Guest[]): Spread {
  const cells = spread.cells.map((cell): Room => ({ ...cell, free: false }));
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
  return { cells: cells.map(({ from, to, mass }) => ({ from, to, mass })), other };
}
