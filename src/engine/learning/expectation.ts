import { entropy, isEstablished } from '../confidence/index.js';
import { reportsIn, type Reports } from './reports.js';

/** What the weighing of all questions leaves behind. */
export interface Expectation {
  /** p of each value; with "other", a question sums to 1. */
  readonly beliefs: Float64Array;
  /** How likely each report is to be right by what all others say (leave-one-source-out). */
  readonly borneOut: Float64Array;
}

/** What the reports of a question come to. */
interface Sums {
  /** W of each value, and e = Σ h·d·I of its supporters. */
  readonly evidence: Float64Array;
  readonly support: Float64Array;
}

/** The weighing of all questions with accuracies that change from round to round. */
export class Weigher {
  private readonly logs: Float64Array;
  private readonly own: Sums;
  private readonly established: readonly boolean[];
  private readonly steps: Float64Array;

  /** @param scale T, the scale of evidence */
  constructor(
    private readonly reports: Reports,
    private readonly scale: number,
  ) {
    const size = reports.values.length;
    this.logs = new Float64Array(size);
    this.own = { evidence: new Float64Array(size), support: new Float64Array(size) };
    this.established = reports.standings.map(isEstablished);
    this.steps = new Float64Array(reports.sourceOf.length);
  }

  /**
   * Weighs all questions: `score(v) = b/(1−b) · exp(T·(W_v + pop(v)))`. "Other" is the case that every value is false, so
   * it pays the popularity of all of them; without that, a question with many values would go to "other", and every
   * source would look bad.
   *
   * @param logits logit a of each report's source, for its family and side
   * @param independence I of each report, beside what was recorded
   */
  weigh(logits: Float64Array, independence: Float64Array): Expectation {
    const { reports } = this;
    const result = {
      beliefs: new Float64Array(reports.values.length),
      borneOut: new Float64Array(reports.sourceOf.length),
    };
    for (let question = 0; question < reports.questions.length; question += 1) {
      this.weighOne(question, logits, independence, result);
    }
    return result;
  }

  /** Weighs one question and writes what comes of it into the result. */
  weighOne(question: number, logits: Float64Array, independence: Float64Array, result: Expectation): void {
    this.addUp(question, logits, independence);
    this.settle(question, result);
  }

  /** The weights `h·d·I·logit a` of a question's reports, and their sums by value. */
  private addUp(question: number, logits: Float64Array, independence: Float64Array): void {
    const { sourceOf, weight, side, valueOf, valuesOf } = this.reports;
    this.own.evidence.fill(0, valuesOf[question], valuesOf[question + 1]);
    this.own.support.fill(0, valuesOf[question], valuesOf[question + 1]);
    const [from, to] = reportsIn(this.reports, question);
    for (let report = from; report < to; report += 1) {
      const share = this.established[sourceOf[report]!] ? weight[report]! * independence[report]! : 0;
      const step = share === 0 ? 0 : side[report]! * share * logits[report]!;
      this.steps[report] = step;
      this.own.evidence[valueOf[report]!]! += step;
      if (side[report]! > 0) this.own.support[valueOf[report]!]! += share;
    }
  }

  private settle(question: number, result: Expectation): void {
    const [from, to] = [this.reports.valuesOf[question]!, this.reports.valuesOf[question + 1]!];
    const other = this.score(from, to);
    let most = other;
    for (let value = from; value < to; value += 1) most = Math.max(most, this.logs[value]!);
    let sum = Math.exp(other - most);
    for (let value = from; value < to; value += 1) sum += Math.exp(this.logs[value]! - most);
    for (let value = from; value < to; value += 1) {
      const belief = Math.exp(this.logs[value]! - most) / sum;
      result.beliefs[value] = belief;
      this.leaveOut(value, belief, result.borneOut);
    }
  }

  /** Writes the logarithms of the scores; returns that of "other". */
  private score(from: number, to: number): number {
    const { evidence, support } = this.own;
    const { odds, wider } = this.reports;
    let [total, terms, heard] = [0, 0, 0];
    for (let value = from; value < to; value += 1) {
      total += support[value]!;
      terms += entropy(support[value]!);
      if (support[value]! > 0) heard += 1;
    }
    for (let value = from; value < to; value += 1) {
      let [weight, mine, own] = [evidence[value]!, support[value]!, entropy(support[value]!)];
      for (const wide of wider?.[value] ?? NONE) {
        weight += evidence[wide]!;
        mine += support[wide]!;
        own += entropy(support[wide]!);
      }
      const popularity = heard < 2 ? 0 : Math.min(0, terms - own - entropy(Math.max(0, total - mine)));
      this.logs[value] = Math.log(odds[value]!) + this.scale * (weight + popularity);
    }
    return heard < 2 ? 0 : this.scale * (terms - entropy(total));
  }

  /** The belief in the value without each of its reports: their odds are taken back. */
  private leaveOut(value: number, belief: number, borneOut: Float64Array): void {
    const { reportsOf, side } = this.reports;
    for (let report = reportsOf[value]!; report < reportsOf[value + 1]!; report += 1) {
      const odds = belief * Math.exp(-this.scale * this.steps[report]!);
      const without = odds / (1 - belief + odds);
      borneOut[report] = side[report]! > 0 ? without : 1 - without;
    }
  }
}

const NONE: readonly number[] = [];
