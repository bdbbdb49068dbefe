import type { Database as Connection } from 'better-sqlite3';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { Fault } from '../fault.js';
import { guard } from './guarded.js';
import type { Watch } from './revision.js';
import { readAnew, SqliteReader } from './sqlite-reader.js';
import type { Begin } from './write-queue.js';

/** The first release in which two connections cannot corrupt a write-ahead log that one of them resets. */
const OLDEST_SQLITE = [3, 51, 3] as const;

/**
 * What every connection sets (docs/decisions/0004): every commit is synced to the disk, a second process waits for the
 * first, what is deleted is overwritten, a damaged file is noticed, and nothing in the file is trusted to run.
 */
export const PRAGMAS = {
  busy_timeout: 5000,
  foreign_keys: 1,
  synchronous: 2, // FULL: a commit that was acknowledged survives a power cut
  secure_delete: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
} as const;

/**
 * How much of the file a connection keeps in memory, in KiB: to read, the pages that most answers are made of; to write,
 * those that an act of an import changes, so that none is written twice.
 */
const CACHE_KIB = { reading: 64 * 1024, writing: 16 * 1024 } as const;

/** Throws a Fault if this SQLite is older than the first release that keeps what two connections write. */
export function assertSqliteVersion(version: string): void {
  const parts = version.split('.').map(Number);
  const differs = OLDEST_SQLITE.findIndex((floor, place) => parts[place] !== floor);
  if (differs < 0 || (parts[differs] ?? 0) > (OLDEST_SQLITE[differs] ?? 0)) return;
  throw new Fault(
    'internal',
    'sqlite-too-old',
    `SQLite ${version} can lose data: ${OLDEST_SQLITE.join('.')} is needed.`,
  );
}

function prepareConnection(connection: Connection, readonly: boolean): void {
  assertSqliteVersion(connection.prepare('select sqlite_version()').pluck().get() as string);
  for (const [name, value] of Object.entries(PRAGMAS)) connection.pragma(`${name} = ${value}`);
  connection.pragma(`cache_size = -${readonly ? CACHE_KIB.reading : CACHE_KIB.writing}`);
  if (!readonly) connection.pragma('journal_mode = WAL');
  guard(connection);
}

/** How TypeORM opens a file of SQLite: to write, or only to read. */
export const sqliteOptions = (file: string, readonly: boolean): DataSourceOptions => ({
  type: 'better-sqlite3',
  database: file,
  readonly,
  prepareDatabase: (connection: unknown) => prepareConnection(connection as Connection, readonly),
});

const connectionOf = (source: DataSource): Connection =>
  (source.driver as unknown as { databaseConnection: Connection }).databaseConnection;

/** Reads from a connection of SQLite. */
export const sqliteReader = (source: DataSource): SqliteReader => new SqliteReader(connectionOf(source));

/**
 * Puts right what TypeORM believes after a failed transaction. It counts open transactions itself, and where SQLite
 * ended one on its own (the disk was full at its COMMIT) the next one would start as a savepoint of nothing.
 */
function forgetTransaction(source: DataSource): void {
  const connection = connectionOf(source);
  if (connection.inTransaction) connection.exec('ROLLBACK');
  Object.assign(source.createQueryRunner(), { isTransactionActive: false, transactionDepth: 0 });
}

/** Begins an act on the one writing connection; a writer of another process is waited for (`busy_timeout`). */
export const beginOnSqlite =
  (writer: DataSource): Begin =>
  async (act) => {
    try {
      return await writer.transaction(async (rows) => {
        const result = await act(rows);
        readAnew(); // who stands in an older state would keep the log from being taken up, and it would grow
        return result;
      });
    } catch (error) {
      forgetTransaction(writer);
      throw error;
    } finally {
      readAnew();
    }
  };

/** Whether an act writes: the writing connection counts the rows that it has changed since it was opened. */
export function watchOnSqlite(writer: DataSource): Watch {
  const changes = connectionOf(writer).prepare('select total_changes()').pluck();
  return () => {
    const before = changes.get();
    return () => Promise.resolve(changes.get() !== before);
  };
}

/** Writes the file anew and empties its write-ahead log; false where a reader still holds an older state of it. */
export function compactOnSqlite(writer: DataSource): Promise<boolean> {
  const connection = connectionOf(writer);
  readAnew(); // a reader of ours would hold what is to go
  connection.exec('VACUUM');
  const [log] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return Promise.resolve(log?.busy === 0);
}
