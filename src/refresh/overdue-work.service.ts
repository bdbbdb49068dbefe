import { Injectable } from '@nestjs/common';
import { WaitingTexts } from '../ingestion/waiting-texts.service.js';
import { RumorFates } from '../rumors/rumor-fates.service.js';
import type { RefreshRun, Slice } from './refresh-run.js';

/** Bounds of one slice, so that its transaction stays within some 50 ms. */
const RUMORS_AT_ONCE = 50;
const TEXTS_AT_ONCE = 50;

/** What a refresh does with what has had its time: rumors lapse, and texts that nobody reviewed are erased. */
@Injectable()
export class OverdueWork {
  constructor(
    private readonly fates: RumorFates,
    private readonly texts: WaitingTexts,
  ) {}

  /** Lets rumors lapse, all or those about one device, and erases texts where everything is refreshed. */
  async do(run: RefreshRun): Promise<void> {
    const { deviceId, scope } = run.job;
    await run.begin('lapse', await this.fates.countOverdue(deviceId));
    await slices(run, RUMORS_AT_ONCE, async () => {
      const lapsed = await this.fates.lapse(deviceId, RUMORS_AT_ONCE);
      return { done: lapsed, counts: { lapsed } };
    });
    if (scope !== 'all') return;
    await run.begin('erase', await this.texts.countOverdue());
    await slices(run, TEXTS_AT_ONCE, async () => ({ done: await this.texts.eraseOverdue(TEXTS_AT_ONCE), counts: {} }));
  }
}

/** Does slice after slice, until one finds less to do than it may. */
async function slices(run: RefreshRun, most: number, work: () => Promise<Slice>): Promise<void> {
  for (;;) {
    const { done } = await run.slice(work);
    if (done < most) return;
  }
}
