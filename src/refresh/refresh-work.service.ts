import { Injectable } from '@nestjs/common';
import { Recounting } from '../calibration/recounting.service.js';
import { lotsOf } from '../platform/database/sql.js';
import { OverdueWork } from './overdue-work.service.js';
import type { RefreshRun } from './refresh-run.js';
import { WeighingWork } from './weighing-work.service.js';

/** Bounds of one slice, so that its transaction stays within some 50 ms. */
const SOURCES_AT_ONCE = 100;

/** What a refresh does, phase by phase. */
@Injectable()
export class RefreshWork {
  constructor(
    private readonly overdue: OverdueWork,
    private readonly records: Recounting,
    private readonly weighing: WeighingWork,
  ) {}

  /** Does all phases but the last, which every job has; what an earlier attempt did is found done. */
  async do(run: RefreshRun): Promise<void> {
    if (run.job.scope !== 'scores') await this.overdue.do(run);
    if (run.job.scope !== 'device') await this.recount(run);
    await this.weighing.do(run);
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
    const learned = await run.alongside((signal) => this.records.learn(signal));
    for (const due of lotsOf(learned.copying.due)) {
      await run.slice(async () => {
        await this.records.markDue(due);
        return { done: 0, counts: {} };
      });
    }
    await run.slice(async () => {
      await this.records.keepLearned(learned);
      return { done: 0, counts: {} };
    });
  }
}
