import type { Database as Connection, Statement } from 'better-sqlite3';
import { preparedBare } from './guarded.js';
import { assertScalars, type Scalar } from './scalar.js';

/** How many prepared statements are kept of a connection. */
const KEPT = 600;

/** The statements of a connection of SQLite, each prepared once and kept; of too many the oldest goes. */
export class KeptStatements {
  private readonly kept = new Map<string, Statement>();

  constructor(private readonly connection: Connection) {}

  /** A statement, ready to run with values that `bound` gives. */
  prepared(sql: string): Statement {
    const found = this.kept.get(sql);
    if (found) return found;
    const statement = preparedBare(this.connection, sql);
    if (this.kept.size >= KEPT) this.kept.delete(this.kept.keys().next().value ?? '');
    this.kept.set(sql, statement);
    return statement;
  }
}

/** Values as the driver takes them, of which each was looked at: yes and no are numbers in SQLite. */
export function bound(values: readonly unknown[]): Scalar[] {
  assertScalars(values);
  return values.map((value) => (typeof value === 'boolean' ? Number(value) : value));
}
