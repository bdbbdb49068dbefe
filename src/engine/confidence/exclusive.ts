import { dayNumber } from '../subjects/index.js';
import type { Ground } from './cells.js';
import { confidenceOf } from './confidence.js';
import type { Confidence, Learned, Question } from './evidence.js';
import { grouped } from './grouped.js';
import { baseRateOf, scaleOf } from './learned.js';
import { lineOf, type Line } from './line.js';
import { oddsOf } from './odds.js';
import { DAY_MS, PARAMETERS } from './parameters.js';
import { Selection } from './selection.js';
import { Settlement } from './settlement.js';
import { holds } from './spans.js';
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

/** One exclusive question at one instant: what was said, weighed, and the probabilities that come of it. */
class Round {
  readonly line: Line;
  readonly settlement: Settlement;
  private readonly weighing: Weighing;

  constructor(
    private readonly question: Question,
    private readonly selection: Selection,
    private readonly learned: Learned,
    private readonly at: number,
  ) {
    this.weighing = new Weighing(selection, question, learned, at);
    const ground = this.groundFor(this.weighing.balances);
    this.line = ground.line;
    this.settlement = new Settlement(ground);
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

  private groundFor(balances: Ground['balances']): Ground {
    const { question, learned } = this;
    const { subject } = question;
    const popularityScale = subject.valueType === 'dates' ? 0 : scaleOf(subject.family, learned);
    const odds = question.answers.map(({ value }) => oddsOf(baseRateOf(subject, value, learned).rate));
    return { line: lineOf(question, balances, Math.floor(this.at / DAY_MS)), balances, odds, popularityScale };
  }

  /** The weighed voices on the answer and on every answer that covers it, in the order of publication. */
  private bearingOn(answer: number): Weighed[] {
    const span = this.line.spans[answer]!;
    const { weighed } = this.weighing;
    const all = weighed.flatMap((voices, other) =>
      voices.length > 0 && holds(this.line.spans[other]!, span) ? voices : [],
    );
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
      const changed = this.weighing.without(voice);
      const balances = this.weighing.balances.map((balance, answer) => changed.get(answer) ?? balance);
      const settlement = new Settlement(this.groundFor(balances));
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
