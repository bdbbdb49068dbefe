import { Injectable } from '@nestjs/common';
import { Fault } from '../platform/fault.js';
import { AskedPolls, type AskedPoll } from '../subscriptions/asked-polls.service.js';
import { endsJob, jobErrorOf, type RefreshRun, type Slice } from './refresh-run.js';

const NOTHING: Slice = { done: 0, counts: {} };
const ONE: Slice = { done: 1, counts: {} };

/** What a refresh of one subscription does: asks it, and reads what is new in it. */
@Injectable()
export class AskedPollWork {
  constructor(private readonly polls: AskedPolls) {}

  /** Does a job; what was polled since it was asked for, such as by an earlier attempt, is not polled again. */
  async do(run: RefreshRun): Promise<void> {
    await run.begin('poll', 1);
    const { items, proposed, error } = await this.poll(run);
    await run.slice(() => Promise.resolve({ ...ONE, counts: { items, proposed } }));
    if (error !== null) run.fail({ about: run.job.subscriptionId ?? run.job.id, ...error });
  }

  /** Polls, and renews the lease before each entry, where the job can be called off. */
  private async poll(run: RefreshRun): Promise<AskedPoll> {
    const { subscriptionId, createdAt } = run.job;
    let isReading = false;
    const step = async (toRead: number): Promise<void> => {
      if (!isReading) await run.begin('read', toRead);
      else await run.slice(() => Promise.resolve(ONE));
      isReading = true;
    };
    try {
      return await this.polls.poll(subscriptionId ?? '', createdAt, step);
    } catch (error) {
      if (endsJob(error) || !(error instanceof Fault)) throw error;
      const { code, detail } = jobErrorOf('', error);
      await run.slice(() => Promise.resolve(NOTHING));
      return { items: 0, proposed: 0, error: { code, detail } };
    }
  }
}
