import { EntityManager, In, IsNull, MoreThan, Not, type FindManyOptions, type FindOptionsWhere } from 'typeorm';
import { Company } from '../src/companies/company.entity.js';
import { Event } from '../src/events/event.entity.js';
import { Source } from '../src/sources/source.entity.js';
import { Database } from '../src/platform/database/database.js';
import { newId } from '../src/platform/ids.js';
import { DATABASES, emptyDatabase, SCHEMA } from './support/databases.js';

const AT = Date.UTC(2029, 5, 1);
const source = (slug: string, more: Partial<Source> = {}): Source => ({
  id: newId('src', AT),
  ...{ name: `The ${slug}`, slug, kind: 'outlet' as const, grade: null, vetted: false, parentId: null },
  ...{ reportCount: 0, resolvedCount: 0, hitCount: 0, eventCount: 0, earlyCallCount: 0, reliability: null },
  ...{ replyText: null, replyOn: null, replyUrl: null, lastReportAt: null, version: 1, createdAt: AT, updatedAt: AT },
  ...more,
});
const company = (slug: string, domains: string[]): Company => ({
  id: newId('co', AT),
  ...{ name: slug, slug, domains, version: 1, createdAt: AT, updatedAt: AT },
});

type Where<Row> = FindOptionsWhere<Row> | FindOptionsWhere<Row>[];

/** Criteria of every kind that the program uses, plain and other. */
const CRITERIA: readonly Where<Source>[] = [
  { slug: 'a' },
  { slug: 'nowhere' },
  { vetted: true },
  { vetted: false, version: 1 },
  { slug: In(['a', 'c', 'nowhere']) },
  { slug: In([]) },
  { slug: Not('a'), vetted: true },
  { lastReportAt: IsNull() },
  { lastReportAt: Not(IsNull()) },
  { version: MoreThan(1) },
  [{ slug: 'a' }, { slug: 'b' }],
];

describe.each(DATABASES)('entities of %s', (dialect) => {
  let database: Database;
  beforeAll(async () => {
    database = await Database.open(await emptyDatabase(dialect), SCHEMA, { migrate: false });
    await database.transaction(async (rows) => {
      await rows.insert(Source, [
        source('a', { vetted: true, grade: 'B', reliability: 'C' }),
        source('b', { lastReportAt: AT, version: 2 }),
        source('c', { vetted: true, replyText: 'It’s “ours”, ? and $1.' }),
      ]);
      await rows.insert(Company, company('one', ['a.example', 'b.example']));
    });
  });
  afterAll(() => database.close());

  /** What TypeORM itself answers on the same rows. */
  const theirs = <T>(ask: (rows: EntityManager) => Promise<T>): Promise<T> =>
    database.transaction((rows) => ask(new EntityManager(rows.dataSource, rows.queryRunner)));

  it.each(CRITERIA.map((where, index) => [index, where] as const))(
    'are those of TypeORM: %d',
    async (_index, where) => {
      const ask = async (rows: EntityManager) => [
        (await rows.findBy(Source, where)).toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
        await rows.find(Source, { where, order: { slug: 'DESC' }, take: 2 } satisfies FindManyOptions<Source>),
        await rows.findOne(Source, { where, order: { version: 'ASC', slug: 'DESC' } }),
        await rows.existsBy(Source, where),
        await rows.countBy(Source, where),
      ];
      const [ours, expected] = [await ask(database.rows), await theirs(ask)];
      expect(ours).toEqual(expected);
      expect(await database.transaction(ask)).toEqual(expected);
    },
  );

  it('come back as their class, lists as lists', async () => {
    const found = await database.rows.findOneByOrFail(Company, { slug: 'one' });
    expect([found instanceof Company, found.domains]).toEqual([true, ['a.example', 'b.example']]);
    await expect(database.rows.findOneByOrFail(Company, { slug: 'two' })).rejects.toThrow(/[Cc]ould not find/);
  });

  it('change as they are told, and say how many', async () => {
    const changed = await database.transaction(async (rows) => {
      const first = await rows.update(
        Source,
        { vetted: true },
        { version: () => 'version + 5', grade: 'A', replyUrl: undefined },
      );
      const none = await rows.update(Source, { slug: 'nowhere' }, { grade: 'E' });
      const listed = await rows.update(Company, { slug: 'one' }, { domains: ['c.example'] });
      return [first, none, listed].map(({ affected }) => affected);
    });
    expect(changed).toEqual([2, 0, 1]);
    expect(await database.read(`select slug, version, grade from sources order by slug`)).toEqual([
      { slug: 'a', version: 6, grade: 'A' },
      { slug: 'b', version: 2, grade: null },
      { slug: 'c', version: 6, grade: 'A' },
    ]);
    expect((await database.rows.findOneByOrFail(Company, { slug: 'one' })).domains).toEqual(['c.example']);
    const gone = await database.transaction((rows) => rows.delete(Source, { slug: 'c' }));
    expect([gone.affected, await database.rows.existsBy(Source, { slug: 'c' })]).toEqual([1, false]);
  });

  it('get their place in a sequence from the database', async () => {
    const event = (subject: string) => ({
      id: newId('evt', AT),
      type: 'device.created' as const,
      subject,
      at: AT,
      data: '{}',
    });
    await database.transaction(async (rows) => {
      await rows.insert(Event, [event('one'), event('two')]);
      await rows.insert(Event, event('three'));
    });
    expect(await database.read(`select subject, sequence from events order by sequence`)).toEqual([
      { subject: 'one', sequence: 1 },
      { subject: 'two', sequence: 2 },
      { subject: 'three', sequence: 3 },
    ]);
  });

  it('are refused where a condition names what is not there, or nothing', async () => {
    const nowhere = { nowhere: 'x' } as unknown as FindOptionsWhere<Source>;
    await expect(database.rows.findOneBy(Source, nowhere)).rejects.toThrow('nowhere');
    const nothing = { slug: undefined } as unknown as FindOptionsWhere<Source>;
    await expect(database.rows.findOneBy(Source, nothing)).rejects.toThrow(/[Uu]ndefined/);
    const strange = { nowhere: 1 } as unknown as Partial<Source>;
    await expect(database.transaction((rows) => rows.update(Source, { slug: 'a' }, strange))).rejects.toThrow();
  });
});

describe.each(DATABASES)('a book of an act on %s', (dialect) => {
  it('is the same throughout the act, and another one in the next and outside of any', async () => {
    const database = await Database.open(await emptyDatabase(dialect), SCHEMA, { migrate: false });
    const owner = {};
    const book = () => database.book(owner, () => new Set<number>());
    const first = await database.transaction(async () => {
      book().add(1);
      await database.transaction(() => Promise.resolve(book().add(2)));
      return [...book()];
    });
    const second = await database.transaction(() => Promise.resolve([...book()]));
    expect([first, second, book() === book()]).toEqual([[1, 2], [], false]);
    await database.close();
  });
});
