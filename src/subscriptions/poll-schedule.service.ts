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
  private running: Promise<void> = Promise.resolve();

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

  /** Looks once, and asks everybody who is due; whatever goes wrong is written to the log. */
  @Cron(CronExpression.EVERY_MINUTE, { name: TICK, timeZone: 'UTC', waitForCompletion: true, disabled: true })
  tick(): Promise<void> {
    this.running = this.running.then(() => this.pollDue()).catch((error: unknown) => this.log.error(error, 'Polls'));
    return this.running;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    await this.running;
  }

  private async pollDue(): Promise<void> {
    await this.book.spread();
    const underWay = new Set<Promise<void>>();
    for (;;) {
      const room = AT_ONCE - underWay.size;
      const claimed = this.isEnding || room === 0 ? [] : await this.book.claim(room);
      if (claimed.length === 0 && underWay.size === 0) return;
      for (const subscription of claimed) {
        const polling = this.poll(subscription).finally(() => underWay.delete(polling));
        underWay.add(polling);
      }
      if (underWay.size > 0) await Promise.race(underWay);
    }
  }

  private async poll(subscription: Subscription): Promise<void> {
    const step = (): Promise<void> => (this.isEnding ? Promise.reject(new Ending()) : Promise.resolve());
    await this.poller.poll(subscription, step).catch((error: unknown) => {
      if (!(error instanceof Ending)) this.log.error(error, `Poll ${subscription.id}`);
    });
  }
}

/** Thrown where the process ends: what is left waits for the next poll. */
class Ending extends Error {}
