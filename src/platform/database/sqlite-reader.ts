import { setImmediate } from 'node:timers';
import type { Database as Connection, Statement } from 'better-sqlite3';
import { READ_REVISION, type Revision } from './revision.js';
import type { Scalar } from './scalar.js';

/** How many prepared statements a reading connection keeps. */
const KEPT_STATEMENTS = 500;

/** Those of this process that stand in a state of the store. */
const standing = new Set<SqliteReader>();

/**
 * Has every reader of this process look at the store anew: to be called as soon as something was committed, so that
 * whoever has written reads what they wrote.
 */
export function readAnew(): void {
  for (const each of standing) each.leave();
}

/**
 * Reads rows from a connection of SQLite; each statement is prepared once and kept. Whatever is read in one turn of the
 * event loop is read in one state of the store, the last one that was committed when the first of it was read: to lock
 * and to look where the log ends costs more than a small statement does. What asks for something in that turn was sent
 * before the turn began, so that nobody is answered with less than what was committed by then.
 */
export class SqliteReader {
  private readonly kept = new Map<string, Statement>();
  private readonly begin: Statement;
  private readonly end: Statement;
  /** The revision of the state in which it stands; undefined where it was not asked for. */
  private revisionHere: Revision | null | undefined;

  constructor(private readonly connection: Connection) {
    this.begin = connection.prepare('BEGIN');
    this.end = connection.prepare('COMMIT');
  }

  /** All rows of a `select`. */
  rows(sql: string, values: readonly Scalar[]): unknown[] {
    this.enter();
    return this.prepared(sql).all(...values.map((value) => (typeof value === 'boolean' ? Number(value) : value)));
  }

  /** How far the store has come; null where nothing was ever written. */
  revision(): Revision | null {
    this.enter();
    if (this.revisionHere !== undefined) return this.revisionHere;
    return (this.revisionHere = (this.prepared(READ_REVISION).get() as Revision | undefined) ?? null);
  }

  /** Lets go of the state in which it stands, if it stands in one. */
  leave(): void {
    if (!standing.delete(this)) return;
    this.revisionHere = undefined;
    if (this.connection.open && this.connection.inTransaction) this.end.run();
  }

  private enter(): void {
    if (standing.has(this)) return;
    this.begin.run();
    standing.add(this);
    setImmediate(() => this.leave());
  }

  private prepared(sql: string): Statement {
    const found = this.kept.get(sql);
    if (found) return found;
    const statement = this.connection.prepare(sql);
    if (this.kept.size >= KEPT_STATEMENTS) this.kept.delete(this.kept.keys().next().value ?? '');
    this.kept.set(sql, statement);
    return statement;
  }
}
