import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Assessor, type Assessed } from '../assessments/assessor.service.js';
import { nameOf } from '../assessments/related-questions.js';
import { asOne, type Weighed } from '../assessments/weighed.js';
import { StaleQuestions, type StaleQuestion } from '../assessments/stale-questions.service.js';
import { Pace, processorTime } from './pace.js';
import { endsJob, jobErrorOf, type RefreshRun } from './refresh-run.js';

/** How many questions are looked up at a time. */
const LOOKED_UP = 1000;

/** A job with the paces of what it does. */
interface Course {
  readonly run: RefreshRun;
  /** Of weighing within an act, of weighing ahead of it, and of writing down what was weighed ahead. */
  readonly within: Pace;
  readonly ahead: Pace;
  readonly writing: Pace;
}

/**
 * Weighs what is out of date. What has happened to a question is weighed within the act that writes it down. What is only a
 * day older is weighed ahead of its act, in turns: so nobody who writes waits for more than the writing.
 */
@Injectable()
export class WeighingWork {
  constructor(
    private readonly stale: StaleQuestions,
    private readonly assessor: Assessor,
  ) {}

  /** Weighs all stale questions, or those about the device of the job; what cannot be weighed is noted, and left. */
  async do(run: RefreshRun): Promise<void> {
    const { deviceId } = run.job;
    await run.begin('assess', await this.stale.count(deviceId));
    const course = { run, within: new Pace(), ahead: new Pace(processorTime), writing: new Pace() };
    for (let last: StaleQuestion | null = null; ;) {
      const found: StaleQuestion[] = await this.stale.after(last, deviceId, LOOKED_UP);
      const happened = new Set(found.filter((each) => !each.byAgeAlone).map((each) => each.deviceId));
      await this.weighAll(
        course,
        found.filter((each) => happened.has(each.deviceId)),
      );
      await this.weighAged(
        course,
        found.filter((each) => !happened.has(each.deviceId)),
      );
      last = found.at(-1) ?? null;
      if (last === null) return;
    }
  }

  private async weighAll({ run, within }: Course, found: readonly StaleQuestion[]): Promise<void> {
    for (let done = 0; done < found.length;) {
      const questions = within.fitting(found.slice(done), costOf, ({ deviceId }) => deviceId);
      await this.write(run, questions, () => within.timed(sumOf(questions), () => this.assessor.assess(questions)));
      done += questions.length;
    }
  }

  private async weighAged(course: Course, found: readonly StaleQuestion[]): Promise<void> {
    const { ahead, writing } = course;
    let [weighed, first]: [Weighed[], number] = [[], 0];
    for (let done = 0; done < found.length;) {
      const questions = ahead.fitting(found.slice(done), costOf, ({ deviceId }) => deviceId);
      await nextTurn();
      weighed.push(await ahead.timed(sumOf(questions), () => this.assessor.weighAhead(questions)));
      done += questions.length;
      const size = weighed.reduce((sum, { findings }) => sum + findings.length, 0);
      if (done < found.length && size < writing.room) continue;
      const lot = asOne(weighed);
      await this.write(course.run, found.slice(first, done), () => writing.timed(size, () => this.assessor.keep(lot)));
      [weighed, first] = [[], done];
    }
  }

  /** Does one slice with these questions; what goes wrong is noted, and the job goes on without it. */
  private async write(
    run: RefreshRun,
    questions: readonly StaleQuestion[],
    work: () => Promise<Assessed>,
  ): Promise<void> {
    try {
      const { unweighable } = await run.slice(async () => {
        const { effects, unweighable } = await work();
        const left = new Set(unweighable.map(nameOf));
        const weighed = questions.filter((question) => !left.has(nameOf(question)));
        const done = weighed.reduce((sum, question) => sum + question.rumors, 0);
        return { done, counts: { weighed: weighed.length, changed: effects.length }, unweighable };
      });
      for (const { error, ...key } of unweighable) run.fail(jobErrorOf(nameOf(key), error));
    } catch (error) {
      if (endsJob(error)) throw error;
      for (const question of questions) run.fail(jobErrorOf(nameOf(question), error));
    }
  }
}

/** What a question costs beside others: each report that is read, and some of them for each rumor that is written. */
const costOf = ({ reports, rumors }: StaleQuestion): number => reports + REPORTS_A_RUMOR * rumors;
const sumOf = (questions: readonly StaleQuestion[]): number => questions.reduce((sum, each) => sum + costOf(each), 0);

const REPORTS_A_RUMOR = 5;
