import { clipped, logit, PARAMETERS } from '../confidence/index.js';
import {
  accuraciesOf,
  accuracyWithout,
  creditOf,
  exactly,
  isHit,
  placesOf,
  settledTallies,
  startsOf,
  type Accuracies,
  type Tallies,
} from './accuracies.js';
import { copyPosteriors, independenceOf } from './copying.js';
import { Weigher } from './expectation.js';
import { pairsOf, type Pairs } from './pairs.js';
import { lossOf } from './loss.js';
import { nothingSettled, questionOf, reportsIn, type Reports, type Settled } from './reports.js';
import { LEARNING } from './settings.js';
import { byInvestment, byVote, type Beliefs } from './starts.js';
import { finished, type Turns } from './turns.js';

/** Where the rounds begin. */
export const STARTS = ['vote', 'investment'] as const;
export type Start = (typeof STARTS)[number];

/** What the learner may be told. */
export interface LearnOptions {
  /** T, the scale of evidence; T0 where nothing is said. */
  readonly scale?: number;
  /** Where the rounds begin; chosen by the resolved questions where nothing is said. */
  readonly start?: Start;
  /** The pairs of sources that may copy, where they are known already (`pairsOf`). */
  readonly pairs?: Pairs;
}

/** What a report on an open question adds to the trials of its source. */
export const OPEN_TRIAL = exactly(LEARNING.openShare);

/** What was learned. */
export interface Learning {
  readonly start: Start;
  /** p of each value as the reports alone give it: of a resolved question, without what it taught itself. */
  readonly beliefs: Beliefs;
  readonly accuracies: Accuracies;
  /** Where the rounds began for each source, and what it earned since: the sufficient statistics. */
  readonly starts: Float64Array;
  readonly tallies: Tallies;
  /** How far each report was borne out by the others, leaving its source out. */
  readonly borneOut: Float64Array;
  readonly pairs: Pairs;
  /** p_dep of each pair. */
  readonly copying: Float64Array;
  /** I of each report. */
  readonly independence: Float64Array;
}

/** One run of expectation and maximisation over a fixed number of rounds, always from a cold start. */
class Run {
  private readonly places: Uint32Array;
  private readonly settledTallies: Tallies;
  private readonly starts: Float64Array;
  /** Learns with evidence in full; scaled down, beliefs would be vague, sources look bad and beliefs vaguer still. */
  private readonly weigher: Weigher;
  /** Tells what is believed in the end. */
  private readonly teller: Weigher;
  private readonly isCounted: Uint8Array;

  constructor(
    private readonly reports: Reports,
    private readonly pairs: Pairs,
    private readonly settled: Settled,
    scale: number,
  ) {
    this.places = placesOf(reports);
    this.settledTallies = settledTallies(reports, this.places, settled);
    this.starts = startsOf(reports, this.settledTallies);
    this.weigher = new Weigher(reports, 1);
    this.teller = new Weigher(reports, scale);
    this.isCounted = countedOf(reports, settled);
  }

  *from(start: Start): Turns<Learning> {
    const { reports, pairs } = this;
    let beliefs = start === 'vote' ? byVote(reports) : byInvestment(reports);
    let borneOut: Float64Array = Float64Array.from(reports.valueOf, (value, report) =>
      reports.side[report]! > 0 ? beliefs[value]! : 1 - beliefs[value]!,
    );
    for (let round = 1; ; round += 1) {
      const tallies = this.earned(borneOut);
      const accuracies = accuraciesOf(reports, this.starts, tallies);
      const own = gathered(this.places, accuracies.inFamily);
      const copying = this.copying(round, beliefs, own);
      const independence = independenceOf(reports, pairs, copying, own);
      const isLast = round === LEARNING.rounds;
      const expected = this.weigher.weigh(logits(own), independence);
      ({ beliefs, borneOut } = expected);
      if (isLast) {
        const told = this.teller.weigh(logits(this.honest(own, tallies)), independence);
        return { start, beliefs: told.beliefs, borneOut, ...this.standings(borneOut), pairs, copying, independence };
      }
      yield;
    }
  }

  /** p_dep of each pair; nobody is suspected in the first rounds. */
  private copying(round: number, beliefs: Beliefs, accuracies: Float64Array): Float64Array {
    if (round < LEARNING.copying.firstRound) return new Float64Array(this.pairs.first.length);
    return copyPosteriors(this.reports, this.pairs, { settled: this.settled, beliefs, accuracies });
  }

  /** Where the sources stand after the last round. */
  private standings(borneOut: Float64Array): Pick<Learning, 'accuracies' | 'starts' | 'tallies'> {
    const tallies = this.earned(borneOut);
    return { accuracies: accuraciesOf(this.reports, this.starts, tallies), starts: this.starts, tallies };
  }

  /** H and N: resolved questions in full, open ones by what the others believe, at a fixed share. */
  private earned(borneOut: Float64Array): Tallies {
    const hits = this.settledTallies.hits.slice();
    const trials = this.settledTallies.trials.slice();
    this.places.forEach((place, report) => {
      if (this.isCounted[report] === 0) return;
      hits[place]! += exactly(LEARNING.openShare * borneOut[report]!);
      trials[place]! += OPEN_TRIAL;
    });
    return { hits, trials };
  }

  /** The accuracies by report, those on resolved questions without what these taught. */
  private honest(own: Float64Array, tallies: Tallies): Float64Array {
    const { reports, settled } = this;
    return own.map((accuracy, report) => {
      if (settled.resolved[questionOf(reports, report)] === 0) return accuracy;
      const trials = exactly(creditOf(reports, settled, report));
      const hits = isHit(reports, settled, report) ? trials : 0;
      return accuracyWithout(reports, this.starts, tallies, { place: this.places[report]!, hits, trials });
    });
  }
}

/** logit a of each report's source. */
const logits = (accuracies: Float64Array): Float64Array => accuracies.map((accuracy) => logit(clipped(accuracy)));

/** What stands at each place. */
function gathered(places: Uint32Array, amounts: Float64Array): Float64Array {
  const found = new Float64Array(places.length);
  for (let index = 0; index < places.length; index += 1) found[index] = amounts[places[index]!]!;
  return found;
}

/** Whether a report earns credit while its question is open: where at least two origins speak. */
function countedOf(reports: Reports, { resolved }: Settled): Uint8Array {
  const counted = new Uint8Array(reports.sourceOf.length);
  reports.questions.forEach((_, question) => {
    const [from, to] = reportsIn(reports, question);
    const origins = reports.weight.subarray(from, to).filter((weight) => weight > 0).length;
    if (resolved[question] === 0 && origins >= LEARNING.leastOrigins) counted.fill(1, from, to);
  });
  return counted;
}

/**
 * Chooses where the rounds begin: the start from which the resolved questions, unseen, are told better. With none
 * resolved it is PooledInvestment, which is less misled by feeds that copy each other than a vote is.
 */
function* chooseStart(reports: Reports, pairs: Pairs, settled: Settled, scale: number): Turns<Start> {
  if (!settled.resolved.includes(1)) return 'investment';
  const blind = new Run(reports, pairs, nothingSettled(reports), scale);
  const losses: number[] = [];
  for (const start of STARTS) losses.push(lossOf(reports, settled, (yield* blind.from(start)).beliefs));
  return losses[0]! < losses[1]! ? 'vote' : 'investment';
}

/**
 * Learns how right each source is in each family, who copies from whom and what to believe, by expectation and
 * maximisation over the open questions and counting over the resolved ones.
 */
export const learn = (reports: Reports, settled: Settled, options: LearnOptions = {}): Learning =>
  finished(learning(reports, settled, options));

/** The same, round by round. */
export function* learning(reports: Reports, settled: Settled, options: LearnOptions = {}): Turns<Learning> {
  const scale = options.scale ?? PARAMETERS.scale;
  const pairs = options.pairs ?? pairsOf(reports);
  const start = options.start ?? (yield* chooseStart(reports, pairs, settled, scale));
  return yield* new Run(reports, pairs, settled, scale).from(start);
}
