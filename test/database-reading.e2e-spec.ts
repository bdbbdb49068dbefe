import { Source } from '../src/sources/source.entity.js';
import { Database } from '../src/platform/database/database.js';
import { Fault } from '../src/platform/fault.js';
import { newId } from '../src/platform/ids.js';
import type { Scalar } from '../src/platform/database/scalar.js';
import { Company } from '../src/companies/company.entity.js';
import { addCompany, company } from './support/companies.js';
import { DATABASES, emptyDatabase, SCHEMA } from './support/databases.js';

const AT = Date.UTC(2026, 5, 1, 12, 0, 0, 123);
const source = (vetted: boolean): Source => ({
  id: newId('src', AT),
  name: 'A shop',
  slug: vetted ? 'vetted' : 'unknown',
  kind: 'retailer',
  grade: null,
  vetted,
  parentId: null,
  reportCount: 0,
  resolvedCount: 0,
  hitCount: 0,
  eventCount: 0,
  earlyCallCount: 0,
  reliability: null,
  replyText: null,
  replyOn: null,
  replyUrl: null,
  lastReportAt: vetted ? AT : null,
  version: 1,
  createdAt: AT,
  updatedAt: AT,
});

describe.each(DATABASES)('rows of %s', (dialect) => {
  let database: Database;
  beforeAll(async () => {
    database = await Database.open(await emptyDatabase(dialect), SCHEMA, { migrate: false });
    await database.transaction(async (rows) => {
      await addCompany(rows, 'one');
      await addCompany(rows, 'two');
      await rows.insert(Source, [source(true), source(false)]);
    });
  });
  afterAll(() => database.close());

  it('are the same numbers, truths and texts on every database', async () => {
    const sql = `select vetted, last_report_at, grade, (select count(*) from sources) as total,
                        (select sum(version) from sources) as sum, 0.5 * version as half
                   from sources where created_at <= ? and vetted order by slug`;
    const row = { vetted: 1, last_report_at: AT, grade: null, total: 2, sum: 2, half: 0.5 };
    expect(await database.read(sql, [AT])).toEqual([row]);
    expect(await database.transaction(() => database.read(sql, [AT]))).toEqual([row]);
  });

  it('come back as the entities that were written', async () => {
    const found = await database.rows.findOneByOrFail(Source, { slug: 'vetted' });
    expect(found).toMatchObject({ ...source(true), id: found.id });
    const one = await database.rows.findOneByOrFail(Company, { slug: 'one' });
    expect(one).toMatchObject({ ...company('one'), id: one.id });
  });

  it('are asked for with ? in the order of the values, but not within texts, names and comments', async () => {
    const sql = `select '?' as "a?", ? as b -- ?
                   from companies where slug = ? /* ? */ and name = ?`;
    expect(await database.read(sql, ['b', 'one', 'one'])).toEqual([{ 'a?': '?', b: 'b' }]);
  });

  it('may be none', async () => {
    expect(await database.readOne('select id from companies where slug = ?', ['none'])).toBeNull();
    expect(await database.readOne<{ slug: string }>('select slug from companies order by slug desc')).toEqual({
      slug: 'two',
    });
  });

  it.each<[string, unknown]>([
    ['a list', ['one', 'two']],
    ['an object', { slug: 'one' }],
    ['a moment', new Date(AT)],
    ['nothing', undefined],
    ['no number', Number.NaN],
    ['an endless number', Infinity],
    ['text with NUL', 'o\0ne'],
    ['text with half a letter', 'o\ud800ne'],
    ['a function', () => "''"],
  ])('are not asked for with %s', async (_name, value) => {
    const sql = 'select slug from companies where slug = ?';
    const refused = { kind: 'invalid', code: 'bad-value' };
    await expect(database.read(sql, [value as Scalar])).rejects.toMatchObject(refused);
    await expect(database.transaction(() => database.read(sql, [value as Scalar]))).rejects.toMatchObject(refused);
  });

  it.each<[string, Partial<Record<keyof Company, unknown>>]>([
    ['a list that would shift the columns after it', { name: ['x', 'admin'], slug: [] }],
    ['an object', { name: { toString: 1 } }],
    ['text with NUL', { name: 'o\0ne' }],
    ['text with half a letter', { name: 'o\ud800ne' }],
  ])('are not written with %s', async (_name, change) => {
    const act = database.transaction((rows) => rows.insert(Company, { ...company('bad'), ...change } as Company));
    await expect(act).rejects.toMatchObject({ kind: 'invalid', code: 'bad-value' });
    expect(await database.readOne("select 1 from companies where slug = 'bad' or name = 'admin'")).toBeNull();
  });

  it.each([Number.NaN, Infinity])('are not written with %d for a number', async (version) => {
    const act = database.transaction((rows) => rows.insert(Company, { ...company('bad'), version }));
    await expect(act).rejects.toBeInstanceOf(Fault);
  });

  it('take what looks like SQL as the text that it is', async () => {
    const text = "'; drop table companies; --";
    expect(await database.readOne('select ? as said', [text])).toEqual({ said: text });
  });
});
