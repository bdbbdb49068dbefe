import { setImmediate } from 'node:timers';
import type { Database as Connection, Statement } from 'better-sqlite3';
import { bound, KeptStatements } from './kept-statements.js';
import { plainRows } from './plain-rows.js';
import { READ_REVISION, type Revision } from './revision.js';
import type { Scalar } from './scalar.js';

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
  private readonly statements: KeptStatements;
  private readonly begin: Statement;
  private readonly end: Statement;
  /** The revision of the state in which it stands; undefined where it was not asked for. */
  private revisionHere: Revision | null | undefined;

  constructor(private readonly connection: Connection) {
    this.statements = new KeptStatements(connection);
    this.begin = connection.prepare('BEGIN');
    this.end = connection.prepare('COMMIT');
  }

  /** All rows of a `select`. */
  rows(sql: string, values: readonly Scalar[]): unknown[] {
    this.enter();
    return plainRows(this.statements.prepared(sql), bound(values));
  }

  /** How far the store has come; null where nothing was ever written. */
  revision(): Revision | null {
    this.enter();
    if (this.revisionHere !== undefined) return this.revisionHere;
    const [row] = plainRows(this.statements.prepared(READ_REVISION), []) as Revision[];
    return (this.revisionHere = row ?? null);
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
}
