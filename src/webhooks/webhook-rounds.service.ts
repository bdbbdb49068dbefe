import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Bell } from '../events/bell.service.js';
import { Rounds } from '../events/rounds.js';
import { Log } from '../platform/log.js';
import { Courier } from './courier.service.js';
import { Deliveries } from './deliveries.service.js';

/** After how many rounds old deliveries are forgotten. */
const FORGET_EVERY = 600;

/** The clockwork of the receivers: hands out events and brings them, one round after the other, while the server runs. */
@Injectable()
export class WebhookRounds implements BeforeApplicationShutdown {
  private readonly clockwork: Rounds;
  private readonly underWay = new Set<Promise<void>>();
  private rounds = 0;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly courier: Courier,
    bell: Bell,
    private readonly log: Log,
  ) {
    this.clockwork = new Rounds({ name: WebhookRounds.name, round: () => this.turn() }, bell, log);
  }

  /** Starts to look; it ends with the program. */
  start(): void {
    this.clockwork.start();
  }

  /** Hands out and brings what is due now. */
  async round(): Promise<void> {
    await this.handOut();
    await this.courier.bring();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.courier.end();
    await this.clockwork.end();
    await Promise.all(this.underWay);
  }

  /** A round that waits for no receiver: while one is slow, what comes up for the others is brought by the next. */
  private async turn(): Promise<void> {
    await this.handOut();
    const bringing = this.courier
      .bring()
      .catch((error: unknown) => this.log.error(error, WebhookRounds.name))
      .then(() => void this.underWay.delete(bringing));
    this.underWay.add(bringing);
  }

  private async handOut(): Promise<void> {
    await this.deliveries.handOut();
    if (this.rounds % FORGET_EVERY === 0) await this.deliveries.forget();
    this.rounds += 1;
  }
}
