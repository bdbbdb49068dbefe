import type { Tail } from './line.js';
import type { Span } from './spans.js';

/** The length of a stretch; one without an end has the line's nominal tail. */
export function lengthOn(line: Tail, { from, to }: Span): number {
  if (to === Infinity) return from === -Infinity ? line.tail(0) : line.tail(from);
  return from === -Infinity ? line.tail(to) : to - from;
}

/** The pieces into which the edges cut the line, from the first edge to the last. */
export function piecesOf(spans: readonly Span[]): Span[] {
  const edges = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return edges.slice(1).map((to, index) => ({ from: edges[index]!, to }));
}

/** The first and the last of the pieces that a span covers, by index. */
export type Reach = readonly [first: number, last: number];

/** For each span the pieces that it covers. */
export function reachesOf(spans: readonly Span[], pieces: readonly Span[]): Reach[] {
  const starts = new Map(pieces.map((piece, index) => [piece.from, index]));
  const ends = new Map(pieces.map((piece, index) => [piece.to, index]));
  return spans.map(({ from, to }) => [starts.get(from)!, ends.get(to)!]);
}

/** The first cell, of cells in order, that ends after the point. */
export function firstAfter(cells: readonly Span[], point: number): number {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cells[middle]!.to <= point) low = middle + 1;
    else high = middle;
  }
  return low;
}
