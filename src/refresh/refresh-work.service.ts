import { Injectable } from '@nestjs/common';
import { Assessor } from '../assessments/assessor.service.js';
import { nameOf } from '../assessments/scales.service.js';
import { StaleQuestions, type StaleQuestion } from '../assessments/stale-questions.service.js';
import { Scores } from '../calibration/scores.service.js';
import { OverdueWork } from './overdue-work.service.js';
import { endsJob, jobErrorOf, type RefreshRun } from './refresh-run.js';

/** Bounds of one slice, so that its transaction stays within some 50 ms. */
const SOURCES_AT_ONCE = 100;
const QUESTIONS_AT_ONCE = 10;
const REPORTS_AT_ONCE = 150;
/** How many questions are looked up at a time. */
const LOOKED_UP = 200;

/** What a refresh does, phase by phase. */
@Injectable()
export class RefreshWork {
  constructor(
    private readonly overdue: OverdueWork,
    private readonly sources: Scores,
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
    await run.begin('sources', await this.sources.count());
    for (let after: string | null = null; ;) {
      const slice: { last: string | null } = await run.slice(async () => {
        const { last, looked, changed } = await this.sources.recount(after, SOURCES_AT_ONCE);
        return { done: looked, counts: { sources: changed }, last };
      });
      if (slice.last === null) return;
      after = slice.last;
    }
  }

  private async assess(run: RefreshRun): Promise<void> {
    const { deviceId } = run.job;
    await run.begin('assess', await this.stale.count(deviceId));
    for (let last: StaleQuestion | null = null; ;) {
      const found: StaleQuestion[] = await this.stale.after(last, deviceId, LOOKED_UP);
      for (const questions of slicesOf(found)) await this.weigh(run, questions);
      last = found.at(-1) ?? null;
      if (last === null) return;
    }
  }

  /** Weighs questions in one slice; what cannot be weighed is noted, and the job goes on without it. */
  private async weigh(run: RefreshRun, questions: readonly StaleQuestion[]): Promise<void> {
    try {
      const { unweighable } = await run.slice(async () => {
        const { effects, unweighable } = await this.assessor.assess(questions);
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

/** Questions in slices of a bounded number of questions and of reports; one with more reports is a slice of its own. */
function slicesOf(questions: readonly StaleQuestion[]): StaleQuestion[][] {
  const slices: StaleQuestion[][] = [];
  let reports = 0;
  for (const question of questions) {
    const slice = slices.at(-1);
    reports += question.reports;
    if (slice && slice.length < QUESTIONS_AT_ONCE && reports <= REPORTS_AT_ONCE) slice.push(question);
    else {
      slices.push([question]);
      reports = question.reports;
    }
  }
  return slices;
}
