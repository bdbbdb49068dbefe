import type { Log } from '../platform/log.js';
import type { Bell } from './bell.service.js';

/** How often it is looked whether something is due, or another process has written something, in milliseconds. */
const LOOK_MS = 1000;

/** What is done in each round, and by what name its faults are written to the log. */
export interface RoundWork {
  readonly name: string;
  round(): Promise<void>;
}

/** A clockwork that does one round after the other: each second, and as soon as this process has told of something. */
export class Rounds {
  private timer: NodeJS.Timeout | null = null;
  private silence: (() => void) | null = null;
  private running: Promise<void> | null = null;
  private isAskedAgain = false;

  constructor(
    private readonly work: RoundWork,
    private readonly bell: Bell,
    private readonly log: Log,
  ) {}

  /** Starts to look, and looks at once. */
  start(): void {
    this.timer = setInterval(() => this.wake(), LOOK_MS).unref();
    this.silence = this.bell.listen(() => this.wake());
    this.wake();
  }

  /** Looks no more; resolves once the round that is under way has ended. */
  async end(): Promise<void> {
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
    this.running = this.work
      .round()
      .catch((error: unknown) => this.log.error(error, this.work.name))
      .finally(() => {
        this.running = null;
        if (this.isAskedAgain) {
          this.isAskedAgain = false;
          this.wake();
        }
      });
  }
}
