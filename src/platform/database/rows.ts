import type { Database as Connection } from 'better-sqlite3';
import {
  DeleteResult,
  EntityManager,
  InsertResult,
  QueryFailedError,
  UpdateResult,
  type DataSource,
  type EntityTarget,
  type FindManyOptions,
  type FindOneOptions,
  type FindOptionsWhere,
  type ObjectLiteral,
  type QueryRunner,
} from 'typeorm';
import { bound, KeptStatements } from './kept-statements.js';
import type { Scalar } from './scalar.js';
import { Shape } from './shape.js';
import type { Sql } from './sql.js';

type Where<Entity> = FindOptionsWhere<Entity> | FindOptionsWhere<Entity>[];
type Row = Readonly<Record<string, unknown>>;
type New<Entity extends ObjectLiteral> = Parameters<typeof EntityManager.prototype.insert<Entity>>[1];
type Change<Entity extends ObjectLiteral> = Parameters<typeof EntityManager.prototype.update<Entity>>[2];

/** How many rows of PostgreSQL one statement puts in; in SQLite one each is as fast. */
const ROWS_AT_ONCE = 250;
const ONE = ' limit 1';

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

/**
 * The rows of a database as entities. What is asked for plainly, by columns that have a value, is answered by statements
 * that are put together and prepared once (`Shape`); everything else is left to TypeORM (docs/decisions/0020).
 */
export class Rows extends EntityManager {
  constructor(
    private readonly source: DataSource,
    runner?: QueryRunner,
  ) {
    super(source, runner);
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as TypeORM has it
  override async query<T = any>(text: string, values: unknown[] | ObjectLiteral = []): Promise<T> {
    const { statements } = this.kept;
    if (!statements || !Array.isArray(values)) return super.query<T>(text, values as never);
    try {
      const statement = statements.prepared(text);
      const scalars = bound(values as Scalar[]);
      return (statement.reader ? statement.all(...scalars) : statement.run(...scalars).changes) as T;
    } catch (error) {
      throw new QueryFailedError(text, values, error as Error);
    }
  }

  override async findOneBy<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, where: Where<Entity>) {
    const asked = this.asked(entity, where);
    if (!asked) return super.findOneBy(entity, where);
    return (await this.read<Entity>(asked.shape, asked.shape.select(asked.where, [], ONE)))[0] ?? null;
  }

  override async findOneByOrFail<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, where: Where<Entity>) {
    return (await this.findOneBy(entity, where)) ?? super.findOneByOrFail(entity, where);
  }

  override async findBy<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, where: Where<Entity>) {
    const asked = this.asked(entity, where);
    if (!asked) return super.findBy(entity, where);
    return this.read<Entity>(asked.shape, asked.shape.select(asked.where, [], ''));
  }

  override async find<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, options?: FindManyOptions<Entity>) {
    const asked = this.sorted(entity, options ?? {});
    return asked ? this.read<Entity>(asked.shape, asked.sql) : super.find(entity, options);
  }

  override async findOne<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, options: FindOneOptions<Entity>) {
    const asked = this.sorted(entity, { ...options, take: 1 });
    return asked ? ((await this.read<Entity>(asked.shape, asked.sql))[0] ?? null) : super.findOne(entity, options);
  }

  override async existsBy<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, where: Where<Entity>) {
    const asked = this.asked(entity, where);
    return asked ? (await this.number(asked.shape.count(asked.where, ONE))) > 0 : super.existsBy(entity, where);
  }

  override async countBy<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, where: Where<Entity>) {
    const asked = this.asked(entity, where);
    return asked ? this.number(asked.shape.count(asked.where, '')) : super.countBy(entity, where);
  }

  /** Puts rows in. What the database gives them, such as their place in a sequence, is not read back. */
  override async insert<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, given: New<Entity>) {
    const rows: ObjectLiteral[] = Array.isArray(given) ? given : [given];
    const shape = this.kept.shape(entity);
    const atOnce = this.kept.statements ? 1 : ROWS_AT_ONCE;
    for (let from = 0; from < rows.length; from += atOnce) {
      const sql = shape?.insert(rows.slice(from, from + atOnce));
      if (sql) await this.query(sql.text, [...sql.values]);
      else await super.insert(entity, rows.slice(from, from + atOnce) as New<Entity>);
    }
    return new InsertResult();
  }

  override async update<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    criteria: unknown,
    change: Change<Entity>,
  ) {
    const asked = this.asked(entity, criteria);
    const sql = asked?.shape.update(asked.where, change);
    if (!sql) return super.update(entity, criteria, change);
    return Object.assign(new UpdateResult(), { affected: await this.changed(sql) });
  }

  override async delete<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, criteria: unknown) {
    const asked = this.asked(entity, criteria);
    if (!asked) return super.delete(entity, criteria);
    return Object.assign(new DeleteResult(), { affected: await this.changed(asked.shape.delete(asked.where)) });
  }

  private get kept(): Kept {
    const known = keptOf.get(this.source);
    if (known) return known;
    const kept = new Kept(this.source);
    keptOf.set(this.source, kept);
    return kept;
  }

  private asked(entity: EntityTarget<ObjectLiteral>, criteria: unknown): { shape: Shape; where: Sql } | null {
    if (typeof criteria !== 'object' || criteria === null || Array.isArray(criteria)) return null;
    const shape = this.kept.shape(entity);
    const where = shape?.where(criteria);
    return shape && where ? { shape, where } : null;
  }

  private sorted(
    entity: EntityTarget<ObjectLiteral>,
    { where, order = {}, take, ...more }: FindManyOptions<ObjectLiteral>,
  ): { shape: Shape; sql: Sql } | null {
    const asked = this.asked(entity, where);
    const sorts = Object.entries(order);
    const isPlain = sorts.every(([name, way]) => asked?.shape.has(name) && (way === 'ASC' || way === 'DESC'));
    if (!asked || !isPlain || Object.keys(more).length > 0) return null;
    if (take !== undefined && !(Number.isSafeInteger(take) && take > 0)) return null;
    const by = sorts.map(([name, way]) => [name, way === 'DESC'] as const);
    const limit = take === undefined ? '' : ` limit ${take}`;
    return { shape: asked.shape, sql: asked.shape.select(asked.where, by, limit) };
  }

  private async read<Entity extends ObjectLiteral>(shape: Shape, { text, values }: Sql): Promise<Entity[]> {
    return shape.rowsOf<Entity>(await this.query<Row[]>(text, [...values]));
  }

  private async number({ text, values }: Sql): Promise<number> {
    const [row] = await this.query<{ number: number }[]>(text, [...values]);
    return row?.number ?? 0;
  }

  /** How many rows a statement changed: SQLite tells it alone, PostgreSQL after what it gives back. */
  private async changed({ text, values }: Sql): Promise<number> {
    const told = await this.query<number | [unknown, number]>(text, [...values]);
    return Array.isArray(told) ? told[1] : told;
  }
}
