import { shiftOf, type Balance } from './balance.js';
import type { Line } from './line.js';
import { measuresOf } from './measures.js';
import { PARAMETERS } from './parameters.js';
import { piecesOf, reachesOf } from './pieces.js';
import { popularityOf } from './popularity.js';
import type { Span } from './spans.js';

/** A stretch of a line that no answer divides further, with its logarithm of odds against "other". */
export interface Cell extends Span {
  /** ln(prior measure) + evidence + popularity. */
  readonly log: number;
  /** T · pop, the part of `log` that popularity has. */
  readonly popularity: number;
  /** The shift by unproven sources, within ± the budget. */
  readonly shift: number;
}

/** What is needed to lay out a question: how its answers lie, what was said, and before anything was said. */
export interface Ground {
  readonly line: Line;
  readonly balances: readonly Balance[];
  /** b / (1 − b) of each answer. */
  readonly odds: readonly number[];
  /** T where supported values compete by popularity, else 0. */
  readonly popularityScale: number;
}

/**
 * The cells of a question. Answers that established sources support have measure of their own; those they only refute
 * cut the cells and take weight away, but add none, so that denying an invented value costs the others nothing.
 *
 * @param heard the answers with measure of their own, in order
 * @param told the other answers that established sources speak of, in order
 */
export function layOut(ground: Ground, heard: readonly number[], told: readonly number[]): Cell[] {
  const { line, balances, odds, popularityScale } = ground;
  const speaking = [...heard, ...told];
  const spans = speaking.map((answer) => line.spans[answer]!);
  const pieces = piecesOf(spans);
  const measures = measuresOf(line, heard, odds, pieces);
  const support = speaking.map((answer) => supportFor(balances[answer]!));
  const popularity = popularityScale === 0 ? null : popularityOf(spans, support, pieces);
  const sums = pieces.map(() => ({ evidence: 0, shift: 0 }));
  reachesOf(spans, pieces).forEach(([first, last], index) => {
    const balance = balances[speaking[index]!]!;
    for (const sum of sums.slice(first, last + 1)) {
      sum.evidence += balance.evidence;
      sum.shift += balance.supporters > 0 ? shiftOf(balance) : 0;
    }
  });
  return pieces.flatMap((piece, index): Cell[] => {
    if (measures[index] === 0 || piece.to <= line.today) return [];
    const pop = popularityScale * (popularity?.[index] ?? 0);
    const log = Math.log(measures[index]!) + sums[index]!.evidence + pop;
    const from = Math.max(piece.from, line.today);
    return [{ from, to: piece.to, log, popularity: pop, shift: withinBudget(sums[index]!.shift) }];
  });
}

const supportFor = ({ supporters, popularity }: Balance): number => (supporters > 0 ? popularity : 0);

function withinBudget(shift: number): number {
  const { budget } = PARAMETERS.unproven;
  return Math.min(budget, Math.max(-budget, shift));
}
