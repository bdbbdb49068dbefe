import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { dataSourceOf, type Schema } from './data-source.js';
import { Fault } from '../fault.js';
import { inWords } from './faults.js';
import { leavingNothing, putInAll } from './late-rows.js';
import { assertCurrent, assertKnown, migrationStateOf, runMigrations } from './migrating.js';
import { placeOf, type Dialect } from './place.js';
import { sameFile } from './same-file.js';
import { beginOnPostgres, compactOnPostgres, numbered, watchOnPostgres } from './postgres.js';
import { raiseRevision, READ_REVISION, type Revision } from './revision.js';
import type { Scalar } from './scalar.js';
import { beginOnSqlite, compactOnSqlite, sqliteReader, watchOnSqlite } from './sqlite.js';
import { WriteQueue } from './write-queue.js';

/** How a database is opened. */
export interface OpenOptions {
  /** What to do about one that lacks steps: take them, or refuse to open it. */
  readonly migrate: boolean;
  /** By which its acts are dated; one that runs free unless another is given. */
  readonly clock?: Clock;
}

/** The one door to the database: every write is an act in a transaction, every read is free of side effects. */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly dialect: Dialect;
  private readonly queue: WriteQueue;
  private readonly lastSteps: (() => Promise<void>)[] = [];
  private readonly select: (sql: string, values: readonly Scalar[]) => unknown;
  private readonly revisionOutside: () => Promise<Revision | null> | Revision | null;

  private constructor(
    private readonly writer: DataSource,
    private readonly reader: DataSource,
    private readonly clock: Clock,
    private readonly assertSameFile: () => void,
  ) {
    this.dialect = writer.options.type === 'postgres' ? 'postgres' : 'sqlite';
    const isSqlite = this.dialect === 'sqlite';
    const begin = leavingNothing((isSqlite ? beginOnSqlite : beginOnPostgres)(writer));
    const watch = isSqlite ? watchOnSqlite(writer) : watchOnPostgres;
    const sealing = (rows: EntityManager) => {
      const hasWritten = watch(rows);
      return async () => {
        await putInAll(rows);
        if (await hasWritten()) await raiseRevision(rows, this.dialect, this.clock.now());
      };
    };
    this.queue = new WriteQueue(begin, sealing, () => this.endActs());
    const file = isSqlite ? sqliteReader(reader) : null;
    this.select = file ? (text, values) => file.rows(text, values) : (text, values) => reader.query(text, [...values]);
    this.revisionOutside = () => (file ? file.revision() : this.readOne<Revision>(READ_REVISION));
  }

  /**
   * Opens the database at a DATABASE_URL; a file of SQLite and its folder are made if they are missing. Throws a Fault
   * if it cannot be reached, if a newer program has changed it, or if it lacks steps and `migrate` is false.
   */
  static async open(url: string, schema: Schema, { migrate, clock = new Clock() }: OpenOptions): Promise<Database> {
    const place = placeOf(url);
    if (!place) throw new Fault('invalid', 'invalid-settings', 'DATABASE_URL names no database.');
    const [writer, reader] = [dataSourceOf(place, schema, false), dataSourceOf(place, schema, true)];
    try {
      await writer.initialize();
      await reader.initialize();
      const database = new Database(writer, reader, clock, sameFile(place));
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
   * network or for time. Rejects with what the act threw; what the database says becomes a Fault. An act that wrote
   * something raises the revision.
   */
  async transaction<T>(act: (rows: EntityManager) => Promise<T>): Promise<T> {
    return this.queue.run(act, true).catch(rethrow);
  }

  /**
   * The same for an act that changes nothing that anybody can read, such as who is signed in: it raises no revision,
   * unless it is part of an act that does.
   */
  async unseen<T>(act: (rows: EntityManager) => Promise<T>): Promise<T> {
    return this.queue.run(act, false).catch(rethrow);
  }

  /**
   * Does something that is no part of the act in which the caller stands, such as telling somebody who reads what it
   * wrote: once it is committed, and never if it is not. Outside of any act it is done at once.
   */
  afterwards(act: () => void): void {
    this.queue.afterwards(act);
  }

  /**
   * A book in which somebody notes what the act in which the caller stands has found out, so that it need not look again;
   * each act begins with a new one. Outside of any act it is a new one every time.
   */
  book<Book extends object>(owner: object, begin: () => Book): Book {
    return this.queue.book(owner, begin);
  }

  /** Has every act that changes what is read end with a step, in its own transaction: what follows from the act. */
  endWith(step: () => Promise<void>): void {
    this.lastSteps.push(step);
  }

  /** How many acts run or wait for their turn in this process. */
  get waiting(): number {
    return this.queue.length;
  }

  /**
   * Makes sure that what is written can be found again by whoever opens the database next.
   *
   * @throws Fault unavailable `database-replaced` where the file of SQLite was removed or another one put in its place,
   *   or what the database says where it cannot be reached
   */
  async assertInPlace(): Promise<void> {
    this.assertSameFile();
    await this.readOne('select 1 as here');
  }

  /** How far the store has come, by what is committed; null where nothing was ever written. */
  async revision(): Promise<Revision | null> {
    if (this.queue.rows) return this.readOne<Revision>(READ_REVISION);
    try {
      return await this.revisionOutside();
    } catch (error) {
      throw inWords(error);
    }
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

  private async endActs(): Promise<void> {
    for (const step of this.lastSteps) await step();
  }

  /** The names of the migrations that this database lacks, oldest first. */
  async pendingMigrations(): Promise<readonly string[]> {
    return (await migrationStateOf(this.writer).catch(rethrow)).pending;
  }

  /** Takes every pending migration in one act and returns their names; of two programs the second finds it done. */
  async migrate(): Promise<string[]> {
    assertKnown(await migrationStateOf(this.writer));
    return this.unseen((rows) => runMigrations(this.writer, rows));
  }

  /**
   * Rewrites what is stored without what was deleted, so that its bytes are gone from every file. Nothing else writes
   * meanwhile; returns whether all of it is done: a reader of another process may hold an older state.
   */
  compact(): Promise<boolean> {
    return this.queue
      .alone(() => (this.dialect === 'sqlite' ? compactOnSqlite : compactOnPostgres)(this.writer))
      .catch(rethrow);
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
