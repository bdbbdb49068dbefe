import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Bell } from '../events/bell.service.js';
import { Log } from '../platform/log.js';
import { Courier } from './courier.service.js';
import { Deliveries } from './deliveries.service.js';

/** How often it is looked what is due, and whether another process has written something, in milliseconds. */
const LOOK_MS = 1000;
/** After how many rounds old deliveries are forgotten. */
const FORGET_EVERY = 600;

/** The clockwork of the receivers: hands out events and brings them, one round after the other, while the server runs. */
@Injectable()
export class WebhookRounds implements BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private silence: (() => void) | null = null;
  private running: Promise<void> | null = null;
  private isAskedAgain = false;
  private rounds = 0;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly courier: Courier,
    private readonly bell: Bell,
    private readonly log: Log,
  ) {}

  /** Starts to look; it ends with the program. */
  start(): void {
    this.timer = setInterval(() => this.wake(), LOOK_MS).unref();
    this.silence = this.bell.listen(() => this.wake());
    this.wake();
  }

  /** Hands out and brings what is due now. */
  async round(): Promise<void> {
    await this.deliveries.handOut();
    await this.courier.bring();
    if (this.rounds % FORGET_EVERY === 0) await this.deliveries.forget();
    this.rounds += 1;
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.silence?.();
    this.isAskedAgain = false;
    await this.running;
  }

  /** Does a round, or another one after the one that is under way; what goes wrong is written to the log. */
  private wake(): void {
    if (this.running) {
      this.isAskedAgain = true;
      return;
    }
    this.running = this.round()
      .catch((error: unknown) => this.log.error(error, WebhookRounds.name))
      .finally(() => {
        this.running = null;
        if (this.isAskedAgain) {
          this.isAskedAgain = false;
          this.wake();
        }
      });
  }
}
