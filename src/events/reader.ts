import type { LoggedEvent } from './event-log.service.js';
import { hears, type Hearing } from './hearing.js';
import type { Outlet } from './outlet.js';

/** How long a reader may take to read what was handed over, in milliseconds, before they are hung up on. */
const PATIENCE_MS = 5_000;

/** An event as a block of a stream. */
export type Framed = (event: LoggedEvent) => Uint8Array;

/** Somebody who reads the stream: what they hear, and where it goes. */
export class Reader {
  /** Readers with equal words here hear the same. */
  readonly ear: string;

  constructor(
    readonly hearing: Hearing,
    readonly outlet: Outlet,
  ) {
    this.ear = earOf(hearing);
  }

  /** What they hear of some events. */
  heardOf(events: readonly LoggedEvent[]): LoggedEvent[] {
    return events.filter((event) => hears(this.hearing, event));
  }

  /** Waits until they have read what was handed over; returns whether they did, in time. */
  keepsUp(): Promise<boolean> {
    return this.outlet.drained(PATIENCE_MS);
  }

  /** Tells them of events at their own pace; returns of how many, or null where they do not keep up. */
  async read(events: readonly LoggedEvent[], framed: Framed): Promise<number | null> {
    const heard = this.heardOf(events);
    for (const event of heard) {
      if (!this.outlet.isOpen) return null;
      if (!this.outlet.write(framed(event)) && !(await this.keepsUp())) return null;
    }
    return heard.length;
  }
}

/** What decides of what somebody hears, in words. */
function earOf({ actor, types, deviceId, rumorId, minDelta }: Hearing): string {
  const own = actor.role === 'contributor' || actor.role === 'reader' ? actor.keyId : null;
  return JSON.stringify([actor.role, own, types?.toSorted(), deviceId, rumorId, minDelta]);
}

/** Frames events, each once, however many hear of it. */
export function onceFramed(framed: Framed): Framed {
  const frames = new Map<LoggedEvent, Uint8Array>();
  return (event) => {
    const frame = frames.get(event) ?? framed(event);
    frames.set(event, frame);
    return frame;
  };
}
