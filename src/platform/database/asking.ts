import type { Database as Connection } from 'better-sqlite3';
import { QueryFailedError, type DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { bound, KeptStatements } from './kept-statements.js';
import { Waiting } from './late-rows.js';
import { plainRows } from './plain-rows.js';
import { Shape } from './shape.js';

/** How many rows one statement puts in; in SQLite, which keeps a statement for each number of them, few. */
const ROWS_AT_ONCE = { postgres: 250, sqlite: 16 } as const;

/** What is kept beside a source of data, for as long as it is open. */
class Kept {
  private readonly shapes = new Map<EntityTarget<ObjectLiteral>, Shape | null>();
  readonly statements: KeptStatements | null;

  constructor(private readonly source: DataSource) {
    const { databaseConnection } = source.driver as unknown as { databaseConnection?: Connection };
    this.statements = databaseConnection ? new KeptStatements(databaseConnection) : null;
  }

  shape(entity: EntityTarget<ObjectLiteral>): Shape | null {
    const known = this.shapes.get(entity);
    if (known !== undefined) return known;
    const shape = Shape.of(this.source.getMetadata(entity), this.statements === null);
    this.shapes.set(entity, shape);
    return shape;
  }
}

const keptOf = new WeakMap<DataSource, Kept>();

function keptBeside(source: DataSource): Kept {
  const known = keptOf.get(source);
  if (known) return known;
  const kept = new Kept(source);
  keptOf.set(source, kept);
  return kept;
}

/** A statement and its values, handed to PostgreSQL. */
type Ask = (text: string, values: readonly unknown[]) => Promise<unknown>;

/**
 * Asks a database: SQLite at once, so that one promise is all that there is to wait for, PostgreSQL over its connection.
 * Rows that are put in together wait here.
 */
export class Asking {
  private readonly waiting = new Waiting();
  /** What is just put in over a connection: nothing else is asked before. */
  private putting = Promise.resolve();

  constructor(
    private readonly source: DataSource,
    private readonly ask: Ask,
  ) {}

  /** The plain statements about the table of an entity; null where it is not plain. */
  shape(entity: EntityTarget<ObjectLiteral>): Shape | null {
    return this.kept.shape(entity);
  }

  /** What comes of the answer to a statement; what waits and it may ask for is put in before. */
  answered<T>(text: string, values: readonly unknown[], then: (told: unknown) => T): Promise<T> {
    const { statements } = this.kept;
    if (!statements) return this.later(text, values, then);
    try {
      if (!this.waiting.isEmpty) this.putInNow(statements, text);
      return Promise.resolve(then(now(statements, text, values)));
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** Puts rows in. */
  async insert(shape: Shape, rows: readonly ObjectLiteral[]): Promise<void> {
    for (const { text, values } of this.inserts(shape, rows)) await this.answered(text, values, () => undefined);
  }

  /** Has rows put in before something asks for them, or before the act ends. */
  insertLate(shape: Shape, rows: readonly ObjectLiteral[]): void {
    this.waiting.add(shape, rows);
  }

  /** Puts in what waits, before a statement is run that names its table, or before whatever comes next. */
  async putIn(statement?: string): Promise<void> {
    const { statements } = this.kept;
    if (statements) return this.putInNow(statements, statement);
    const inserts = this.waiting.take(statement).flatMap(({ shape, rows }) => this.inserts(shape, rows));
    this.putting = this.putting.then(async () => {
      for (const { text, values } of inserts) await this.ask(text, values);
    });
    await this.putting;
  }

  /** Forgets what waits: the act to which it belongs is undone. */
  forget(): void {
    this.waiting.take();
    this.putting = Promise.resolve();
  }

  /** Looked up when something is asked, for a source has no connection before. */
  private get kept(): Kept {
    return keptBeside(this.source);
  }

  private inserts(shape: Shape, rows: readonly ObjectLiteral[]) {
    const atOnce = this.kept.statements ? ROWS_AT_ONCE.sqlite : ROWS_AT_ONCE.postgres;
    const lots: ReturnType<Shape['insert']>[] = [];
    for (let from = 0; from < rows.length; from += atOnce) lots.push(shape.insert(rows.slice(from, from + atOnce)));
    return lots;
  }

  private putInNow(statements: KeptStatements, statement?: string): void {
    for (const { shape, rows } of this.waiting.take(statement)) {
      for (const { text, values } of this.inserts(shape, rows)) now(statements, text, values);
    }
  }

  private async later<T>(text: string, values: readonly unknown[], then: (told: unknown) => T): Promise<T> {
    if (!this.waiting.isEmpty) await this.putIn(text);
    await this.putting;
    return then(await this.ask(text, values));
  }
}

function now(statements: KeptStatements, text: string, values: readonly unknown[]): unknown {
  try {
    const statement = statements.prepared(text);
    const scalars = bound(values);
    return statement.reader ? plainRows(statement, scalars) : statement.run(scalars).changes;
  } catch (error) {
    throw new QueryFailedError(text, [...values], error as Error);
  }
}
