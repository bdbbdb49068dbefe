import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** How far a reader may be behind, in bytes that were handed over and not taken. */
export const MOST_PENDING = 256 * 1024;

/** How long a reader has to take what is left when the stream ends, in milliseconds. */
const FAREWELL_MS = 2_000;

/** Where the bytes of one reader go, over whatever they go. */
export class Outlet {
  constructor(private readonly bytes: Writable) {}

  /** Whether anything more can reach the reader. */
  get isOpen(): boolean {
    return !this.bytes.destroyed && !this.bytes.writableEnded;
  }

  /** Hands bytes over; returns whether the reader still follows. */
  write(frame: Uint8Array): boolean {
    this.bytes.write(frame);
    return this.bytes.writableLength <= MOST_PENDING;
  }

  /** Waits until the reader has taken what was handed over; returns whether that came to pass in time. */
  async drained(withinMs: number): Promise<boolean> {
    if (!this.bytes.writableNeedDrain) return this.isOpen;
    await once(this.bytes, 'drain', { signal: AbortSignal.timeout(withinMs) }).catch(() => undefined);
    return this.isOpen && !this.bytes.writableNeedDrain;
  }

  /** Says goodbye, and hangs up on whoever does not listen to that. */
  end(frame: Uint8Array): void {
    if (!this.isOpen) return;
    this.bytes.end(frame);
    setTimeout(() => this.cut(), FAREWELL_MS).unref();
  }

  /** Hangs up. */
  cut(): void {
    this.bytes.destroy();
  }
}
