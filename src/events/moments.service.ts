import { DAY_MS } from '../engine/subjects/index.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { sayInstant } from '../platform/instant.js';

/** An instant as of which something is read: what Hearsay knew and believed then. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Whether nothing was committed after it, so that the rows stand as they stood then. */
  readonly isNow: boolean;
}

/** Tells what is read as it stands from what is read as it stood. */
@Injectable()
export class Moments {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The moment of the last commit; of an empty store, the present one. */
  async now(): Promise<Moment> {
    return { at: (await this.database.revision())?.at ?? this.clock.now(), isNow: true };
  }

  /**
   * Reads as of an instant (epoch milliseconds), or of the last commit where none is named or nothing was committed since:
   * so the answer follows from the question and the revision, whatever the time. Whatever is committed while it reads, the
   * answer is of that one instant.
   *
   * @throws Fault malformed `in-the-future` for an instant after the present day
   */
  async read<T>(asOf: number | null | undefined, read: (moment: Moment) => Promise<T>): Promise<T> {
    this.assertPast(asOf ?? 0);
    const before = await this.database.revision();
    const last = before?.at ?? this.clock.now();
    const at = Math.min(asOf ?? last, last);
    const isNow = at === last;
    const found = await read({ at, isNow });
    if (!isNow || (await this.database.revision())?.number === before?.number) return found;
    return read({ at, isNow: false });
  }

  /** Nobody can know what will be believed; a day that has begun stands for what is known of it so far. */
  private assertPast(asOf: number): void {
    const endOfToday = (Math.floor(this.clock.now() / DAY_MS) + 1) * DAY_MS;
    if (asOf < endOfToday) return;
    const detail = 'lies in the future';
    const errors = [{ parameter: 'as_of', code: 'in-the-future', detail }];
    throw new Fault('malformed', 'in-the-future', `${sayInstant(asOf)} ${detail}.`, errors);
  }
}
