import SqliteFile from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { Fault } from '../fault.js';
import { inWords } from './faults.js';
import type { DatabasePlace, Dialect } from './place.js';
import { postgresOptions } from './postgres.js';

type Select = (sql: string) => unknown[] | Promise<unknown[]>;

/** What SQLite names in its list of tables that holds no rows of its own. */
const TABLES = {
  sqlite: `select s.name from sqlite_schema s
    where s.type = 'table' and s.name not like 'sqlite!_%' escape '!' and s.sql not like 'create virtual%' order by s.name`,
  postgres: `select t.table_name as name from information_schema.tables t
    where t.table_schema = current_schema() and t.table_type = 'BASE TABLE' order by t.table_name`,
} as const;

/** A store as it stands, for whoever wants to know what is wrong with it: nothing is made, migrated or written. */
export class StoreLook {
  private constructor(
    readonly dialect: Dialect,
    private readonly select: Select,
    readonly close: () => Promise<void>,
  ) {}

  /**
   * Opens a store to look at it.
   *
   * @throws Fault not found `no-store` where there is no such file, what the database says where it cannot be read
   */
  static async open(place: DatabasePlace): Promise<StoreLook> {
    try {
      return await (place.dialect === 'sqlite' ? StoreLook.ofFile(place.file) : StoreLook.ofServer(place.url));
    } catch (error) {
      throw inWords(error);
    }
  }

  /** The rows of a `select` or of a pragma that reads. */
  async rows<Row>(sql: string): Promise<Row[]> {
    try {
      return (await this.select(sql)) as Row[];
    } catch (error) {
      throw inWords(error);
    }
  }

  /** The names of the tables that hold rows. */
  async tables(): Promise<string[]> {
    return (await this.rows<{ name: string }>(TABLES[this.dialect])).map(({ name }) => name);
  }

  /** The names of the migrations that it has taken, oldest first; none where nothing was ever migrated. */
  async migrations(): Promise<string[]> {
    if (!(await this.tables()).includes('migrations')) return [];
    const taken = await this.rows<{ name: string }>('select m.name from migrations m order by m.timestamp');
    return taken.map(({ name }) => name);
  }

  private static ofFile(file: string): StoreLook {
    const connection = openFile(file, true);
    const close = () => Promise.resolve(void connection.close());
    return new StoreLook('sqlite', (sql) => connection.prepare(sql).all(), close);
  }

  private static async ofServer(url: string): Promise<StoreLook> {
    const source = await new DataSource(postgresOptions(url, true)).initialize();
    return new StoreLook(
      'postgres',
      (sql) => source.query(sql),
      () => source.destroy(),
    );
  }
}

/**
 * Opens a file of SQLite that is there.
 *
 * @throws Fault not found `no-store` where it is not
 */
export function openFile(file: string, readonly: boolean): SqliteFile.Database {
  try {
    const connection = new SqliteFile(file, { readonly, fileMustExist: true, timeout: 5000 });
    return connection;
  } catch (error) {
    throw new Fault('not_found', 'no-store', `There is no database at ${file}.`, [], { cause: error });
  }
}
