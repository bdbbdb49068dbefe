import { Injectable } from '@nestjs/common';
import { AskedPollWork } from './asked-poll-work.service.js';
import type { RefreshRun } from './refresh-run.js';
import { RefreshWork } from './refresh-work.service.js';

/** What a job does, by its scope: polls one subscription, or refreshes what is believed. */
@Injectable()
export class ScopedWork {
  constructor(
    private readonly work: RefreshWork,
    private readonly polls: AskedPollWork,
  ) {}

  /** Does a job from its first phase to its last. Throws as `RefreshRun.slice` does. */
  async do(run: RefreshRun): Promise<void> {
    await (run.job.scope === 'subscription' ? this.polls : this.work).do(run);
    await run.begin('finish', 0);
  }
}
