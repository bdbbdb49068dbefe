import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../access/actor.js';
import { Embargoes } from '../ingestion/embargoes.service.js';
import { WaitingTexts } from '../ingestion/waiting-texts.service.js';
import { RumorFates } from '../rumors/rumor-fates.service.js';
import { Forgetting } from './forgetting.service.js';
import { endsJob, jobErrorOf, type RefreshRun, type Slice } from './refresh-run.js';

/** Bounds of one slice, so that its transaction stays within some 50 ms. */
const RUMORS_AT_ONCE = 50;
const TEXTS_AT_ONCE = 50;
const EVENTS_AT_ONCE = 1000;

/** What a refresh does with what has had its time: rumors lapse, embargoes end, texts nobody reviewed are erased. */
@Injectable()
export class OverdueWork {
  constructor(
    private readonly fates: RumorFates,
    private readonly texts: WaitingTexts,
    private readonly forgetting: Forgetting,
    private readonly embargoes: Embargoes,
  ) {}

  /** Lets rumors lapse, all or those about one device, writes articles down
   * whose embargo has ended, and erases texts where everything is refreshed. */
  async do(run: RefreshRun): Promise<void> {
    const { deviceId, scope } = run.job;
    await run.begin('lapse', await this.fates.countOverdue(deviceId));
    await slices(run, RUMORS_AT_ONCE, async () => {
      const lapsed = await this.fates.lapse(deviceId, RUMORS_AT_ONCE);
      return { done: lapsed, counts: { lapsed } };
    });
    if (scope !== 'all') return;
    await this.release(run);
    await run.begin('erase', await this.texts.countOverdue());
    await slices(run, TEXTS_AT_ONCE, async () => ({ done: await this.texts.eraseOverdue(TEXTS_AT_ONCE), counts: {} }));
    await slices(run, EVENTS_AT_ONCE, async () => ({ done: await this.forgetting.forget(EVENTS_AT_ONCE), counts: {} }));
  }

  /** Writes articles down whose embargo has ended; one that cannot be waits for an editor, and the job goes on. */
  private async release(run: RefreshRun): Promise<void> {
    await run.begin('release', await this.embargoes.countDue());
    for (let id = await this.embargoes.nextDue(); id !== null; id = await this.embargoes.nextDue()) {
      const due = id;
      try {
        await run.slice(async () => {
          await this.embargoes.publish(due);
          return { done: 1, counts: {} };
        });
      } catch (error) {
        if (endsJob(error)) throw error;
        run.fail(jobErrorOf(due, error));
        await run.slice(async () => {
          await this.embargoes.holdBack(due, SYSTEM);
          return { done: 1, counts: {} };
        });
      }
    }
  }
}

/** Does slice after slice, until one finds less to do than it may. */
async function slices(run: RefreshRun, most: number, work: () => Promise<Slice>): Promise<void> {
  for (;;) {
    const { done } = await run.slice(work);
    if (done < most) return;
  }
}
