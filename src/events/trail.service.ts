import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { isOneOf, sql } from '../platform/database/sql.js';
import type { Moment } from './moments.service.js';

/** Which columns of a row an act may have changed since, by their names in the audit trail, and whose they are. */
export interface Changeable<Row> {
  readonly thing: (row: Row) => string;
  readonly columns: Readonly<Record<string, keyof Row>>;
}

/** Reads from the audit trail how things were before they were changed. */
@Injectable()
export class Trail {
  constructor(private readonly database: Database) {}

  /** The rows with the values that they had at a moment: of each column, what the first change after it replaced. */
  async restored<Row extends object>(
    rows: readonly Row[],
    { thing, columns }: Changeable<Row>,
    moment: Moment,
  ): Promise<Row[]> {
    if (moment.isNow || rows.length === 0) return [...rows];
    const former = await this.formerStates([...new Set(rows.map(thing))], moment.at);
    return rows.map((row) => {
      const state = former.get(thing(row)) ?? {};
      const known = Object.entries(columns).filter(([member]) => member in state);
      return { ...row, ...Object.fromEntries(known.map(([member, column]) => [column, state[member]])) };
    });
  }

  private async formerStates(things: readonly string[], at: number): Promise<Map<string, Record<string, unknown>>> {
    const { text, values } = sql`select n.thing, n.before from audit_entries n
      where ${isOneOf(sql`n.thing`, things)} and n.at > ${at} and n.before is not null order by n.at desc, n.id desc`;
    const states = new Map<string, Record<string, unknown>>();
    for (const { thing, before } of await this.database.read<{ thing: string; before: string }>(text, values)) {
      states.set(thing, { ...states.get(thing), ...(JSON.parse(before) as Record<string, unknown>) });
    }
    return states;
  }
}
