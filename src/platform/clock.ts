import { Injectable } from '@nestjs/common';

/** The only reader of the time, so that a program can be held at an instant: in tests, demonstrations and replays. */
@Injectable()
export class Clock {
  private heldAt: number | null;

  /** Runs free, or stands still at that instant (epoch milliseconds). */
  constructor(heldAt: number | null = null) {
    this.heldAt = heldAt;
  }

  /** The present, in epoch milliseconds. */
  now(): number {
    return this.heldAt ?? Date.now();
  }

  /** Stands still at that instant (epoch milliseconds) until it is held elsewhere or released. */
  hold(instant: number): void {
    this.heldAt = instant;
  }

  /** Moves a held clock by that many milliseconds, back if negative; one that runs free is held there first. */
  advance(milliseconds: number): void {
    this.heldAt = this.now() + milliseconds;
  }

  /** Runs free again. */
  release(): void {
    this.heldAt = null;
  }
}
