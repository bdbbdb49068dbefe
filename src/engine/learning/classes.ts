import { PARAMETERS } from '../confidence/index.js';
import { Confusions } from './confusions.js';
import { reportsIn, type Reports } from './reports.js';
import { LEARNING } from './settings.js';

/** What was learned of questions that all have the same few answers. */
export interface ClassLearning {
  /** The classes, in order. */
  readonly classes: readonly string[];
  /** p of each class of each question, row by row; each row sums to 1. */
  readonly beliefs: Float64Array;
  /** φ ≥ 1: how much more the answers to one question err together than independent ones would. */
  readonly dispersion: number;
  readonly confusions: Confusions;
}

/** The classes that the reports know, in order. */
export function classesOf({ values }: Reports): string[] {
  return [...new Set(values)].sort();
}

/** One run of expectation and maximisation over confusion matrices. */
class ClassRun {
  private readonly given: Uint8Array;
  private readonly logs: Float64Array;

  constructor(
    private readonly reports: Reports,
    private readonly classes: readonly string[],
    /** The class of each question that is resolved, else −1. */
    private readonly truth: Int32Array,
  ) {
    const places = new Map(classes.map((name, place) => [name, place]));
    this.given = Uint8Array.from(reports.valueOf, (value) => places.get(reports.values[value]!)!);
    this.logs = new Float64Array(classes.length);
  }

  run(scale: number): ClassLearning {
    const { classes } = this;
    let beliefs = this.vote();
    let confusions = this.counted(beliefs);
    for (let round = 1; round < LEARNING.confusion.rounds; round += 1) {
      beliefs = this.expect(confusions, 1, false);
      confusions = this.counted(beliefs);
    }
    const full = this.expect(confusions, 1, false);
    const dispersion = Math.max(1, this.dispersion(confusions, full));
    return { classes, beliefs: this.expect(confusions, scale / dispersion, true), dispersion, confusions };
  }

  private vote(): Float64Array {
    const count = this.classes.length;
    const votes = new Float64Array(this.reports.questions.length * count);
    this.reports.questions.forEach((_, question) => {
      const [from, to] = reportsIn(this.reports, question);
      for (let report = from; report < to; report += 1) {
        votes[question * count + this.given[report]!]! += 1 / (to - from);
      }
    });
    return votes;
  }

  /** The confusions, with every answer counted under each class as far as that is believed. */
  private counted(beliefs: Float64Array): Confusions {
    const { reports, classes, truth } = this;
    const count = classes.length;
    const confusions = new Confusions(reports.sources.length, count);
    for (let question = 0; question < reports.questions.length; question += 1) {
      const known = truth[question]!;
      const [from, to] = reportsIn(reports, question);
      for (let of = 0; of < count; of += 1) {
        const share = known < 0 ? beliefs[question * count + of]! : Number(known === of);
        confusions.addClass(of, share);
        if (share === 0) continue;
        for (let report = from; report < to; report += 1) {
          confusions.add(reports.sourceOf[report]!, of, this.given[report]!, share);
        }
      }
    }
    confusions.close();
    return confusions;
  }

  /**
   * p(class) ∝ (class prior · Π P(answer | class, source))^scale: the scale does not change which class is likeliest.
   *
   * @param isHonest whether a resolved question is told without what it taught itself
   */
  private expect(confusions: Confusions, scale: number, isHonest: boolean): Float64Array {
    const { reports, classes, truth, given, logs } = this;
    const count = classes.length;
    const beliefs = new Float64Array(reports.questions.length * count);
    for (let question = 0; question < reports.questions.length; question += 1) {
      const known = isHonest ? truth[question]! : -1;
      const [from, to] = reportsIn(reports, question);
      for (let of = 0; of < count; of += 1) {
        let log = Math.log(confusions.share(of));
        for (let report = from; report < to; report += 1) {
          log += confusions.log(reports.sourceOf[report]!, of, given[report]!, known === of);
        }
        logs[of] = scale * log;
      }
      intoShares(logs, beliefs, question * count);
    }
    return beliefs;
  }

  /**
   * φ = Σ (x − E x)² / Σ Var x, with x the log-likelihood of a class against the others, summed over the answers to a
   * question: 1 if they err independently, more if some questions are hard for all. McCullagh and Nelder (1989), 4.5.
   */
  private dispersion(confusions: Confusions, beliefs: Float64Array): number {
    const { reports, classes, given } = this;
    const count = classes.length;
    let [seen, expected] = [0, 0];
    reports.questions.forEach((_, question) => {
      const [from, to] = reportsIn(reports, question);
      for (let of = 0; of < count; of += 1) {
        let [residual, variance] = [0, 0];
        for (let report = from; report < to; report += 1) {
          const moments = confusions.moments(reports.sourceOf[report]!, of);
          residual += confusions.contrast(reports.sourceOf[report]!, of, given[report]!) - moments.mean;
          variance += moments.variance;
        }
        seen += beliefs[question * count + of]! * residual ** 2;
        expected += beliefs[question * count + of]! * variance;
      }
    });
    return expected === 0 ? 1 : seen / expected;
  }
}

/** Writes the shares that logarithms stand for. */
function intoShares(logs: Float64Array, target: Float64Array, at: number): void {
  const most = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  let sum = 0;
  for (const log of logs) sum += Math.exp(log - most);
  logs.forEach((log, place) => (target[at + place] = Math.exp(log - most) / sum));
}

/**
 * Learns questions that all have the same few answers: every source has a confusion matrix, drawn towards the confusion
 * of all sources together (hierarchical Dawid and Skene: Dawid and Skene 1979, Applied Statistics 28; Paun et al. 2018,
 * TACL 6). The evidence counts T / φ, because answers to a hard question err together.
 *
 * @param truth the class of each resolved question by its place in `classesOf`, −1 for an open one
 */
export function learnClasses(reports: Reports, truth: Int32Array, scale: number = PARAMETERS.scale): ClassLearning {
  return new ClassRun(reports, classesOf(reports), truth).run(scale);
}
