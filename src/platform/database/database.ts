import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { dataSourceOf, type Schema } from './data-source.js';
import { Fault } from '../fault.js';
import { inWords } from './faults.js';
import { assertCurrent, assertKnown, migrationStateOf, runMigrations } from './migrating.js';
import { placeOf, type Dialect } from './place.js';
import { beginOnPostgres, numbered } from './postgres.js';
import { assertScalars, type Scalar } from './scalar.js';
import { beginOnSqlite, sqliteReader } from './sqlite.js';
import { WriteQueue } from './write-queue.js';

/** What to do about a database that lacks steps: take them, or refuse to open it. */
export interface OpenOptions {
  readonly migrate: boolean;
}

/** The one door to the database: every write is an act in a transaction, every read is free of side effects. */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly dialect: Dialect;
  private readonly queue: WriteQueue;
  private readonly select: (sql: string, values: readonly Scalar[]) => unknown;

  private constructor(
    private readonly writer: DataSource,
    private readonly reader: DataSource,
  ) {
    this.dialect = writer.options.type === 'postgres' ? 'postgres' : 'sqlite';
    const isSqlite = this.dialect === 'sqlite';
    this.queue = new WriteQueue(isSqlite ? beginOnSqlite(writer) : beginOnPostgres(writer));
    this.select = isSqlite ? sqliteReader(reader) : (sql, values) => reader.query(sql, [...values]);
  }

  /**
   * Opens the database at a DATABASE_URL; a file of SQLite and its folder are made if they are missing. Throws a Fault
   * if it cannot be reached, if a newer program has changed it, or if it lacks steps and `migrate` is false.
   */
  static async open(url: string, schema: Schema, { migrate }: OpenOptions): Promise<Database> {
    const place = placeOf(url);
    if (!place) throw new Fault('invalid', 'invalid-settings', 'DATABASE_URL names no database.');
    const [writer, reader] = [dataSourceOf(place, schema, false), dataSourceOf(place, schema, true)];
    try {
      await writer.initialize();
      await reader.initialize();
      const database = new Database(writer, reader);
      if (migrate) await database.migrate();
      else assertCurrent(await migrationStateOf(writer));
      return database;
    } catch (error) {
      for (const source of [reader, writer]) if (source.isInitialized) await source.destroy();
      throw inWords(error);
    }
  }

  /**
   * Runs an act in a transaction: all of it is kept, or nothing, and once this resolves it is on the disk. Acts run one
   * at a time, in all processes, so what one has read is so until it ends. An act within an act joins it, and dooms it
   * by failing. `rows` are good until the act ends; nothing in it waits for the
   * network or for time. Rejects with what the act threw; what the database says becomes a Fault.
   */
  async transaction<T>(act: (rows: EntityManager) => Promise<T>): Promise<T> {
    return this.queue.run(act).catch(rethrow);
  }

  /** The rows as entities, for reading: those of the open transaction within an act, else of the reading connection. */
  get rows(): EntityManager {
    return this.queue.rows ?? this.reader.manager;
  }

  /**
   * The rows of a `select`, its `?` bound in order, on both databases alike. Within an act it sees what the act wrote;
   * elsewhere only what is committed. Yes and no are 1 and 0, moments epoch milliseconds, JSON its text.
   */
  async read<Row>(sql: string, values: readonly Scalar[] = []): Promise<Row[]> {
    try {
      assertScalars(values);
      const text = this.dialect === 'postgres' ? numbered(sql) : sql;
      const rows = this.queue.rows;
      return (await (rows ? rows.query(text, [...values]) : this.select(text, values))) as Row[];
    } catch (error) {
      throw inWords(error);
    }
  }

  /** The first row of a `select`, or null if it has none. */
  async readOne<Row>(sql: string, values: readonly Scalar[] = []): Promise<Row | null> {
    const [row] = await this.read<Row>(sql, values);
    return row ?? null;
  }

  /** The names of the migrations that this database lacks, oldest first. */
  async pendingMigrations(): Promise<readonly string[]> {
    return (await migrationStateOf(this.writer).catch(rethrow)).pending;
  }

  /** Takes every pending migration in one act and returns their names; of two programs the second finds it done. */
  async migrate(): Promise<string[]> {
    assertKnown(await migrationStateOf(this.writer));
    return this.transaction((rows) => runMigrations(this.writer, rows));
  }

  /** Lets the queued acts end, then closes both connections. */
  async close(): Promise<void> {
    await this.queue.settled();
    for (const source of [this.reader, this.writer]) if (source.isInitialized) await source.destroy();
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }
}

function rethrow(error: unknown): never {
  throw inWords(error);
}
