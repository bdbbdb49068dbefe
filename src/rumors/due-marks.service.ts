import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { execute } from '../platform/database/execute.js';
import { isOneOf, joined, lotsOf, sql, Sql } from '../platform/database/sql.js';
import type { Cause } from './rumor.entity.js';

/** A rumor that is to be weighed again, and why. */
export interface DueMark {
  readonly rumorId: string;
  readonly cause: Cause;
}

/** The JSON list of the causes for which a rumor is due, with another one at its end: one that is given, or a column. */
export const withCause = (cause: Cause | Sql): Sql => sql`case
  when due_causes is null or due_causes = '[]' then '[' else substr(due_causes, 1, length(due_causes) - 1) || ',' end
  || ${cause instanceof Sql ? cause : JSON.stringify(cause)} || ']'`;

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
