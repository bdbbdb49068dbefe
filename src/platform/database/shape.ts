import { FindOperator, type EntityMetadata, type ObjectLiteral } from 'typeorm';
import { numbered } from './postgres.js';
import type { Scalar } from './scalar.js';
import { isOneOf, Sql } from './sql.js';

/** A column of a table, and how its values are written down and read. */
interface ShapeColumn {
  readonly property: string;
  /** As it stands in a statement. */
  readonly name: string;
  readonly isGenerated: boolean;
  readonly isJson: boolean;
  readonly write: (value: unknown) => unknown;
  readonly read: (value: unknown) => unknown;
}

/** How many different statements of one table are kept in writing. */
const KEPT_TEXTS = 500;

const quoted = (name: string): string => `"${name}"`;
const asItIs = (value: unknown): unknown => value;

/**
 * A table as its entity describes it, with the plain statements about it. Each is put together once and then looked up,
 * with every value bound: TypeORM puts it together anew for each call and writes numbers into it, so that the database
 * has to prepare it anew as well.
 */
export class Shape {
  private readonly columns: ReadonlyMap<string, ShapeColumn>;
  private readonly written: readonly ShapeColumn[];
  private readonly texts = new Map<string, string>();
  private readonly read: readonly (readonly [name: string, column: ShapeColumn])[];
  private readonly table: string;
  readonly tableName: string;

  private constructor(
    private readonly metadata: EntityMetadata,
    private readonly isPostgres: boolean,
  ) {
    this.tableName = metadata.tableName;
    this.table = quoted(metadata.tableName);
    this.columns = new Map(metadata.columns.map((column) => [column.propertyName, columnOf(column)]));
    this.written = [...this.columns.values()].filter(({ isGenerated }) => !isGenerated);
    this.read = metadata.columns.map((each) => [each.databaseName, this.columns.get(each.propertyName)!] as const);
  }

  /** The shape of a table; null where it has anything but plain columns. */
  static of(metadata: EntityMetadata, isPostgres: boolean): Shape | null {
    const isPlain = metadata.columns.every((column) => !column.embeddedMetadata && !column.isVirtual);
    return isPlain && metadata.embeddeds.length === 0 ? new Shape(metadata, isPostgres) : null;
  }

  /** What a condition asks of a row; null where it asks for more than scalars, lists of texts and emptiness. */
  where(criteria: ObjectLiteral): Sql | null {
    const texts: string[] = [];
    const values: Scalar[] = [];
    for (const [property, wanted] of Object.entries(criteria)) {
      const column = this.columns.get(property);
      const condition = column && !column.isJson ? conditionOf(column.name, wanted) : null;
      if (!condition) return null;
      texts.push(condition.text);
      for (const value of condition.values) values.push(value);
    }
    return texts.length === 0 ? null : new Sql(texts.join(' and '), values);
  }

  /** The rows for which a condition holds, as `rowsOf` reads them. */
  select(
    where: Sql | null,
    order: readonly (readonly [property: string, isDescending: boolean])[],
    limit: string,
  ): Sql {
    const sorted = order.map(([property, isDescending]) => `${this.name(property)} ${isDescending ? 'desc' : 'asc'}`);
    const end = `${sorted.length === 0 ? '' : ` order by ${sorted.join(', ')}`}${limit}`;
    const condition = where === null ? '' : ` where ${where.text}`;
    return this.statement(`select${condition}${end}`, where?.values ?? [], () => {
      const names = [...this.columns.values()].map(({ name }) => name).join(', ');
      return `select ${names} from ${this.table}${condition}${end}`;
    });
  }

  /** How many rows there are for which a condition holds; no more than `limit` of them are looked at. */
  count(where: Sql, limit: string): Sql {
    return this.statement(`count ${where.text}${limit}`, where.values, () => {
      return `select count(*) as number from (select 1 as one from ${this.table} where ${where.text}${limit}) t`;
    });
  }

  /** Puts rows in; numbers that the database gives are left to it. */
  insert(rows: readonly ObjectLiteral[]): Sql {
    const { written } = this;
    const values: Scalar[] = [];
    for (const row of rows) {
      for (const { property, write } of written) values.push((write(row[property]) ?? null) as Scalar);
    }
    return this.statement(`insert ${rows.length}`, values, () => {
      const places = `(${written.map(() => '?').join(', ')})`;
      const names = written.map(({ name }) => name).join(', ');
      return `insert into ${this.table} (${names}) values ${rows.map(() => places).join(', ')}`;
    });
  }

  /** Changes rows; what is `undefined` stays, what a function gives is SQL. Null where that names no column, or nothing. */
  update(where: Sql, change: ObjectLiteral): Sql | null {
    const texts: string[] = [];
    const values: Scalar[] = [];
    for (const [property, value] of Object.entries(change)) {
      const column = this.columns.get(property);
      if (!column) return null;
      if (value === undefined) continue;
      const isSql = typeof value === 'function';
      texts.push(`${column.name} = ${isSql ? (value as () => string)() : '?'}`);
      if (!isSql) values.push(column.write(value) as Scalar);
    }
    if (texts.length === 0) return null;
    const set = `update ${this.table} set ${texts.join(', ')} where ${where.text}`;
    return this.statement(set, [...values, ...where.values], () => set);
  }

  /** Takes rows away. */
  delete(where: Sql): Sql {
    const text = `delete from ${this.table} where ${where.text}`;
    return this.statement(text, where.values, () => text);
  }

  /** Rows as the entities that they are. */
  rowsOf<Entity extends ObjectLiteral>(rows: readonly Readonly<Record<string, unknown>>[]): Entity[] {
    return rows.map((row) => {
      const entity = this.metadata.create() as Record<string, unknown>;
      for (const [name, { property, read }] of this.read) entity[property] = read(row[name]);
      return entity as Entity;
    });
  }

  /** A new entity with these values; null where there is anything among them that is no column. */
  entityOf(values: ObjectLiteral): ObjectLiteral | null {
    const entity = this.metadata.create() as Record<string, unknown>;
    for (const [property, value] of Object.entries(values)) {
      if (value === undefined) continue;
      if (!this.columns.has(property)) return null;
      entity[property] = value;
    }
    return entity;
  }

  /** Whether it has a column for that property. */
  has(property: string): boolean {
    return this.columns.has(property);
  }

  private name(property: string): string {
    return this.columns.get(property)!.name;
  }

  private statement(key: string, values: readonly Scalar[], write: () => string): Sql {
    const known = this.texts.get(key);
    if (known !== undefined) return new Sql(known, values);
    const text = this.isPostgres ? numbered(write()) : write();
    if (this.texts.size < KEPT_TEXTS) this.texts.set(key, text);
    return new Sql(text, values);
  }
}

function columnOf(column: EntityMetadata['columns'][number]): ShapeColumn {
  const { transformer, type } = column;
  const one = Array.isArray(transformer) ? undefined : transformer;
  return {
    property: column.propertyName,
    name: quoted(column.databaseName),
    isGenerated: column.isGenerated,
    isJson: one !== undefined && type !== 'boolean',
    write: one ? (value) => one.to(value) as unknown : asItIs,
    read: one ? (value) => one.from(value) as unknown : asItIs,
  };
}

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function conditionOf(name: string, wanted: unknown): Sql | null {
  if (isScalar(wanted)) return new Sql(`${name} = ?`, [wanted]);
  if (!(wanted instanceof FindOperator)) return null;
  const { type, value } = wanted as FindOperator<unknown>;
  if (type === 'isNull') return new Sql(`${name} is null`, []);
  if (type === 'not' && isScalar(value)) return new Sql(`${name} <> ?`, [value]);
  if (type !== 'in' || !Array.isArray(value) || !value.every((each) => typeof each === 'string')) return null;
  return isOneOf(new Sql(name, []), value);
}
