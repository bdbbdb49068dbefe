import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { DAY_MS, dayNumber } from '../engine/subjects/index.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/sql.js';
import type { QuestionKey } from './asked.js';
import { isReadable } from './looking-back.js';
import { Questions } from './questions.service.js';
import { ReconstructionBook } from './reconstruction-book.service.js';
import { reconstruct, type Reconstructed } from './reconstructing.js';

interface EndRow {
  readonly id: string;
  readonly question: string;
  /** When Hearsay weighed it for the first time; null where it has not yet. */
  readonly weighed_at: number | null;
  /** The day on which it was decided, `YYYY-MM-DD`; null while it is open. */
  readonly happened_on: string | null;
}

/**
 * Works out what the model would have said of the rumors about a device before Hearsay weighed them for the first time: up
 * to the day before, and of a decided one up to the day on which its outcome happened. What was really believed is left
 * alone.
 */
@Injectable()
export class Reconstructions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly questions: Questions,
    private readonly book: ReconstructionBook,
  ) {}

  /** The past of a device, worked out outside of any act. A question that cannot be read has none. */
  async ofDevice(deviceId: string): Promise<Reconstructed[]> {
    const ends = await this.ends(deviceId);
    const keys: QuestionKey[] = [...new Set(ends.map(({ question }) => question))].map((question) => ({
      deviceId,
      question,
    }));
    if (keys.length === 0) return [];
    const circle = (await this.questions.load(keys, true)).filter(isReadable);
    const today = Math.floor(this.clock.now() / DAY_MS);
    return reconstruct(circle, new Map(ends.map((end) => [end.id, lastDayOf(end, today)])));
  }

  /** Keeps the past of a device, in one act; returns how many points were written. */
  keep(deviceId: string, points: readonly Reconstructed[], actor: Actor): Promise<number> {
    return this.book.keep(deviceId, points, actor);
  }

  private ends(deviceId: string): Promise<EndRow[]> {
    const { text, values } = sql`select m.id, m.question, v.happened_on,
        (select min(a.at) from assessments a where a.rumor_id = m.id) as weighed_at
      from rumors m left join resolutions v on v.rumor_id = m.id and v.reopened_at is null
      where m.device_id = ${deviceId} and m.status <> 'withdrawn' and m.united_into_id is null
      order by m.question, m.id`;
    return this.database.read<EndRow>(text, values);
  }
}

/** The number of the last day of which a rumor has a reconstructed past. */
function lastDayOf({ weighed_at: at, happened_on: on }: EndRow, today: number): number {
  const before = (at === null ? today : Math.floor(at / DAY_MS)) - 1;
  const decided = on === null ? null : dayNumber(on);
  return decided === null ? before : Math.min(before, decided);
}
