import {
  DeleteResult,
  EntityManager,
  InsertResult,
  UpdateResult,
  type DataSource,
  type EntityTarget,
  type FindManyOptions,
  type FindOneOptions,
  type FindOptionsWhere,
  type ObjectLiteral,
  type QueryRunner,
} from 'typeorm';
import { Asking } from './asking.js';
import { isPutInTogether, type HasWaiting } from './late-rows.js';
import type { Shape } from './shape.js';
import type { Sql } from './sql.js';

type Where<Entity> = FindOptionsWhere<Entity> | FindOptionsWhere<Entity>[];
type Row = Readonly<Record<string, unknown>>;
type New<Entity extends ObjectLiteral> = Parameters<typeof EntityManager.prototype.insert<Entity>>[1];
type Change<Entity extends ObjectLiteral> = Parameters<typeof EntityManager.prototype.update<Entity>>[2];

const ONE = ' limit 1';

/**
 * The rows of a database as entities. What is asked for plainly, by columns that have a value, is answered by statements
 * that are put together and prepared once (`Shape`); everything else is left to TypeORM (docs/decisions/0020).
 */
export class Rows extends EntityManager implements HasWaiting {
  private readonly asking: Asking;

  constructor(source: DataSource, runner?: QueryRunner) {
    super(source, runner);
    this.asking = new Asking(source, (text, values) => super.query<unknown>(text, [...values]));
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as TypeORM has it
  override query<T = any>(text: string, values: unknown[] | ObjectLiteral = []): Promise<T> {
    if (!Array.isArray(values)) return this.theirs(() => super.query<T>(text, values));
    return this.asking.answered(text, values, (rows) => rows as T);
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as TypeORM has it
  override create(entity: any, given?: any): any {
    const isOne = typeof given === 'object' && given !== null && !Array.isArray(given);
    const made = isOne ? this.asking.shape(entity as EntityTarget<ObjectLiteral>)?.entityOf(given as Row) : null;
    return made ?? super.create(entity as EntityTarget<ObjectLiteral>, given as ObjectLiteral);
  }

  override findOneBy<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, where: Where<Entity>) {
    const asked = this.asked(entity, where);
    if (!asked) return this.theirs(() => super.findOneBy(entity, where));
    return this.first<Entity>(asked.shape, asked.shape.select(asked.where, [], ONE));
  }

  override async findOneByOrFail<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, where: Where<Entity>) {
    return (await this.findOneBy(entity, where)) ?? super.findOneByOrFail(entity, where);
  }

  override findBy<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, where: Where<Entity>) {
    const asked = this.asked(entity, where);
    if (!asked) return this.theirs(() => super.findBy(entity, where));
    return this.read<Entity>(asked.shape, asked.shape.select(asked.where, [], ''));
  }

  override find<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, options?: FindManyOptions<Entity>) {
    const asked = this.sorted(entity, options ?? {});
    return asked ? this.read<Entity>(asked.shape, asked.sql) : this.theirs(() => super.find(entity, options));
  }

  override findOne<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, options: FindOneOptions<Entity>) {
    const asked = this.sorted(entity, { ...options, take: 1 });
    return asked ? this.first<Entity>(asked.shape, asked.sql) : this.theirs(() => super.findOne(entity, options));
  }

  override existsBy<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, where: Where<Entity>) {
    const asked = this.asked(entity, where);
    if (!asked) return this.theirs(() => super.existsBy(entity, where));
    return this.number(asked.shape.count(asked.where, ONE), (number) => number > 0);
  }

  override countBy<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, where: Where<Entity>) {
    const asked = this.asked(entity, where);
    if (!asked) return this.theirs(() => super.countBy(entity, where));
    return this.number(asked.shape.count(asked.where, ''), (number) => number);
  }

  /** Puts rows in. What the database gives them, such as their place in a sequence, is not read back. */
  override async insert<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, given: New<Entity>) {
    const rows: ObjectLiteral[] = Array.isArray(given) ? given : [given];
    const shape = this.asking.shape(entity);
    if (!shape) await this.theirs(() => super.insert(entity, given));
    else if (isPutInTogether(entity)) this.asking.insertLate(shape, rows);
    else await this.asking.insert(shape, rows);
    return new InsertResult();
  }

  override async update<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    criteria: unknown,
    change: Change<Entity>,
  ) {
    const asked = this.asked(entity, criteria);
    const sql = asked?.shape.update(asked.where, change);
    if (!sql) return this.theirs(() => super.update(entity, criteria, change));
    return Object.assign(new UpdateResult(), { affected: await this.changed(sql) });
  }

  override async delete<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, criteria: unknown) {
    const asked = this.asked(entity, criteria);
    if (!asked) return this.theirs(() => super.delete(entity, criteria));
    return Object.assign(new DeleteResult(), { affected: await this.changed(asked.shape.delete(asked.where)) });
  }

  putIn(): Promise<void> {
    return this.asking.putIn();
  }

  forget(): void {
    this.asking.forget();
  }

  private asked(entity: EntityTarget<ObjectLiteral>, criteria: unknown): { shape: Shape; where: Sql } | null {
    if (typeof criteria !== 'object' || criteria === null || Array.isArray(criteria)) return null;
    const shape = this.asking.shape(entity);
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

  private async theirs<T>(ask: () => Promise<T>): Promise<T> {
    await this.putIn();
    return ask();
  }

  private read<Entity extends ObjectLiteral>(shape: Shape, { text, values }: Sql): Promise<Entity[]> {
    return this.asking.answered(text, values, (rows) => shape.rowsOf<Entity>(rows as Row[]));
  }

  private first<Entity extends ObjectLiteral>(shape: Shape, { text, values }: Sql): Promise<Entity | null> {
    return this.asking.answered(text, values, (rows) => shape.rowsOf<Entity>(rows as Row[])[0] ?? null);
  }

  private number<T>({ text, values }: Sql, then: (number: number) => T): Promise<T> {
    return this.asking.answered(text, values, (rows) => then((rows as { number: number }[])[0]?.number ?? 0));
  }

  /** How many rows a statement changed: SQLite tells it alone, PostgreSQL after what it gives back. */
  private changed({ text, values }: Sql): Promise<number> {
    return this.asking.answered(text, values, (told) => (Array.isArray(told) ? Number(told[1]) : Number(told)));
  }
}
