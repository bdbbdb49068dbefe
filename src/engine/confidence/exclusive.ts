import { DAY_MS, dayNumber } from '../subjects/index.js';
import type { Balance } from './balance.js';
import { confidenceOf } from './confidence.js';
import type { Confidence, Learned, Question } from './evidence.js';
import { grouped } from './grouped.js';
import { signsFor, signStepOf, type LaunchSignStep, type SignWeight } from './launch-signs.js';
import { baseRateOf, scaleOf } from './learned.js';
import { lineOf, type Line } from './line.js';
import { logit, oddsOf } from './odds.js';
import type { Voice } from './origin.js';
import { PARAMETERS } from './parameters.js';
import { Selection } from './selection.js';
import { Settlement } from './settlement.js';
import { holds, isBounded, sameSpans } from './spans.js';
import type { Spread } from './spread.js';
import { Weighing } from './weighing.js';
import type { Weighed } from './weight.js';

/** The instants at which the answers are assessed: `at`, or the end of the last day of a window that is over before. */
function instantsOf(question: Question, at: number): number[] {
  const today = Math.floor(at / DAY_MS);
  return question.answers.map(({ value }) => {
    const last = value.type === 'dates' && value.latestOn !== null ? dayNumber(value.latestOn)! : Infinity;
    return last < today ? (last + 1) * DAY_MS - 1 : at;
  });
}

/** The origins that speak to a question. */
const heardIn = ({ answers }: Question): ReadonlySet<string> =>
  new Set(answers.flatMap(({ testimonies }) => testimonies.map(({ originId }) => originId)));

/** One exclusive question at one instant: what was said, weighed, and the probabilities that come of it. */
class Round {
  readonly line: Line;
  readonly settlement: Settlement;
  private readonly weighing: Weighing;
  private readonly odds: readonly number[];
  private readonly signs: readonly SignWeight[];
  /** How things would stand without any of the signs, with the first of them, and so on; none where there is no sign. */
  private readonly bySigns: readonly Settlement[];
  /** The answers on which established sources speak. */
  private readonly spoken: readonly number[];

  constructor(
    private readonly question: Question,
    private readonly selection: Selection,
    private readonly learned: Learned,
    private readonly at: number,
  ) {
    const { answers, subject } = question;
    this.odds = answers.map(({ value }) => oddsOf(baseRateOf(subject, value, learned).rate));
    this.weighing = new Weighing(selection, question, learned, at);
    this.spoken = this.weighing.weighed.flatMap((voices, answer) => (voices.length > 0 ? [answer] : []));
    this.line = this.layLine(this.weighing.balances);
    this.signs = signsFor(subject.key, question.signs ?? [], heardIn(question), at);
    this.bySigns = this.signs.map((_, count) => this.settle(this.line, this.weighing.balances, { count }));
    this.settlement = this.settle(this.line, this.weighing.balances);
  }

  /** The confidences of some of the answers, by answer, each with its leave-one-out. */
  confidencesOf(answers: readonly number[], windowOver: boolean): Map<number, Confidence> {
    const bearing = new Map(answers.map((answer) => [answer, this.bearingOn(answer)]));
    const without = this.leaveOneOut(bearing);
    return new Map(
      answers.map((answer) => {
        const confidence = this.confidenceFor(answer, bearing.get(answer)!, windowOver);
        return [answer, { ...confidence, without: Object.fromEntries(without.get(answer) ?? []) }];
      }),
    );
  }

  private layLine(balances: readonly Balance[], last?: Line): Line {
    const line = lineOf(this.question, balances, Math.floor(this.at / DAY_MS));
    return last && sameSpans(line.spans, last.spans) ? last : line;
  }

  /** @param like a settlement of the same answers, and how many of the signs count; all where nothing is said */
  private settle(
    line: Line,
    balances: readonly Balance[],
    { like = null, count = this.signs.length }: { like?: Settlement | null; count?: number } = {},
  ): Settlement {
    const { subject } = this.question;
    const popularityScale = subject.valueType === 'dates' ? 0 : scaleOf(subject.family, this.learned);
    const signs = this.signs.slice(0, count);
    return new Settlement({ line, balances, odds: this.odds, popularityScale, signs }, like);
  }

  /** What each sign does to an answer beside those before it; none that do nothing to it. */
  private signStepsOf(answer: number): LaunchSignStep[] {
    const stands = [...this.bySigns, this.settlement].map((each) => logit(each.firmProbability(answer)));
    const steps = this.signs.map((sign, index) => signStepOf(sign, stands[index + 1]! - stands[index]!));
    return steps.filter(({ logOdds }) => logOdds !== 0);
  }

  /** How things would stand without a voice; only numbers lie elsewhere when the support of one changes. */
  private settleWithout(voice: Voice): Settlement {
    const balances = [...this.weighing.balances];
    for (const [answer, balance] of this.weighing.without(voice)) balances[answer] = balance;
    const moves = isBounded(this.question.answers[voice.answer]!.value);
    return this.settle(moves ? this.layLine(balances, this.line) : this.line, balances, {
      like: this.settlement,
    });
  }

  /** The weighed voices on the answer and on every answer that covers it, in the order of publication. */
  private bearingOn(answer: number): Weighed[] {
    const span = this.line.spans[answer]!;
    const covering = this.spoken.filter((other) => holds(this.line.spans[other]!, span));
    const all = covering.flatMap((other) => this.weighing.weighed[other]!);
    return all.sort((a, b) => a.voice.testimony.publishedAt - b.voice.testimony.publishedAt);
  }

  private confidenceFor(answer: number, weighed: readonly Weighed[], windowOver: boolean): Confidence {
    const { settlement, question } = this;
    const { value } = question.answers[answer]!;
    return confidenceOf({
      answer: question.answers[answer]!,
      base: baseRateOf(question.subject, value, this.learned),
      weighed,
      voices: this.weighing.voices[answer]!,
      discarded: this.selection.putAside.get(answer) ?? [],
      probability: settlement.probability(answer),
      firmProbability: settlement.firmProbability(answer),
      openLogOdds: settlement.openLogOdds(answer),
      popularity: settlement.popularity(answer),
      signs: this.signStepsOf(answer),
      windowOver,
    });
  }

  /** By answer and evidence, the probability without it; for the heaviest reports, where there are very many. */
  private leaveOneOut(bearing: ReadonlyMap<number, readonly Weighed[]>): Map<number, [string, number][]> {
    const pairs = [...bearing].flatMap(([answer, all]) => all.map((weighed) => ({ answer, weighed })));
    const byEvidence = [...grouped(pairs, ({ weighed }) => weighed)];
    const most = Math.floor(PARAMETERS.leaveOneOutSteps / this.question.answers.length);
    if (byEvidence.length > most) byEvidence.sort(([a], [b]) => Math.abs(b.step.logOdds) - Math.abs(a.step.logOdds));
    const found = byEvidence.slice(0, most).flatMap(([{ voice }, uses]) => {
      const settlement = this.settleWithout(voice);
      return uses.map(({ answer }) => ({ answer, id: voice.testimony.id, left: settlement.probability(answer) }));
    });
    return new Map(
      [...grouped(found, ({ answer }) => answer)].map(([answer, all]) => [
        answer,
        all.map(({ id, left }) => [id, left]),
      ]),
    );
  }
}

/** The confidences of an exclusive question in the order of its answers, and the distribution at the instant itself. */
export function assessExclusive(
  question: Question,
  learned: Learned,
  at: number,
): { readonly confidences: readonly Confidence[]; readonly spread: Spread } {
  const selection = new Selection(question);
  const now = new Round(question, selection, learned, at);
  const answers = question.answers.map((_, index) => index);
  const instants = instantsOf(question, at);
  const found = new Map<number, Confidence>();
  for (const [instant, together] of grouped(answers, (answer) => instants[answer]!)) {
    const round = instant === at ? now : new Round(question, selection, learned, instant);
    for (const [answer, confidence] of round.confidencesOf(together, instant !== at)) found.set(answer, confidence);
  }
  return { confidences: answers.map((answer) => found.get(answer)!), spread: now.settlement.distribution };
}

/** The distribution of an exclusive question over its line. */
export function spreadFor(question: Question, learned: Learned, at: number): Spread {
  return new Round(question, new Selection(question), learned, at).settlement.distribution;
}
