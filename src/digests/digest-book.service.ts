import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { sayInstant } from '../platform/instant.js';
import { Settings } from '../platform/settings.js';
import { Digest } from './digest.entity.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** How long a process has a letter to itself, and so how long after a failure it is tried again, in milliseconds. */
const CLAIM_MS = 5 * MINUTE_MS;

/** A letter that is due: its day, and the stretch of time of which it tells, epoch milliseconds. */
export interface DueDigest {
  readonly day: string;
  readonly from: number;
  readonly until: number;
}

/** Which letter is due, and what became of each: one row a day, so that one process alone sends it. */
@Injectable()
export class DigestBook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** The letter of the last day whose time has come; it stays due until the next one is. */
  due(): DueDigest {
    const now = this.clock.now();
    const [hour = 0, minute = 0] = this.settings.digestAt.split(':').map(Number);
    const today = Math.floor(now / DAY_MS) * DAY_MS + (hour * 60 + minute) * MINUTE_MS;
    const until = today <= now ? today : today - DAY_MS;
    return { day: sayInstant(until).slice(0, 10), from: until - DAY_MS, until };
  }

  /** Takes a letter in hand; false where it was sent, or another process has it. */
  claim(day: string): Promise<boolean> {
    const now = this.clock.now();
    return this.database.unseen(async (rows) => {
      const known = await rows.findOneBy(Digest, { day });
      if (known && (known.doneAt !== null || known.claimedUntil > now)) return false;
      const attempt = { attempts: (known?.attempts ?? 0) + 1, claimedUntil: now + CLAIM_MS };
      await rows.upsert(Digest, { day, items: 0, doneAt: null, lastError: null, ...attempt }, ['day']);
      return true;
    });
  }

  /** Notes that a letter was sent, with how many changes it told of. */
  close(day: string, items: number): Promise<void> {
    const doneAt = this.clock.now();
    return this.database.unseen(async (rows) => {
      await rows.update(Digest, { day }, { doneAt, items });
    });
  }

  /** Notes why a letter could not be sent; it is tried again in some minutes. */
  fail(day: string, why: string): Promise<void> {
    return this.database.unseen(async (rows) => {
      await rows.update(Digest, { day }, { lastError: why.slice(0, 300) });
    });
  }
}
