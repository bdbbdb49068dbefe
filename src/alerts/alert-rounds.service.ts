import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Bell } from '../events/bell.service.js';
import { Rounds } from '../events/rounds.js';
import { Log } from '../platform/log.js';
import { AlertFirings } from './alert-firings.service.js';
import { AlertWatch } from './alert-watch.service.js';

/** After how many rounds old alerts are forgotten. */
const FORGET_EVERY = 600;

/** The clockwork of the alerts, while the server runs. */
@Injectable()
export class AlertRounds implements BeforeApplicationShutdown {
  private readonly clockwork: Rounds;
  private rounds = 0;

  constructor(
    private readonly watch: AlertWatch,
    private readonly firings: AlertFirings,
    bell: Bell,
    log: Log,
  ) {
    this.clockwork = new Rounds({ name: AlertRounds.name, round: () => this.round() }, bell, log);
  }

  /** Starts to look; it ends with the program. */
  start(): void {
    this.clockwork.start();
  }

  /** Looks at what has happened, and gives the alerts that follow from it. */
  async round(): Promise<void> {
    await this.watch.look();
    if (this.rounds % FORGET_EVERY === 0) await this.firings.forget();
    this.rounds += 1;
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.clockwork.end();
  }
}
