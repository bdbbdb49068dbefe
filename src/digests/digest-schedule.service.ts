import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Cron, CronExpression, SchedulerRegistry } from '@nestjs/schedule';
import { Log } from '../platform/log.js';
import { Digests } from './digests.service.js';

const TICK = 'digest';

/** The clockwork of the daily letter: looks every minute whether it is due. It stands still until it is started. */
@Injectable()
export class DigestSchedule implements BeforeApplicationShutdown {
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly registry: SchedulerRegistry,
    private readonly digests: Digests,
    private readonly log: Log,
  ) {}

  /** Starts to look, and looks at once. It ends with the program. */
  start(): void {
    this.registry.getCronJob(TICK).start();
    void this.tick();
  }

  /** Looks once, and sends the letter that is due; whatever goes wrong is written to the log. */
  @Cron(CronExpression.EVERY_MINUTE, { name: TICK, timeZone: 'UTC', waitForCompletion: true, disabled: true })
  tick(): Promise<void> {
    this.running = this.running.then(() => this.look()).catch((error: unknown) => this.log.error(error, 'Digest'));
    return this.running;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.running;
  }

  private async look(): Promise<void> {
    const told = await this.digests.sendDue();
    if (told !== null) this.log.log(`The daily letter told of ${told} changes.`, 'Digest');
  }
}
