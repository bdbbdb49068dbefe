import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { execute } from '../platform/database/execute.js';
import { isOneOf, joined, lotsOf, sql, Sql, written } from '../platform/database/sql.js';
import type { Cause } from './rumor.entity.js';

/** A rumor that is to be weighed again, and why. */
export interface DueMark {
  readonly rumorId: string;
  readonly cause: Cause;
}

/**
 * So many letters of causes are noted of a rumor that waits, some thirty: an import may give it thousands before it is
 * weighed, and each would write all of them anew.
 */
const MOST_LETTERS = written(2000);

/** Whether a rumor waits for as many causes as are noted. */
export const HAS_CAUSES: Sql = sql`(due_at is not null and length(coalesce(due_causes, '')) > ${MOST_LETTERS})`;

/**
 * The JSON list of the causes for which a rumor is due, with another one at its end where there are few: one that is
 * given, or a column.
 */
export const withCause = (cause: Cause | Sql): Sql => sql`case
  when ${HAS_CAUSES} then due_causes
  when due_causes is null or due_causes = '[]' then '[' || ${textOf(cause)} || ']'
  else substr(due_causes, 1, length(due_causes) - 1) || ',' || ${textOf(cause)} || ']' end`;

const textOf = (cause: Cause | Sql): Sql => (cause instanceof Sql ? cause : sql`${JSON.stringify(cause)}`);

/** Asks for many rumors to be weighed again, each for a cause of its own. */
@Injectable()
export class DueMarks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Has these rumors weighed again, in one act. */
  set(marks: readonly DueMark[]): Promise<void> {
    return this.database.transaction(async (rows) => {
      for (const lot of lotsOf(marks)) {
        const values = lot.map(({ rumorId, cause }) => sql`(${rumorId}, ${JSON.stringify(cause)})`);
        await execute(
          rows,
          sql`update rumors set due_at = coalesce(due_at, ${this.clock.now()}), due_causes = ${withCause(sql`v.column2`)}
            from (values ${joined(values, ', ')}) v where rumors.id = v.column1`,
        );
      }
    });
  }

  /** Those of these rumors that wait to be weighed again. */
  async among(rumorIds: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const lot of lotsOf(rumorIds)) {
      const { text, values } = sql`select m.id from rumors m where ${isOneOf(sql`m.id`, lot)} and m.due_at is not null`;
      for (const { id } of await this.database.read<{ id: string }>(text, values)) found.push(id);
    }
    return found;
  }
}
