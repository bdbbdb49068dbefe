import { clipped, logit, ownShare } from '../confidence/index.js';
import { accuracyWithout, exactly, placesOf } from './accuracies.js';
import { comesBefore } from './copying.js';
import { Weigher } from './expectation.js';
import { OPEN_TRIAL, type Learning } from './learn.js';
import { reportsIn, type Reports, type Settled } from './reports.js';
import { LEARNING } from './settings.js';

/** The reports of those questions alone that are there: all others stay in their rows, without weight. */
export function masked(all: Reports, isThere: (question: number) => boolean): Reports {
  const value = (index: number): number => Number(isThere(all.questionOfValue[index]!));
  return {
    ...all,
    odds: all.odds.map((odds, index) => odds * value(index)),
    weight: all.weight.map((weight, report) => weight * value(all.valueOf[report]!)),
  };
}

/**
 * What is believed between two full refreshes: a report that arrives is weighed with its own question alone, and the
 * sources of that question are credited at once. A question never counts in its own accuracies, and all sums are exact: a
 * report that is withdrawn leaves nothing of itself behind. Who copies is as the last full refresh found it.
 */
export class LiveLearning {
  readonly beliefs: Float64Array;
  private readonly reports: Reports;
  /** What is credited, and what is told, as in a full refresh. */
  private readonly weigher: Weigher;
  private readonly teller: Weigher;
  private readonly places: Uint32Array;
  private readonly kept = new Map<number, number>();
  private readonly tallies: { readonly hits: Float64Array; readonly trials: Float64Array };
  private readonly work: Readonly<Record<'accuracies' | 'logits' | 'own' | 'aside', Float64Array>>;
  private readonly borneOut: Float64Array;

  /**
   * @param all every report that there may be
   * @param there those that are there (`masked`), which `learned` was made of
   * @param scale T
   */
  constructor(
    private readonly all: Reports,
    there: Reports,
    private readonly settled: Settled,
    private readonly learned: Learning,
    scale: number,
  ) {
    this.reports = { ...there, weight: there.weight.slice(), odds: there.odds.slice() };
    this.weigher = new Weigher(this.reports, 1);
    this.teller = new Weigher(this.reports, scale);
    this.places = placesOf(all);
    this.tallies = { hits: learned.tallies.hits.slice(), trials: learned.tallies.trials.slice() };
    this.beliefs = learned.beliefs.slice();
    this.borneOut = learned.borneOut.slice();
    const room = (): Float64Array => new Float64Array(all.sourceOf.length);
    this.work = { accuracies: room(), logits: room(), own: room(), aside: room() };
    const { pairs, copying } = learned;
    copying.forEach((posterior, pair) => {
      if (posterior > 0) this.kept.set(this.key(pairs.first[pair]!, pairs.second[pair]!), ownShare(posterior));
    });
  }

  /** A report arrives. */
  arrive(report: number): void {
    this.change(report, this.all.weight[report]!);
  }

  /** A report is taken back. */
  withdraw(report: number): void {
    this.change(report, 0);
  }

  /** H and N of every place, as they stand. */
  get statistics(): Learning['tallies'] {
    return this.tallies;
  }

  private change(report: number, weight: number): void {
    const value = this.all.valueOf[report]!;
    const question = this.all.questionOfValue[value]!;
    this.credit(question, -1);
    this.reports.weight[report] = weight;
    const others = this.reports.weight.subarray(this.all.reportsOf[value], this.all.reportsOf[value + 1]);
    this.reports.odds[value] = others.some((other) => other > 0) ? this.all.odds[value]! : 0;
    this.weigh(question);
    this.credit(question, 1);
  }

  /** Gives the sources of a question their credit, or takes it back. */
  private credit(question: number, sign: 1 | -1): void {
    const [from, to] = reportsIn(this.all, question);
    const { weight } = this.reports;
    let origins = 0;
    for (let report = from; report < to; report += 1) if (weight[report]! > 0) origins += 1;
    if (this.settled.resolved[question] === 1 || origins < LEARNING.leastOrigins) return;
    for (let report = from; report < to; report += 1) {
      if (weight[report] === 0) continue;
      const place = this.places[report]!;
      this.tallies.hits[place]! += sign * exactly(LEARNING.openShare * this.borneOut[report]!);
      this.tallies.trials[place]! += sign * OPEN_TRIAL;
    }
  }

  private weigh(question: number): void {
    const [from, to] = reportsIn(this.all, question);
    const { accuracies, logits, own } = this.work;
    for (let report = from; report < to; report += 1) {
      const without = { place: this.places[report]!, hits: 0, trials: 0 };
      accuracies[report] = accuracyWithout(this.all, this.learned.starts, this.tallies, without);
      logits[report] = logit(clipped(accuracies[report]!));
    }
    for (let report = from; report < to; report += 1) own[report] = this.independence(report);
    this.weigher.weighOne(question, logits, own, { beliefs: this.beliefs, borneOut: this.borneOut });
    this.teller.weighOne(question, logits, own, { beliefs: this.beliefs, borneOut: this.work.aside });
  }

  /** I of a report among those of its wording that are there. */
  private independence(report: number): number {
    const { sourceOf, rawOf, side, valueOf, reportsOf } = this.all;
    const value = valueOf[report]!;
    let left = 1;
    for (let other = reportsOf[value]!; other < reportsOf[value + 1]!; other += 1) {
      if (other === report || rawOf[other] !== rawOf[report] || side[other]! < 0) continue;
      if (this.reports.weight[other] === 0 || !comesBefore(this.all, this.work.accuracies, other, report)) continue;
      const [first, second] = [
        Math.min(sourceOf[report]!, sourceOf[other]!),
        Math.max(sourceOf[report]!, sourceOf[other]!),
      ];
      left *= this.kept.get(this.key(first, second)) ?? 1;
    }
    return side[report]! > 0 ? left : 1;
  }

  private key(first: number, second: number): number {
    return first * this.all.sources.length + second;
  }
}
