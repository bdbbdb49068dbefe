import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Fault } from '../platform/fault.js';
import { Log } from '../platform/log.js';
import { Bell } from './bell.service.js';
import { EventLog, type LoggedEvent } from './event-log.service.js';
import type { ResetReason } from './event.view.js';
import { FAREWELL, frameOf, OPENING, pingAt, resetFrame } from './frames.js';
import type { Hearing } from './hearing.js';
import type { Outlet } from './outlet.js';
import { onceFramed, Reader, type Framed } from './reader.js';
import { Seats } from './seats.service.js';

/** How often it is looked whether another process has written something, in milliseconds; our own acts are told of at once. */
const LOOK_MS = 25;
const PING_MS = 15_000;

/** Tells whoever listens of every event, in the order of the log, each once; what they missed comes first. */
@Injectable()
export class EventStream implements BeforeApplicationShutdown {
  /** Those who have been told of everything up to `place`, and those who read what came before at their own pace. */
  private readonly present = new Set<Reader>();
  private readonly behind = new Set<Reader>();
  private place = 0;
  private looking: Promise<void> | null = null;
  private isWoken = false;
  private isEnding = false;
  private stopWatching: (() => void) | null = null;
  private readonly framed: Framed = (event) => frameOf(this.log.view(event));

  constructor(
    private readonly log: EventLog,
    private readonly bell: Bell,
    private readonly seats: Seats,
    private readonly notes: Log,
  ) {}

  /**
   * Makes room for somebody, before anything is answered; what it returns gives it back.
   *
   * @throws Fault exhausted `too-many-streams`, unavailable `shutting-down`
   */
  admit(who: string): () => void {
    if (this.isEnding) throw new Fault('unavailable', 'shutting-down', 'The server is shutting down; try again.');
    return this.seats.take(who);
  }

  /** Tells somebody of every event after a place in the log, from now on where none is named, until they leave. */
  async follow(hearing: Hearing, after: number | null, outlet: Outlet): Promise<void> {
    const reader = new Reader(hearing, outlet);
    this.watch();
    outlet.write(OPENING);
    await this.catchUp(reader, async () => {
      await this.look();
      const place = after ?? this.place;
      const reason = await this.lostSince(place);
      if (reason === null) return place;
      outlet.write(resetFrame(this.log.reset(this.place, reason), this.place));
      return this.place;
    });
  }

  /** Gives a sign of life to everybody whose key is still good. */
  async ping(): Promise<void> {
    const keys = [...this.present].flatMap(({ hearing }) => hearing.actor.keyId ?? []);
    const ended = await this.seats.ended([...new Set(keys)]).catch(() => new Set<string>());
    const frame = pingAt(this.place);
    for (const reader of this.present) {
      if (ended.has(reader.hearing.actor.keyId ?? '')) this.drop(reader);
      else reader.outlet.write(frame);
    }
  }

  /** Ends every stream: readers come back to whichever process is there then. */
  beforeApplicationShutdown(): void {
    this.isEnding = true;
    for (const { outlet } of [...this.present, ...this.behind]) outlet.end(FAREWELL);
    this.present.clear();
    this.stopWatching?.();
  }

  /**
   * Tells a reader what came after a place, and lets them in where nothing is missing: in the very turn in which that is
   * seen, so that nothing is told in between, and nothing twice.
   */
  private async catchUp(reader: Reader, from: () => Promise<number | null>): Promise<void> {
    this.behind.add(reader);
    try {
      let place = await from();
      while (place !== null && place < this.place && reader.outlet.isOpen) {
        const upTo = this.place;
        const events = await this.log.read({ after: place, upTo });
        const told = await reader.read(events, this.framed);
        this.seats.sent(told ?? 0);
        place = told === null ? null : (events.at(-1)?.sequence ?? upTo);
      }
      if (place === null) this.drop(reader);
      else if (reader.outlet.isOpen && !this.isEnding) this.present.add(reader);
    } catch (error) {
      this.notes.error(error, EventStream.name);
      reader.outlet.cut();
    } finally {
      this.behind.delete(reader);
    }
  }

  private async lostSince(place: number): Promise<ResetReason | null> {
    if (place > this.place) return 'unknown';
    return place > 0 && place < (await this.log.forgottenUpTo()) ? 'forgotten' : null;
  }

  /** Watches the log and gives signs of life, while anybody is there. */
  private watch(): void {
    if (this.stopWatching !== null) return;
    const silence = this.bell.listen(() => this.wake());
    const looks = setInterval(() => this.isIdle() || void this.look(), LOOK_MS).unref();
    const pings = setInterval(() => void this.ping(), PING_MS).unref();
    this.stopWatching = () => {
      silence();
      clearInterval(looks);
      clearInterval(pings);
      this.stopWatching = null;
    };
  }

  /** Whether nobody is there any more, or somebody looks already. */
  private isIdle(): boolean {
    for (const reader of this.present) if (!reader.outlet.isOpen) this.present.delete(reader);
    if (this.present.size + this.behind.size === 0) this.stopWatching?.();
    return this.stopWatching === null || this.looking !== null;
  }

  /** Looks soon, once for everything that an act has told of. */
  private wake(): void {
    if (this.isWoken) return;
    this.isWoken = true;
    setImmediate(() => {
      this.isWoken = false;
      void this.look();
    });
  }

  /** Tells of what has come since; who calls while that is done waits for a look that begins afterwards. */
  private look(): Promise<void> {
    const look = (this.looking ?? Promise.resolve())
      .then(() => this.goOn())
      .catch((error: unknown) => this.notes.warn(error, EventStream.name))
      .finally(() => {
        if (this.looking === look) this.looking = null;
      });
    this.looking = look;
    return look;
  }

  private async goOn(): Promise<void> {
    const last = await this.log.last();
    if (last < this.place) return this.beginAnew(last);
    while (this.place < last && this.present.size > 0) {
      const events = await this.log.read({ after: this.place, upTo: last });
      this.place = events.at(-1)?.sequence ?? last;
      this.tell(events);
    }
    this.place = Math.max(this.place, last);
  }

  /** The store was put back to an earlier state: what anybody holds is none of it. */
  private beginAnew(last: number): void {
    this.place = last;
    const frame = resetFrame(this.log.reset(last, 'unknown'), last);
    for (const { outlet } of this.present) outlet.write(frame);
  }

  /** Tells everybody who is there of events; whoever is far behind reads on in the log, or is hung up on. */
  private tell(events: readonly LoggedEvent[]): void {
    const framed = onceFramed(this.framed);
    const news = new Map<string, { readonly bytes: Uint8Array; readonly count: number }>();
    const place = this.place;
    for (const reader of this.present) {
      let own = news.get(reader.ear);
      if (own === undefined) {
        const heard = reader.heardOf(events);
        own = { bytes: Buffer.concat(heard.map(framed)), count: heard.length };
        news.set(reader.ear, own);
      }
      if (own.count === 0 || !reader.outlet.isOpen) continue;
      this.seats.sent(own.count);
      if (reader.outlet.write(own.bytes)) continue;
      this.present.delete(reader);
      void this.catchUp(reader, async () => ((await reader.keepsUp()) ? place : null));
    }
  }

  private drop(reader: Reader): void {
    this.present.delete(reader);
    if (reader.outlet.isOpen) this.seats.dropped();
    reader.outlet.cut();
  }
}
