import type { Database as Connection, Statement } from 'better-sqlite3';
import { assertScalars } from './scalar.js';

const VERBS = ['run', 'get', 'all', 'iterate'] as const;

/** How connections prepare statements that nobody looks at: for those whose values were looked at on their way. */
const preparing = new WeakMap<Connection, (sql: string) => Statement>();

/** TypeORM begins deferred, and a transaction that reads first then fails at its first write if another has written. */
const immediate = (sql: string): string => (sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql);

function guarded(statement: Statement): Statement {
  for (const verb of VERBS) {
    const call = statement[verb].bind(statement) as (...values: unknown[]) => never;
    statement[verb] = (...values: unknown[]) => {
      assertScalars(values);
      return call(...values);
    };
  }
  return statement;
}

/** Has every statement that is prepared from now on refuse what is no scalar, and begin acts as they are to begin. */
export function guard(connection: Connection): void {
  const prepare = connection.prepare.bind(connection) as (sql: string) => Statement;
  preparing.set(connection, prepare);
  connection.prepare = ((sql: string) => guarded(prepare(immediate(sql)))) as Connection['prepare'];
}

/** A statement that takes whatever it is given: only for who hands it values that `bound` has looked at. */
export const preparedBare = (connection: Connection, sql: string): Statement =>
  (preparing.get(connection) ?? connection.prepare.bind(connection))(sql);
