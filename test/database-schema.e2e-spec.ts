import { MigrationExecutor, type DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { dataSourceOf, type Schema } from '../src/platform/database/data-source.js';
import { Database } from '../src/platform/database/database.js';
import { placeOf } from '../src/platform/database/place.js';
import { table, id, keyText, optional, ref } from '../src/platform/database/migrations/tables.js';
import { bareDatabase, DATABASES, emptyDatabase, SCHEMA } from './support/databases.js';
import { seedEveryTable } from './support/seed.js';

class Families1764000099001 implements MigrationInterface {
  readonly name = 'Families1764000099001';
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(table('parents', { id: id(), name: keyText(), nickname: optional(keyText()) }));
    await runner.createTable(table('children', { id: id(), parent_id: ref('parents') }));
  }
  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['children', 'parents']) await runner.query(`DROP TABLE "${name}"`);
  }
}

class NoNickname1764000099002 implements MigrationInterface {
  readonly name = 'NoNickname1764000099002';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "parents" DROP COLUMN "nickname"');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "parents" ADD COLUMN "nickname" varchar(200)');
  }
}

const FUTURE = [Families1764000099001, NoNickname1764000099002];

describe.each(DATABASES)('the schema on %s', (dialect) => {
  const sources: DataSource[] = [];
  const connect = async (url: string, schema: Schema = SCHEMA) => {
    const source = await dataSourceOf(placeOf(url) ?? raise(), schema, false).initialize();
    sources.push(source);
    return source;
  };
  afterEach(async () => {
    for (const source of sources.splice(0)) await source.destroy();
  });

  const countsOf = async (source: DataSource) => {
    const counts: Record<string, number> = {};
    for (const { tableName } of source.entityMetadatas) {
      const [row] = await source.query<{ n: number }[]>(`select count(*) as n from ${tableName}`);
      counts[tableName] = row?.n ?? 0;
    }
    return counts;
  };

  it('agrees with the entities', async () => {
    const source = await connect(await emptyDatabase(dialect));
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('has a name of its own for every rule, made of its table and its columns', async () => {
    const source = await connect(await emptyDatabase(dialect));
    for (const { tableName, uniques, indices, foreignKeys } of source.entityMetadatas) {
      const rules = (kind: string, all: readonly { name: string; columns: { databaseName: string }[] }[]) =>
        all.map((rule) => [rule.name, [kind, tableName, ...rule.columns.map((each) => each.databaseName)].join('_')]);
      const found = [...rules('uq', uniques), ...rules('ix', indices), ...rules('fk', foreignKeys)];
      expect(found.map(([name]) => name)).toEqual(found.map(([, expected]) => expected));
    }
    expect(source.entityMetadatas).toHaveLength(SCHEMA.entities.length);
  });

  it('goes up, down and up again, and keeps every row as long as its table stands', async () => {
    const url = await bareDatabase(dialect);
    const database = await Database.open(url, SCHEMA, { migrate: true });
    await database.transaction(seedEveryTable);
    await database.close();
    const source = await connect(url);
    const seeded = await countsOf(source);
    expect(Object.values(seeded)).not.toContain(0);
    for (let step = 0; step < SCHEMA.migrations.length; step += 1) {
      await source.undoLastMigration({ transaction: 'all' });
    }
    expect(await source.query(tablesOf(dialect))).toEqual([{ name: 'migrations' }]);
    await source.runMigrations({ transaction: 'all' });
    expect(Object.keys(await countsOf(source))).toEqual(Object.keys(seeded));
  });

  it('loses no row of the program, nor a child of a changed table, in a later step and its undoing', async () => {
    const url = await emptyDatabase(dialect);
    const before = await Database.open(url, SCHEMA, { migrate: false });
    await before.transaction(seedEveryTable);
    await before.close();
    const source = await connect(url, { ...SCHEMA, migrations: [...SCHEMA.migrations, ...FUTURE.slice(0, 1)] });
    const seeded = await countsOf(source);
    await source.runMigrations();
    await source.query("insert into parents (id, name) values ('p', 'Parent')");
    for (const child of ['a', 'b', 'c']) await source.query(`insert into children values ('${child}', 'p')`);
    const later = await connect(url, { ...SCHEMA, migrations: [...SCHEMA.migrations, ...FUTURE] });
    const children = () => later.query('select count(*) as n from children');
    const columns = async () => {
      const runner = later.createQueryRunner();
      const parents = await runner.getTable('parents');
      await runner.release();
      return parents?.columns.map(({ name }) => name);
    };
    await new MigrationExecutor(later).executePendingMigrations();
    expect([await columns(), await children()]).toEqual([['id', 'name'], [{ n: 3 }]]);
    await new MigrationExecutor(later).undoLastMigration();
    expect([await columns(), await children()]).toEqual([['id', 'name', 'nickname'], [{ n: 3 }]]);
    expect(await countsOf(later)).toEqual(seeded);
  });

  it('is refused where it lacks a step, unless that may be taken', async () => {
    const url = await bareDatabase(dialect);
    const opening = Database.open(url, SCHEMA, { migrate: false });
    await expect(opening).rejects.toMatchObject({ kind: 'conflict', code: 'database-not-migrated' });
    const database = await Database.open(url, SCHEMA, { migrate: true });
    expect([await database.pendingMigrations(), await database.migrate()]).toEqual([[], []]);
    await database.close();
  });

  it('takes its steps one by one in their order, and tells which', async () => {
    const url = await emptyDatabase(dialect);
    const later = { ...SCHEMA, migrations: [...SCHEMA.migrations, ...FUTURE] };
    await connect(url, later);
    const [source] = sources;
    const names = FUTURE.map((step) => new step().name);
    expect(await new MigrationExecutor(source ?? raise()).getPendingMigrations()).toMatchObject(
      names.map((name) => ({ name })),
    );
    const database = await Database.open(url, later, { migrate: true });
    expect(await database.read('select name from migrations order by id desc limit 2')).toEqual(
      names.toReversed().map((name) => ({ name })),
    );
    await database.close();
  });

  it('is refused to an older program, which changes nothing', async () => {
    const url = await emptyDatabase(dialect);
    const newer = await Database.open(
      url,
      { ...SCHEMA, migrations: [...SCHEMA.migrations, ...FUTURE] },
      { migrate: true },
    );
    await newer.close();
    for (const migrate of [true, false]) {
      const opening = Database.open(url, SCHEMA, { migrate });
      await expect(opening).rejects.toMatchObject({ kind: 'conflict', code: 'database-newer' });
    }
  });
});

const tablesOf = (dialect: string) =>
  dialect === 'sqlite'
    ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
    : "select table_name as name from information_schema.tables where table_schema = 'public'";

function raise(): never {
  throw new TypeError('no such place');
}
