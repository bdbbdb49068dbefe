import { shiftOf, type Balance } from './balance.js';
import { PARAMETERS } from './parameters.js';
import type { Plan } from './plan.js';
import type { SignWeight } from './launch-signs.js';
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

interface Sum {
  evidence: number;
  shift: number;
}

/** What was said of each piece: the sums over all answers that cover it, and over all signs. */
function sumsOf(plan: Plan, balances: readonly Balance[], signs: readonly SignWeight[]): Sum[] {
  const sums = plan.pieces.map((): Sum => ({ evidence: 0, shift: 0 }));
  [...plan.heard, ...plan.told].forEach((answer, index) => {
    const balance = balances[answer]!;
    const shift = balance.supporters > 0 ? shiftOf(balance) : 0;
    const [first, last] = plan.reaches[index]!;
    for (let piece = first; piece <= last; piece += 1) {
      sums[piece]!.evidence += balance.evidence;
      sums[piece]!.shift += shift;
    }
  });
  plan.signReaches.forEach(([first, last], index) => {
    for (let piece = first; piece <= last; piece += 1) sums[piece]!.evidence += signs[index]!.weight;
  });
  return sums;
}

/**
 * The cells of a question: its pieces that have measure and are not over.
 *
 * @param popularityScale T where supported values compete by popularity, else 0
 * @param signs those that the plan was made with
 */
export function cellsOf(
  plan: Plan,
  balances: readonly Balance[],
  popularityScale: number,
  signs: readonly SignWeight[] = [],
): Cell[] {
  const { line, measures } = plan;
  const support = [...plan.heard, ...plan.told].map((answer) => supportFor(balances[answer]!));
  const popularity = popularityScale === 0 ? null : popularityOf(plan, support);
  const sums = sumsOf(plan, balances, signs);
  return plan.pieces.flatMap((piece, index): Cell[] => {
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
