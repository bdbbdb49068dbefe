import { DAY_MS } from '../engine/subjects/index.js';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { SYSTEM } from '../access/actor.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { sayInstant } from '../platform/instant.js';
import { concerned } from './concerned.js';
import { Rumor, type Cause, type Outcome, type RumorStatus } from './rumor.entity.js';
import { Rumors } from './rumors.service.js';

/** How many days a window is over before the rumor lapses: reports of the outcome may come late. */
const LAPSES_AFTER_DAYS = 30;

/** What becomes of rumors in the end: they lapse, or they are resolved, and may be reopened. */
@Injectable()
export class RumorFates {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly rumors: Rumors,
  ) {}

  /** How many open rumors have a window that is over by 30 days: all, or those about one device. */
  countOverdue(deviceId: string | null): Promise<number> {
    return this.database.rows.countBy(Rumor, this.overdue(deviceId));
  }

  /**
   * Lets open rumors lapse whose window is over by 30 days, at most so many; returns how many did. That is no verdict:
   * a lapsed rumor keeps its numbers and can still be resolved.
   */
  lapse(deviceId: string | null, limit: number): Promise<number> {
    return this.database.transaction(async (rows) => {
      const overdue = await rows.find(Rumor, { where: this.overdue(deviceId), order: { id: 'ASC' }, take: limit });
      for (const rumor of overdue) {
        await this.change(rumor, { status: 'lapsed', lapsedAt: this.clock.now() });
        const data = { window_ends_on: rumor.windowEndsOn, reason: 'window over, outcome not recorded' };
        const change = { action: 'lapse', thing: rumor.id, before: { status: 'open' }, after: { status: 'lapsed' } };
        await this.journal.record(SYSTEM, { ...change, event: 'rumor.lapsed', data });
      }
      return overdue.length;
    });
  }

  /** Settles a rumor. It is weighed no more, and its last numbers stay; what it says something for is weighed again. */
  resolve(rumor: Rumor, outcome: Outcome, cause: Cause): Promise<void> {
    return this.settle(rumor, 'resolved', outcome, cause);
  }

  /** Makes a settled rumor what it was before; it and what it says something for are weighed again. */
  reopen(rumor: Rumor, status: RumorStatus, cause: Cause): Promise<void> {
    return this.settle(rumor, status, null, cause);
  }

  private settle(rumor: Rumor, status: RumorStatus, outcome: Outcome | null, cause: Cause): Promise<void> {
    return this.database.transaction(async (rows) => {
      await this.change(rumor, { status, outcome });
      const { deviceId, question } = rumor;
      const weighed = await rows.findBy(Rumor, concerned([deviceId], [question]));
      await this.rumors.markDue(
        weighed.map(({ id }) => id),
        cause,
      );
      await this.rumors.refreshHeadlines([deviceId]);
    });
  }

  private change({ id, version }: Rumor, fate: Partial<Pick<Rumor, 'status' | 'outcome' | 'lapsedAt'>>): Promise<void> {
    const updatedAt = this.clock.now();
    return this.database.transaction(async (rows) => {
      await rows.update(Rumor, { id }, { ...fate, version: version + 1, updatedAt });
    });
  }

  private overdue(deviceId: string | null) {
    const last = sayInstant(this.clock.now() - LAPSES_AFTER_DAYS * DAY_MS).slice(0, 10);
    return { status: 'open' as const, windowEndsOn: LessThanOrEqual(last), ...(deviceId !== null && { deviceId }) };
  }
}
