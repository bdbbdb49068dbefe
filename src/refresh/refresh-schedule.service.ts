import { Injectable } from '@nestjs/common';
import { Cron, CronExpression, SchedulerRegistry } from '@nestjs/schedule';
import { Log } from '../platform/log.js';
import { RefreshQueue } from './refresh-queue.service.js';
import { Refresh } from './refresh.service.js';

const TICK = 'refresh';

/**
 * The clockwork of the server: looks every minute whether a refresh is due. What is due stands in the database, so that
 * no jump of a clock and no restart makes it miss one, or do one twice. It stands still until it is started.
 */
@Injectable()
export class RefreshSchedule {
  private isStarted = false;

  constructor(
    private readonly registry: SchedulerRegistry,
    private readonly queue: RefreshQueue,
    private readonly refresh: Refresh,
    private readonly log: Log,
  ) {}

  /** Starts to look, and looks at once. It ends with the program. */
  start(): void {
    this.isStarted = true;
    this.registry.getCronJob(TICK).start();
    void this.tick();
  }

  /** Whether the clockwork still goes; one that was never started, as at the command line, has nothing to do. */
  get isAlive(): boolean {
    return !this.isStarted || this.registry.getCronJob(TICK).isActive;
  }

  /** Begins to do what is due, without anybody waiting for it. */
  wake(): void {
    this.queue.onceKept(() => void this.logged(() => this.refresh.runDue()));
  }

  /** Looks once, and does what is due; whatever goes wrong is written to the log. */
  @Cron(CronExpression.EVERY_MINUTE, { name: TICK, timeZone: 'UTC', waitForCompletion: true, disabled: true })
  async tick(): Promise<void> {
    await this.logged(async () => {
      await this.queue.plan();
      await this.refresh.runDue();
      await this.queue.plan();
    });
  }

  private async logged(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.log.error(error, RefreshSchedule.name);
    }
  }
}
