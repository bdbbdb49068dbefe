import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { holds, isOneOf, joined, lotsOf, sql, Sql } from '../platform/database/sql.js';
import type { Moment } from './moments.service.js';

/** Which columns of a row an act may have changed since, by their names in the audit trail, and whose they are. */
export interface Changeable<Row> {
  readonly thing: (row: Row) => string;
  readonly columns: Readonly<Record<string, keyof Row>>;
}

/** Which member of a thing is meant, by its name in the audit trail, and what it is now. */
export interface Member {
  readonly thing: Sql;
  readonly name: string;
  readonly present: Sql;
}

/**
 * The word that a member had at an instant (epoch milliseconds), of those that are listed: what the first change after
 * it replaced, else what it is now. Null stands for any other word that was replaced since.
 */
export function wordAt({ thing, name, present }: Member, words: readonly string[], at: number): Sql {
  const key = `${JSON.stringify(name)}:`;
  const said = words.map((word) => sql`when ${holds(sql`n.before`, key + JSON.stringify(word))} then ${word}`);
  const later = sql`from audit_entries n where n.thing = ${thing} and n.at > ${at} and ${holds(sql`n.before`, key)}`;
  return sql`case when exists (select 1 ${later})
    then (select case ${joined(said, ' ')} end ${later} order by n.at, n.id limit 1) else ${present} end`;
}

/** Whether a column of a row (`t`), which an act may have changed since, had a word at a moment. */
export function hadWord(column: string, word: string, { at, isNow }: Moment): Sql {
  const present = new Sql(`t.${column}`, []);
  if (isNow) return sql`${present} = ${word}`;
  return sql`${wordAt({ thing: sql`t.id`, name: column, present }, [word], at)} = ${word}`;
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
    const states = new Map<string, Record<string, unknown>>();
    for (const lot of lotsOf(things)) {
      const { text, values } = sql`select n.thing, n.before from audit_entries n
        where ${isOneOf(sql`n.thing`, lot)} and n.at > ${at} and n.before is not null order by n.at desc, n.id desc`;
      for (const { thing, before } of await this.database.read<{ thing: string; before: string }>(text, values)) {
        states.set(thing, { ...states.get(thing), ...(JSON.parse(before) as Record<string, unknown>) });
      }
    }
    return states;
  }
}
