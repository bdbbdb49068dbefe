import { Equal, In } from 'typeorm';
import { Company } from '../src/companies/company.entity.js';
import { Database } from '../src/platform/database/database.js';
import { addCompany, company } from './support/companies.js';
import { DATABASES, emptyDatabase, SCHEMA } from './support/databases.js';

/** What TypeORM does with these by itself: CONTRIBUTING.md has the list, and the numbers that stand here. */
describe.each(DATABASES)('the traps of TypeORM on %s, at the door of the database', (dialect) => {
  let database: Database;
  beforeEach(async () => {
    database = await Database.open(await emptyDatabase(dialect), SCHEMA, { migrate: false });
    await database.transaction(async (rows) => {
      await addCompany(rows, 'first');
      await addCompany(rows, 'second');
    });
  });
  afterEach(() => database.close());

  const slugs = async () =>
    (await database.read<{ slug: string }>('select slug from companies order by slug')).map(({ slug }) => slug);

  it.each([undefined, null])('1: a search for the id %s is refused, and finds no first row', async (id) => {
    const wrong = { id } as unknown as { id: string };
    await expect(database.rows.findOneBy(Company, wrong)).rejects.toThrow();
    await expect(database.rows.findOne(Company, { where: wrong })).rejects.toThrow();
    await expect(database.rows.existsBy(Company, wrong)).rejects.toThrow();
    await expect(database.transaction((rows) => rows.delete(Company, wrong))).rejects.toThrow();
    await expect(database.transaction((rows) => rows.update(Company, wrong, { name: 'all' }))).rejects.toThrow();
    expect(await slugs()).toEqual(['first', 'second']);
  });

  it('2: what is compared with nothing is refused, and does not match nothing without a word', async () => {
    const nothing = undefined as unknown as string;
    await expect(database.rows.findBy(Company, { id: In([nothing]) })).rejects.toThrow();
    await expect(database.rows.findBy(Company, { id: Equal(nothing) })).rejects.toThrow();
  });

  it('3: a row whose id is taken is not written over', async () => {
    const { id } = await database.rows.findOneByOrFail(Company, { slug: 'first' });
    const twice = database.transaction((rows) => rows.insert(Company, { ...company('third'), id }));
    await expect(twice).rejects.toMatchObject({ kind: 'conflict', code: 'duplicate' });
    expect(await slugs()).toEqual(['first', 'second']);
  });

  it.each<[string, object]>([
    ['an object', { name: { toString: () => 'x' } }],
    ['a list', { name: ['x', 'admin'] }],
    ['an operator of another database', { name: { $ne: null } }],
  ])('11: %s is refused as a value that is written or searched for', async (_name, change) => {
    const bad = { kind: 'invalid', code: 'bad-value' };
    const write = (act: (rows: Database['rows']) => Promise<unknown>) => database.transaction(act);
    await expect(write((rows) => rows.insert(Company, { ...company('third'), ...change }))).rejects.toMatchObject(bad);
    await expect(write((rows) => rows.update(Company, { slug: 'first' }, change))).rejects.toMatchObject(bad);
    await expect(database.rows.findBy(Company, change)).rejects.toThrow();
    expect(await slugs()).toEqual(['first', 'second']);
  });

  it('12: more acts at once than there are connections, each reading in every way, all come to their end', async () => {
    const acts = Array.from({ length: 24 }, (_, number) =>
      database.transaction(async (rows) => {
        const before = await database.read('select id from companies');
        await addCompany(rows, `act-${number}`);
        const within = await database.transaction((inner) => inner.countBy(Company, { slug: `act-${number}` }));
        const seen = await database.rows.existsBy(Company, { slug: `act-${number}` });
        return [before.length, within, seen];
      }),
    );
    expect(await Promise.all(acts)).toEqual(acts.map((_, number) => [number + 2, 1, true]));
  });
});
