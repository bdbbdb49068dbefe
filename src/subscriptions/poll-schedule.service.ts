import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Cron, CronExpression, SchedulerRegistry } from '@nestjs/schedule';
import { Log } from '../platform/log.js';
import { PollBook } from './poll-book.service.js';
import { Poller } from './poller.service.js';
import type { Subscription } from './subscription.entity.js';

const TICK = 'poll';
/** How many are asked at once, each of another host. */
const AT_ONCE = 8;

/**
 * The clockwork that asks those who are watched: looks every minute who is due. Who is due stands in the database, so
 * that no jump of a clock and no restart makes anybody be asked twice. It stands still until it is started.
 */
@Injectable()
export class PollSchedule implements BeforeApplicationShutdown {
  private isEnding = false;
  private running: Promise<void> | null = null;
  private wake = (): void => undefined;

  constructor(
    private readonly registry: SchedulerRegistry,
    private readonly book: PollBook,
    private readonly poller: Poller,
    private readonly log: Log,
  ) {}

  /** Starts to look, and looks at once. It ends with the program. */
  start(): void {
    this.registry.getCronJob(TICK).start();
    void this.tick();
  }

  /**
   * Looks once, and asks everybody who is due, also while others are still being asked: one who is slow holds up nobody
   * else. Resolves when nobody is asked any more; whatever goes wrong is written to the log.
   */
  @Cron(CronExpression.EVERY_MINUTE, { name: TICK, timeZone: 'UTC', disabled: true })
  tick(): Promise<void> {
    this.wake();
    this.running ??= this.pollDue()
      .catch((error: unknown) => this.log.error(error, 'Polls'))
      .finally(() => (this.running = null));
    return this.running;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    await this.running;
  }

  private async pollDue(): Promise<void> {
    const underWay = new Set<Promise<void>>();
    for (let isNew = true; ;) {
      if (isNew) await this.book.spread();
      isNew = false;
      const woken = new Promise<void>((resolve) => {
        this.wake = () => resolve(void (isNew = true));
      });
      const room = AT_ONCE - underWay.size;
      const claimed = this.isEnding || room === 0 ? [] : await this.book.claim(room);
      if (claimed.length === 0 && underWay.size === 0) return;
      for (const subscription of claimed) {
        const polling = this.poll(subscription).finally(() => underWay.delete(polling));
        underWay.add(polling);
      }
      await Promise.race([woken, ...underWay]);
    }
  }

  private async poll(subscription: Subscription): Promise<void> {
    const step = (): Promise<void> =>
      this.isEnding ? Promise.reject(new Error('the process ends')) : Promise.resolve();
    await this.poller.poll(subscription, step).catch((error: unknown) => {
      if (!this.isEnding) this.log.error(error, `Poll ${subscription.id}`);
    });
  }
}
