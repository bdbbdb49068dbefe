import { Injectable } from '@nestjs/common';
import { Assessor } from '../assessments/assessor.service.js';
import { nameOf } from '../assessments/related-questions.js';
import { StaleQuestions, type StaleQuestion } from '../assessments/stale-questions.service.js';
import { Recounting } from '../calibration/recounting.service.js';
import { OverdueWork } from './overdue-work.service.js';
import { Pace } from './pace.js';
import { endsJob, jobErrorOf, type RefreshRun } from './refresh-run.js';

/** Bounds of one slice, so that its transaction stays within some 50 ms. */
const SOURCES_AT_ONCE = 100;
/** How many questions are looked up at a time. */
const LOOKED_UP = 400;

/** What a refresh does, phase by phase. */
@Injectable()
export class RefreshWork {
  constructor(
    private readonly overdue: OverdueWork,
    private readonly records: Recounting,
    private readonly stale: StaleQuestions,
    private readonly assessor: Assessor,
  ) {}

  /** Does a job from its first phase to its last; what an earlier attempt did is found done. */
  async do(run: RefreshRun): Promise<void> {
    if (run.job.scope !== 'scores') await this.overdue.do(run);
    if (run.job.scope !== 'device') await this.recount(run);
    await this.assess(run);
    await run.begin('finish', 0);
  }

  private async recount(run: RefreshRun): Promise<void> {
    await run.begin('sources', await this.records.countSources());
    for (let after: string | null = null; ;) {
      const slice: { last: string | null } = await run.slice(async () => {
        const { last, looked, changed } = await this.records.recountSources(after, SOURCES_AT_ONCE);
        return { done: looked, counts: { sources: changed }, last };
      });
      if (slice.last === null) break;
      after = slice.last;
    }
    const learned = await this.records.learn();
    await run.slice(async () => {
      await this.records.keepLearned(learned);
      return { done: 0, counts: {} };
    });
  }

  private async assess(run: RefreshRun): Promise<void> {
    const { deviceId } = run.job;
    await run.begin('assess', await this.stale.count(deviceId));
    const pace = new Pace();
    for (let last: StaleQuestion | null = null; ;) {
      const found: StaleQuestion[] = await this.stale.after(last, deviceId, LOOKED_UP);
      await this.weighAll(run, found, pace);
      last = found.at(-1) ?? null;
      if (last === null) return;
    }
  }

  private async weighAll(run: RefreshRun, found: readonly StaleQuestion[], pace: Pace): Promise<void> {
    for (let done = 0; done < found.length;) {
      const questions = pace.fitting(found.slice(done), costOf, ({ deviceId }) => deviceId);
      await this.weigh(run, questions, pace);
      done += questions.length;
    }
  }

  /** Weighs questions in one slice; what cannot be weighed is noted, and the job goes on without it. */
  private async weigh(run: RefreshRun, questions: readonly StaleQuestion[], pace: Pace): Promise<void> {
    try {
      const { unweighable } = await run.slice(async () => {
        const cost = questions.reduce((sum, question) => sum + costOf(question), 0);
        const { effects, unweighable } = await pace.timed(cost, () => this.assessor.assess(questions));
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

const REPORTS_A_RUMOR = 5;
