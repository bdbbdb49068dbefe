import { shiftOf, type Balance } from './balance.js';
import { cellsOf, type Cell } from './cells.js';
import type { SignWeight } from './launch-signs.js';
import type { Line } from './line.js';
import { logistic, logit, logSum } from './odds.js';
import { PARAMETERS } from './parameters.js';
import { place, type Guest } from './placement.js';
import { planOf, samePlan, type Plan } from './plan.js';
import { bySeniority } from './seniority.js';
import { holds, type Span } from './spans.js';
import { massIn, spreadOf, type Spread } from './spread.js';

/** What is needed to settle a question: how its answers lie, what was said, and what held before anything was said. */
export interface Ground {
  readonly line: Line;
  readonly balances: readonly Balance[];
  /** b / (1 − b) of each answer. */
  readonly odds: readonly number[];
  /** T where supported values compete by popularity, else 0. */
  readonly popularityScale: number;
  /** What makes days likelier, whatever is said of them; it moves what established sources support alone. */
  readonly signs: readonly SignWeight[];
}

/**
 * The probabilities of an exclusive question. Answers with an established supporter share the line with "other"; every
 * other answer is a guest inside "other", or inside the established answers that it overlaps.
 */
export class Settlement {
  /** The answers with an established supporter, and those that established sources only refute. */
  private readonly hosts: readonly number[];
  private readonly refuted: readonly number[];
  private readonly plan: Plan;
  private readonly cells: readonly Cell[];
  private readonly spread: Spread;
  private firm: Spread | null = null;
  private placed: Spread | null = null;

  /** @param like a settlement whose plan is taken over if nothing but weights differs */
  constructor(
    private readonly ground: Ground,
    like: Settlement | null = null,
  ) {
    const { line, balances, odds, signs } = ground;
    const spokenOf = balances.flatMap(({ voices }, answer) => (voices > 0 ? [answer] : []));
    this.hosts = spokenOf.filter((answer) => this.isHost(answer));
    this.refuted = spokenOf.filter((answer) => !this.isHost(answer));
    const taken = samePlan(like?.plan ?? null, line, this.hosts, this.refuted);
    const spans = signs.map(({ span }) => span);
    this.plan = taken ?? planOf(line, this.hosts, this.refuted, odds, spans);
    this.cells = cellsOf(this.plan, balances, ground.popularityScale, signs);
    this.spread = spreadOf(this.cells, true);
  }

  /** The whole distribution, guests included. */
  get distribution(): Spread {
    this.placed ??= place(this.ground.line, this.spread, this.guests());
    return this.placed;
  }

  probability(answer: number): number {
    const spread = this.isHost(answer) ? this.spread : this.distribution;
    return massIn(this.ground.line, spread.cells, this.spanOf(answer));
  }

  /** The probability without any unproven testimony; without an established supporter, as if it were the only such. */
  firmProbability(answer: number): number {
    const { line } = this.ground;
    this.firm ??= spreadOf(this.cells, false);
    const { cells } = this.isHost(answer)
      ? this.firm
      : place(line, this.firm, [this.guest(answer, this.alone(answer, false))]);
    return massIn(line, cells, this.spanOf(answer));
  }

  /** The log-odds before "other" is held at its least: what the range is drawn around. */
  openLogOdds(answer: number): number | null {
    if (!this.isHost(answer)) return null;
    const span = this.spanOf(answer);
    const inside = this.cells.filter((cell) => holds(span, cell));
    const outside = this.cells.filter((cell) => !holds(span, cell));
    return logSum(inside.map((cell) => cell.log)) - logSum([0, ...outside.map((cell) => cell.log)]);
  }

  /** T · pop of an answer that is one cell, else 0. */
  popularity(answer: number): number {
    const span = this.spanOf(answer);
    const own = this.cells.filter((cell) => holds(span, cell));
    return own.length === 1 ? own[0]!.popularity : 0;
  }

  private isHost(answer: number): boolean {
    return this.ground.balances[answer]!.supporters > 0;
  }

  private spanOf(answer: number): Span {
    const { from, to } = this.ground.line.spans[answer]!;
    return { from: Math.max(from, this.ground.line.today), to };
  }

  /** What a guest would come to with measure of its own and nothing said for it; the base rate where nobody is heard. */
  private alone(answer: number, shifted: boolean): number {
    const heard = [...this.hosts, answer].sort((a, b) => a - b);
    const refuted = this.refuted.filter((other) => other !== answer);
    const { line, odds, balances, popularityScale } = this.ground;
    const cells = cellsOf(planOf(line, heard, refuted, odds), balances, popularityScale);
    return massIn(line, spreadOf(cells, shifted).cells, this.spanOf(answer));
  }

  private guest(answer: number, target: number): Guest {
    const odds = this.ground.odds[answer]!;
    return { span: this.spanOf(answer), target, ceiling: odds / (1 + odds) + PARAMETERS.unproven.aboveBase };
  }

  /** The answers without an established supporter whose time is not over, in the order of seniority. */
  private guests(): Guest[] {
    const { balances, line } = this.ground;
    const answers = balances.flatMap((_, answer) =>
      this.isHost(answer) || line.spans[answer]!.to <= line.today ? [] : [answer],
    );
    return bySeniority(answers, line.spans, balances).map((answer) =>
      this.guest(answer, logistic(logit(this.alone(answer, true)) + shiftOf(balances[answer]!))),
    );
  }
}
