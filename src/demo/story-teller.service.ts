import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { DAY_MS, type SourceKind } from '../engine/subjects/index.js';
import { Ingestions } from '../ingestion/ingestions.service.js';
import { Clock } from '../platform/clock.js';
import { Fault } from '../platform/fault.js';
import { RefreshJobs } from '../refresh/refresh-jobs.service.js';
import { Refresh } from '../refresh/refresh.service.js';
import { noonOf, reportsBetween, type StoryReport } from './story.js';

/** Kinds that the demo's editor vouches for without a mark. */
const KNOWN_KINDS: ReadonlySet<SourceKind> = new Set<SourceKind>(['maker', 'regulator']);

const WEEK_MS = 7 * DAY_MS;

/** Is told how many of how many reports are in. */
export type Progress = (done: number, total: number) => void;

/**
 * Tells the demo's story: each report is handed in on the day on which it was published, and what is known is weighed
 * anew at least once a week, as the schedule would have done. The clock of the program moves along.
 */
@Injectable()
export class StoryTeller {
  constructor(
    private readonly clock: Clock,
    private readonly ingestions: Ingestions,
    private readonly jobs: RefreshJobs,
    private readonly refresh: Refresh,
  ) {}

  /**
   * Tells the story from its beginning to the present, at which the clock ends.
   *
   * @returns how many reports were told
   */
  async begin(actor: Actor, progress: Progress = () => undefined): Promise<number> {
    const present = this.clock.now();
    const reports = reportsBetween(-Infinity, present);
    const [first] = reports;
    if (first) this.clock.hold(noonOf(first.published_on)); // the story begins before the present
    await this.tell(reports, actor, progress);
    await this.pass(present, actor);
    this.clock.hold(present);
    return reports.length;
  }

  /** Lets the time go on to an instant (epoch milliseconds) after the present, and tells what is published on the way. */
  async goOn(until: number, actor: Actor): Promise<void> {
    await this.tell(reportsBetween(this.clock.now(), until), actor, () => undefined);
    await this.pass(until, actor);
  }

  private async tell(reports: readonly StoryReport[], actor: Actor, progress: Progress): Promise<void> {
    for (const [index, report] of reports.entries()) {
      await this.pass(noonOf(report.published_on), actor);
      await this.handIn(report, actor);
      progress(index + 1, reports.length);
    }
  }

  private async handIn({ source, title, url, text, published_on }: StoryReport, actor: Actor): Promise<void> {
    const vouched = {
      ...source,
      grade: source.grade ?? undefined,
      vetted: source.grade !== null || KNOWN_KINDS.has(source.kind),
    };
    try {
      await this.ingestions.handIn({ text, title, url, published_on, source: vouched }, actor, 'commit');
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'no-claims') throw error; // a report may say nothing that can be followed
    }
  }

  /** Lets the time up to an instant pass, with a refresh each week and at the instant itself. */
  private async pass(until: number, actor: Actor): Promise<void> {
    while (this.clock.now() < until) {
      this.clock.hold(Math.min(this.clock.now() + WEEK_MS, until));
      await this.weigh(actor);
    }
  }

  /** Weighs everything anew, as the schedule does. */
  async weigh(actor: Actor): Promise<void> {
    await this.jobs.request({ scope: 'all' }, 'cli', actor);
    await this.refresh.runDue();
  }
}
