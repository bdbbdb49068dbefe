import pg from 'pg';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { assertScalars } from './scalar.js';
import type { Watch } from './revision.js';
import type { Begin } from './write-queue.js';

const { builtins } = pg.types;
const asNumber = (text: string): number => Number(text);

/** Numbers and truths are read as SQLite gives them: every number as a number, yes and no as 1 and 0. */
const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [builtins.INT8, asNumber],
  [builtins.NUMERIC, asNumber],
  [builtins.BOOL, (text) => (text === 't' ? 1 : 0)],
]);
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : PARSERS.get(oid)) ?? (pg.types.getTypeParser(oid, format) as unknown),
};

type Query = (sql: unknown, values?: unknown, done?: unknown) => unknown;

/** The transaction had failed at an earlier statement whose error the act swallowed: PostgreSQL undid it all. */
const notCommitted = () => Object.assign(new Error('the transaction had failed before its end'), { code: '25P02' });

/** A connection that binds scalars alone, and does not take a COMMIT for one where PostgreSQL answers ROLLBACK. */
class GuardedClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const query = this.query.bind(this) as Query;
    this.query = ((sql: unknown, values?: unknown, done?: unknown): unknown => {
      if (Array.isArray(values)) assertScalars(values);
      const answer = query(sql, values, done);
      return sql === 'COMMIT' && values === undefined
        ? (answer as Promise<pg.QueryResult>).then(assertCommitted)
        : answer;
    }) as typeof this.query;
  }
}

function assertCommitted(result: pg.QueryResult): pg.QueryResult {
  if (result.command !== 'COMMIT') throw notCommitted();
  return result;
}

const READ_ONLY = '-c default_transaction_read_only=on';

/** How TypeORM connects to PostgreSQL: to write, or only to read. Nobody waits for a connection or a lock for ever. */
export const postgresOptions = (url: string, readonly: boolean): DataSourceOptions => ({
  type: 'postgres',
  url,
  applicationName: readonly ? 'hearsay (reading)' : 'hearsay',
  connectTimeoutMS: 5000,
  poolSize: readonly ? 10 : 2,
  installExtensions: false,
  extra: {
    Client: GuardedClient,
    types,
    lock_timeout: 5000,
    idle_in_transaction_session_timeout: 60_000,
    ...(readonly && { options: READ_ONLY }),
  },
});

const TOKENS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\?/g;

/** Numbers the `?` of a statement as PostgreSQL wants them ($1, $2 …), leaving texts, names and comments alone. */
export function numbered(sql: string): string {
  let count = 0;
  return sql.replaceAll(TOKENS, (token) => (token === '?' ? `$${++count}` : token));
}

/** Any number that nothing else locks: who holds it writes. */
const WRITER_LOCK = 7_411_029;

/**
 * Begins an act as SQLite would: after the one before it has ended, in whichever process that runs. So what an act has
 * looked at does not change until it ends, and the order of the event log is the order of the commits.
 */
export const beginOnPostgres =
  (writer: DataSource): Begin =>
  (act) =>
    writer.transaction(async (rows) => {
      await rows.query('select pg_advisory_xact_lock($1)', [WRITER_LOCK]);
      return act(rows);
    });

/** Whether an act writes: PostgreSQL gives it a number only then. */
export const watchOnPostgres: Watch = (rows) => async () => {
  const [found] = await rows.query<{ wrote: number }[]>('select pg_current_xact_id_if_assigned() is not null as wrote');
  return found?.wrote === 1;
};

/** Writes every table and index anew, without what was deleted. */
export async function compactOnPostgres(writer: DataSource): Promise<boolean> {
  const tables = await writer.query<{ name: string }[]>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = current_schema()`,
  );
  for (const { name } of tables) await writer.query(`vacuum (full, analyze) ${name}`);
  return true;
}
