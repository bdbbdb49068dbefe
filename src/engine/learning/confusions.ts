import { PARAMETERS } from '../confidence/index.js';
import { LEARNING } from './settings.js';

const { strength, pooled } = LEARNING.confusion;

/** How often each source answers what under which true class, drawn towards the confusion of all sources together. */
export class Confusions {
  /** Counts by source, true class, answer; and of all sources. */
  private readonly own: Float64Array;
  private readonly all: Float64Array;
  private readonly shares: Float64Array;
  private readonly totals: Float64Array;

  constructor(
    sources: number,
    private readonly classes: number,
  ) {
    this.own = new Float64Array(sources * classes * classes);
    this.totals = new Float64Array(sources * classes);
    this.all = new Float64Array(classes * classes);
    this.shares = new Float64Array(classes).fill(1);
  }

  /** Counts a question of a class. */
  addClass(of: number, share: number): void {
    this.shares[of]! += share;
  }

  /** Counts an answer. */
  add(source: number, of: number, answer: number, share: number): void {
    this.own[(source * this.classes + of) * this.classes + answer]! += share;
    this.totals[source * this.classes + of]! += share;
    this.all[of * this.classes + answer]! += share;
  }

  /** Turns counts into probabilities: to be called once, after everything was counted. */
  close(): void {
    const questions = this.shares.reduce((sum, share) => sum + share, 0);
    this.shares.forEach((share, of) => (this.shares[of] = share / questions));
    const { vetted } = PARAMETERS.start;
    for (let of = 0; of < this.classes; of += 1) {
      const row = this.all.subarray(of * this.classes, (of + 1) * this.classes);
      const total = row.reduce((sum, count) => sum + count, pooled);
      row.forEach((count, answer) => {
        const start = answer === of ? vetted : (1 - vetted) / Math.max(1, this.classes - 1);
        row[answer] = (count + pooled * start) / total;
      });
    }
  }

  /** How often a question is of the class. */
  share(of: number): number {
    return this.shares[of]!;
  }

  /** P(answer | class, source) = (count + κ·pooled) / (total + κ). */
  probability(source: number, of: number, answer: number, less = 0): number {
    const count = this.own[(source * this.classes + of) * this.classes + answer]! - less;
    const total = this.totals[source * this.classes + of]! - less;
    return (Math.max(0, count) + strength * this.all[of * this.classes + answer]!) / (Math.max(0, total) + strength);
  }

  /** Its logarithm; `isOwn` where the answer itself was counted under the class, and is to be left out. */
  log(source: number, of: number, answer: number, isOwn = false): number {
    return Math.log(this.probability(source, of, answer, isOwn ? 1 : 0));
  }

  /** The log-likelihood of the class by an answer, against the mean of the others. */
  contrast(source: number, of: number, answer: number): number {
    let others = 0;
    for (let other = 0; other < this.classes; other += 1) {
      if (other !== of) others += this.log(source, other, answer) / (this.classes - 1);
    }
    return this.log(source, of, answer) - others;
  }

  /** Mean and variance of that contrast when the class is the true one. */
  moments(source: number, of: number): { readonly mean: number; readonly variance: number } {
    let [mean, square] = [0, 0];
    for (let answer = 0; answer < this.classes; answer += 1) {
      const [chance, contrast] = [this.probability(source, of, answer), this.contrast(source, of, answer)];
      mean += chance * contrast;
      square += chance * contrast ** 2;
    }
    return { mean, variance: square - mean ** 2 };
  }
}
