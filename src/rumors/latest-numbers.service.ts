import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { execute } from '../platform/database/execute.js';
import { joined, sql, type Sql } from '../platform/database/sql.js';
import type { Rumor } from './rumor.entity.js';
import { Rumors } from './rumors.service.js';

/** The latest numbers of a rumor, as the assessor hands them over. */
export type RumorNumbers = Pick<
  Rumor,
  | 'probability'
  | 'low'
  | 'high'
  | 'firmProbability'
  | 'strength'
  | 'announced'
  | 'originCount'
  | 'supportingCount'
  | 'refutingCount'
> & { readonly rumorId: string; readonly assessmentId: string; readonly assessedAt: number };

/** A question by what names it. */
type QuestionName = Pick<Rumor, 'deviceId' | 'question'>;

/** How many rows one statement changes: databases bound the number of values. */
const ROWS_AT_ONCE = 500;

/** Keeps beside each rumor what was last found of it, many at a time. */
@Injectable()
export class LatestNumbers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rumors: Rumors,
  ) {}

  /** Keeps the latest numbers beside these rumors. */
  keep(numbers: readonly RumorNumbers[]): Promise<void> {
    const updatedAt = this.clock.now();
    return this.database.transaction(async (rows) => {
      for (let from = 0; from < numbers.length; from += ROWS_AT_ONCE) {
        const lot = numbers.slice(from, from + ROWS_AT_ONCE).map(rowOf);
        await execute(
          rows,
          sql`update rumors set assessment_id = v.column2, assessed_at = v.column3, probability = v.column4,
              low = v.column5, high = v.column6, firm_probability = v.column7, strength = v.column8,
              announced = (v.column9 <> 0), origin_count = v.column10, supporting_count = v.column11,
              refuting_count = v.column12, updated_at = ${updatedAt}, version = version + 1
            from (values ${joined(lot, ', ')}) v where rumors.id = v.column1`,
        );
      }
    });
  }

  /**
   * Notes that questions were weighed by that model, whatever came of it, and finds anew how likely these devices exist.
   */
  close(questions: readonly QuestionName[], weighedModel: string, deviceIds: readonly string[]): Promise<void> {
    const weighedAt = this.clock.now();
    return this.database.transaction(async (rows) => {
      for (let from = 0; from < questions.length; from += ROWS_AT_ONCE) {
        const lot = questions.slice(from, from + ROWS_AT_ONCE);
        const keys = lot.map(({ deviceId, question }) => sql`(${deviceId}, ${question})`);
        await execute(
          rows,
          sql`update rumors set due_at = null, due_causes = null, weighed_at = ${weighedAt},
              weighed_model = ${weighedModel} where (device_id, question) in (values ${joined(keys, ', ')})`,
        );
      }
      await this.rumors.refreshHeadlines(deviceIds);
    });
  }
}

/** A row of numbers with the types of its columns, which PostgreSQL cannot know of bound values. */
const rowOf = (row: RumorNumbers): Sql => sql`(${row.rumorId}, ${row.assessmentId}, cast(${row.assessedAt} as bigint),
  ${real(row.probability)}, ${real(row.low)}, ${real(row.high)}, ${real(row.firmProbability)}, ${row.strength},
  ${whole(Number(row.announced))}, ${whole(row.originCount)}, ${whole(row.supportingCount)}, ${whole(row.refutingCount)})`;

const real = (value: number | null): Sql => sql`cast(${value} as double precision)`;
const whole = (value: number): Sql => sql`cast(${value} as integer)`;
