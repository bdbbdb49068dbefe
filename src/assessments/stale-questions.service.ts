import { DAY_MS } from '../engine/subjects/index.js';
import { Injectable } from '@nestjs/common';
import { MODEL_VERSION } from '../engine/confidence/index.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { QuestionKey } from './asked.js';

/** A question that is to be weighed again, with how many stale rumors and how many reports: what it costs. */
export interface StaleQuestion extends QuestionKey {
  /** Nobody asked for it, and the present model has weighed it before: nothing but a day has passed. */
  readonly byAgeAlone: boolean;
  readonly rumors: number;
  readonly reports: number;
}

interface StaleRow {
  readonly device_id: string;
  readonly question: string;
  readonly rumors: number;
  readonly reports: number;
  readonly others: number;
}

/**
 * A rumor (`m`) to be weighed again: somebody asked for it, or it is open and was not weighed today (UTC), or by
 * another model. Weighed later than tomorrow means that the clock was wrong then.
 */
const STALE = `(m.due_at is not null or (m.status = 'open' and (m.weighed_at is null or m.weighed_at < ?
  or m.weighed_at >= ? or m.weighed_model <> ?)))`;

/** Finds the questions whose confidence is out of date: evidence that a crash left behind, a new day, a new model. */
@Injectable()
export class StaleQuestions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** How many rumors are stale: all, or those about one device. */
  async count(deviceId: string | null): Promise<number> {
    const row = await this.database.readOne<{ stale: number }>(
      `select count(*) as stale from rumors m where ${STALE}${deviceId === null ? '' : ' and m.device_id = ?'}`,
      [...this.today(), ...(deviceId === null ? [] : [deviceId])],
    );
    return row?.stale ?? 0;
  }

  /** The next stale questions after that one (null: from the start), in the order of devices and questions. */
  async after(last: QuestionKey | null, deviceId: string | null, limit: number): Promise<StaleQuestion[]> {
    const rows = await this.database.read<StaleRow>(
      `select m.device_id, m.question, count(*) as rumors, sum(m.report_count) as reports,
         sum(case when m.due_at is null and m.weighed_model = ? then 0 else 1 end) as others from rumors m
       where (m.device_id, m.question) > (?, ?) and ${STALE}${deviceId === null ? '' : ' and m.device_id = ?'}
       group by m.device_id, m.question order by m.device_id, m.question limit ?`,
      [
        MODEL_VERSION,
        last?.deviceId ?? '',
        last?.question ?? '',
        ...this.today(),
        ...(deviceId === null ? [] : [deviceId]),
        limit,
      ],
    );
    return rows.map(({ device_id: deviceId, others, ...row }) => ({ deviceId, byAgeAlone: others === 0, ...row }));
  }

  private today(): [from: number, until: number, model: string] {
    const from = Math.floor(this.clock.now() / DAY_MS) * DAY_MS;
    return [from, from + 2 * DAY_MS, MODEL_VERSION];
  }
}
