import { DAY_MS } from '../engine/subjects/index.js';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Event } from './event.entity.js';
import { LOG, LogState } from './log-state.entity.js';

/** How long events are kept, and how many at most. */
const KEPT_MS = 7 * DAY_MS;
const KEPT = 100_000;

/** Forgets events that everybody has had the time to hear of; what they tell of stands in the store itself. */
@Injectable()
export class LogKeeping {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The sequence of the last event that may be forgotten; 0 where there is none. The last event of all is kept. */
  async due(): Promise<number> {
    const old = await this.database.readOne<{ sequence: number | null }>(
      'select max(sequence) as sequence from events where at < ?',
      [this.clock.now() - KEPT_MS],
    );
    const last = await this.database.readOne<{ sequence: number | null }>(
      'select max(sequence) as sequence from events',
    );
    const newest = last?.sequence ?? 0;
    return Math.min(newest - 1, Math.max(old?.sequence ?? 0, newest - KEPT));
  }

  /** Forgets the oldest events up to a place, so many at most; returns how many that were. */
  forget(upTo: number, most: number): Promise<number> {
    return this.database.transaction(async (rows) => {
      const { sequence: last } = (await this.database.readOne<{ sequence: number | null }>(
        `select max(x.sequence) as sequence from
           (select e.sequence from events e where e.sequence <= ? order by e.sequence limit ?) x`,
        [upTo, most],
      )) ?? { sequence: null };
      if (last === null) return 0;
      const { affected } = await rows.delete(Event, { sequence: LessThanOrEqual(last) });
      const known = await rows.existsBy(LogState, { id: LOG });
      if (known) await rows.update(LogState, { id: LOG }, { forgottenUpTo: last });
      else await rows.insert(LogState, { id: LOG, forgottenUpTo: last });
      return affected ?? 0;
    });
  }
}
