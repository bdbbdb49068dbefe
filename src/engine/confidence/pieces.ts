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

/** For each span the pieces inside it, as first and last index. */
export function reachesOf(spans: readonly Span[], pieces: readonly Span[]): readonly (readonly [number, number])[] {
  const starts = new Map(pieces.map((piece, index) => [piece.from, index]));
  const ends = new Map(pieces.map((piece, index) => [piece.to, index]));
  return spans.map(({ from, to }) => [starts.get(from)!, ends.get(to)!]);
}
