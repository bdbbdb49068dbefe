import { Injectable } from '@nestjs/common';
import type { EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { cutAt } from '../engine/words/index.js';
import { Database } from '../platform/database/database.js';
import { execute } from '../platform/database/execute.js';
import { Sql, every, joined, sql } from '../platform/database/sql.js';
import { UsedKey } from '../platform/idempotency/used-key.entity.js';
import { ERASED, type Passages } from './passages.js';

type Row = Readonly<Record<string, string | number | null>>;

/** How many rows of each table hold something. */
export type Counts = Readonly<Record<string, number>>;

/** The names of makers, of products and of what is claimed of these are no data of a person; the rest holds no words. */
const LEFT_ALONE = [
  ...['companies', 'company_names', 'devices', 'device_names', 'rumors'],
  ...['secrets', 'erasures', 'revisions', 'leases', 'search_states', 'search_documents', 'idempotency_keys'],
];

/** Tables that repeat what stands elsewhere: what was done and told. */
const ECHOES = [
  ...['audit_entries', 'events', 'explanations', 'assessments', 'reconstructions'],
  ...['resolution_proposals', 'alert_firings'],
];

/** Addresses: one in which a name stands is of no use without it. */
const ADDRESSES = ['url', 'canonical_url'];

/** Texts that stand in no row twice and are looked up: a row that is found by one goes with it. */
const isKeyText = (column: ColumnMetadata): boolean => column.isPrimary && lengthOf(column) > 64;

const SLICE = 500;

/** Looks through every text of every table, so that a table that comes later is not forgotten. */
@Injectable()
export class Sweep {
  constructor(private readonly database: Database) {}

  /** Erases passages from every table, or only from those that repeat; returns in how many rows of each they stood. */
  async erase(passages: Passages, { onlyEchoes = false } = {}): Promise<Counts> {
    const counts: Record<string, number> = {};
    for (const metadata of this.database.rows.dataSource.entityMetadatas) {
      const { tableName } = metadata;
      if (onlyEchoes ? !ECHOES.includes(tableName) : LEFT_ALONE.includes(tableName)) continue;
      const count = await this.eraseFrom(metadata, passages);
      if (count > 0) counts[tableName] = count;
    }
    return counts;
  }

  /**
   * Takes back every answer that was kept to be given again: each is locked up for who acted, so that nobody can see in
   * which ones something stands. Their keys stay used, so that no act is done twice.
   */
  forgetAnswers(): Promise<void> {
    return this.database.transaction(async (rows) => {
      await rows.updateAll(UsedKey, { answer: '' });
    });
  }

  private async eraseFrom(metadata: EntityMetadata, passages: Passages): Promise<number> {
    const texts = metadata.columns.filter((column) => lengthOf(column) > 64 && column.databaseName !== 'slug');
    if (texts.length === 0) return 0;
    const keys = metadata.primaryColumns.map(({ databaseName }) => databaseName);
    let count = 0;
    for (let after: Row | null = null; ;) {
      const rows: Row[] = await this.slice(metadata, texts, keys, after);
      for (const row of rows) if (await this.eraseRow(metadata, texts, row, passages)) count += 1;
      after = rows.at(-1) ?? null;
      if (rows.length < SLICE) return count;
    }
  }

  private slice(
    { tableName }: EntityMetadata,
    texts: readonly ColumnMetadata[],
    keys: readonly string[],
    after: Row | null,
  ): Promise<Row[]> {
    const names = [...new Set([...keys, ...texts.map((column) => column.databaseName)])];
    const columns = joined(names.map(named), ', ');
    const key = joined(keys.map(named), ', ');
    const place = joined(
      keys.map((name) => sql`${after?.[name] ?? null}`),
      ', ',
    );
    const beyond = after === null ? sql`1 = 1` : sql`(${key}) > (${place})`;
    const { text, values } =
      sql`select ${columns} from ${named(tableName)} where ${beyond} order by ${key} limit ${SLICE}`;
    return this.database.read<Row>(text, values);
  }

  private async eraseRow(metadata: EntityMetadata, texts: readonly ColumnMetadata[], row: Row, passages: Passages) {
    const changed = texts.filter(({ databaseName: name }) => {
      const text = row[name];
      return typeof text === 'string' && passages.erasedFrom(text) !== text;
    });
    if (changed.length === 0) return false;
    const table = named(metadata.tableName);
    const isSame = every(
      metadata.primaryColumns.map(({ databaseName: name }) => sql`${named(name)} = ${row[name] ?? null}`),
    );
    if (changed.some(isKeyText)) await this.run(sql`delete from ${table} where ${isSame}`);
    else {
      const sets = changed.map((column) => {
        const name = column.databaseName;
        return sql`${named(name)} = ${erasedValue(column, String(row[name]), passages)}`;
      });
      await this.run(sql`update ${table} set ${joined(sets, ', ')} where ${isSame}`);
    }
    return true;
  }

  private run(statement: Sql): Promise<void> {
    return this.database.transaction((rows) => execute(rows, statement));
  }
}

function erasedValue(column: ColumnMetadata, text: string, passages: Passages): string | null {
  if (ADDRESSES.includes(column.databaseName) && column.isNullable) return null;
  return cutAt(passages.erasedFrom(text), lengthOf(column)) || ERASED;
}

const named = (name: string): Sql => new Sql(`"${name}"`, []);

/** How long a text of a column may be; 0 for a column of no text. */
function lengthOf({ type, length }: ColumnMetadata): number {
  if (type === 'text') return Number.MAX_SAFE_INTEGER;
  return type === 'varchar' ? Number(length) : 0;
}
