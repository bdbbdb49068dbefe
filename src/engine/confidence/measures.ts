import type { Tail } from './line.js';
import { PARAMETERS } from './parameters.js';
import { lengthOn, type Reach } from './pieces.js';
import type { Span } from './spans.js';

/** An answer that is to have measure. */
export interface Claimant {
  readonly span: Span;
  readonly reach: Reach;
  /** b / (1 − b), its whole prior measure. */
  readonly odds: number;
}

/**
 * The prior measure of each piece, "other" having 1. From the narrowest range to the widest, each range holds the odds
 * of its own base rate: what narrower ones already hold inside it is subtracted, and what is left is spread evenly over
 * its pieces that have none, at no less than a tenth of its even density.
 */
export function measuresOf(claimants: readonly Claimant[], pieces: readonly Span[], line: Tail): number[] {
  const lengths = pieces.map((piece) => lengthOn(line, piece));
  const measures = pieces.map(() => 0);
  const order = [...claimants].sort((a, b) => byWidth(a.span, b.span));
  for (const { reach, odds } of order) {
    const [first, last] = reach;
    let [held, free, length] = [0, 0, 0];
    for (let piece = first; piece <= last; piece += 1) {
      held += measures[piece]!;
      length += lengths[piece]!;
      if (measures[piece] === 0) free += lengths[piece]!;
    }
    const density = Math.max((odds - held) / free, (PARAMETERS.leastDensity * odds) / length);
    for (let piece = first; piece <= last; piece += 1) {
      if (measures[piece] === 0) measures[piece] = density * lengths[piece]!;
    }
  }
  return measures;
}

/** Narrow before wide, then early before late; a range without an end is wider than any. */
function byWidth(a: Span, b: Span): number {
  const [x, y] = [a.to - a.from, b.to - b.from];
  return x === y ? (a.from === b.from ? a.to - b.to : a.from - b.from) : x - y;
}
