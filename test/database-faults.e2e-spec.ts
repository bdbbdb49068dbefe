import { QueryFailedError } from 'typeorm';
import { Company } from '../src/companies/company.entity.js';
import { DeviceName } from '../src/devices/device-name.entity.js';
import { dataSourceOf } from '../src/platform/database/data-source.js';
import { Database } from '../src/platform/database/database.js';
import { faultOf } from '../src/platform/database/faults.js';
import { placeOf } from '../src/platform/database/place.js';
import { Fault } from '../src/platform/fault.js';
import { addCompany, company } from './support/companies.js';
import { DATABASES, emptyDatabase, SCHEMA } from './support/databases.js';

const UNKNOWN = 'Something went wrong in the program.';
const raised = (code: string, message = 'near "select": secret') =>
  new QueryFailedError('select secret', [], Object.assign(new Error(message), { code }));
const failureOf = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Whether an act failed because something like it exists already: by that rule (`uq_rumors_…`), if one is named. */
function isDuplicate(error: unknown, constraint?: string): boolean {
  const { code, errors } = faultOf(error);
  return code === 'duplicate' && (constraint === undefined || errors.some(({ detail }) => detail === constraint));
}

describe('what an error of a database means', () => {
  it.each([
    ['23505', 'conflict', 'duplicate'],
    ['SQLITE_CONSTRAINT_UNIQUE', 'conflict', 'duplicate'],
    ['23503', 'conflict', 'reference'],
    ['SQLITE_CONSTRAINT_FOREIGNKEY', 'conflict', 'reference'],
    ['22P02', 'invalid', 'bad-value'],
    ['22021', 'invalid', 'bad-value'],
    ['54000', 'invalid', 'bad-value'],
    ['SQLITE_MISMATCH', 'invalid', 'bad-value'],
    ['40001', 'unavailable', 'busy'],
    ['40P01', 'unavailable', 'busy'],
    ['55P03', 'unavailable', 'busy'],
    ['SQLITE_BUSY', 'unavailable', 'busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'unavailable', 'busy'],
    ['SQLITE_FULL', 'unavailable', 'storage'],
    ['SQLITE_IOERR_FSYNC', 'unavailable', 'storage'],
    ['53100', 'unavailable', 'storage'],
    ['57P01', 'unavailable', 'no-database'],
    ['ECONNREFUSED', 'unavailable', 'no-database'],
    ['SQLITE_READONLY', 'internal', 'internal'],
    ['23502', 'internal', 'internal'],
    ['42601', 'internal', 'internal'],
  ])('%s: %s, %s', (code, kind, word) => {
    const fault = faultOf(raised(code));
    expect(fault).toMatchObject({ kind, code: word });
    expect(fault.message).not.toMatch(/secret|select/);
  });

  it('is unknown for what is no error of it', () => {
    expect(faultOf(new Error('secret'))).toMatchObject({ kind: 'internal', message: UNKNOWN });
    expect(faultOf(null)).toMatchObject({ kind: 'internal', message: UNKNOWN });
  });

  it('stays what it is for a Fault', () => {
    const fault = new Fault('conflict', 'duplicate-rumor', 'It is followed already.');
    expect(faultOf(fault)).toBe(fault);
  });

  it('is that it cannot be reached where nobody listens', async () => {
    const opening = Database.open('postgres://nobody@127.0.0.1:9/none', SCHEMA, { migrate: false });
    await expect(opening).rejects.toMatchObject({ kind: 'unavailable', code: 'no-database' });
  });

  it('is that it is busy where another connection writes', async () => {
    const place = placeOf(await emptyDatabase('sqlite'));
    const connect = () => dataSourceOf(place ?? raise(), SCHEMA, false).initialize();
    const first = await connect();
    const second = await connect();
    await first.query('begin immediate');
    await second.query('pragma busy_timeout = 10');
    expect(faultOf(await failureOf(second.query('begin immediate')))).toMatchObject({ code: 'busy' });
    for (const source of [first, second]) await source.destroy();
  });
});

function raise(): never {
  throw new TypeError('no such place');
}

describe.each(DATABASES)('a fault of %s', (dialect) => {
  let database: Database;
  beforeEach(async () => {
    database = await Database.open(await emptyDatabase(dialect), SCHEMA, { migrate: false });
    await database.transaction((rows) => addCompany(rows, 'taken'));
  });
  afterEach(() => database.close());

  it('names the rule that a second row broke', async () => {
    const error = await failureOf(database.transaction((rows) => addCompany(rows, 'taken')));
    expect(error).toBeInstanceOf(Fault);
    expect(error).toMatchObject({ kind: 'conflict', errors: [{ code: 'duplicate', detail: 'uq_companies_slug' }] });
    expect([isDuplicate(error), isDuplicate(error, 'uq_companies_slug')]).toEqual([true, true]);
    expect(isDuplicate(error, 'uq_companies_name')).toBe(false);
  });

  it('is known before it leaves the act', async () => {
    await database
      .transaction(async (rows) => {
        const error = await failureOf(addCompany(rows, 'taken'));
        expect(isDuplicate(error, 'uq_companies_slug')).toBe(true);
        throw new Error('enough');
      })
      .catch(() => undefined);
    expect.assertions(1);
  });

  it('names the key that a second row has, of one column or of several', async () => {
    const [taken] = await database.read<{ id: string }>('select id from companies');
    const again = database.transaction((rows) => rows.insert(Company, { ...company('other'), id: taken?.id ?? '' }));
    expect(isDuplicate(await failureOf(again), 'pk_companies')).toBe(true);
  });

  it('tells a reference to nothing', async () => {
    const name = { companyId: 'co_none', nameKey: 'x', name: 'X', deviceId: 'dev_none' };
    const act = database.transaction((rows) => rows.insert(DeviceName, name));
    await expect(act).rejects.toMatchObject({ kind: 'conflict', code: 'reference' });
  });

  it('is internal, without a word of SQL, for a statement that cannot be read', async () => {
    const error = await failureOf(database.read('select nothing from nowhere'));
    expect(error).toMatchObject({ kind: 'internal', message: UNKNOWN });
  });

  it('is raised by writing without an act', async () => {
    const act = addCompany(database.rows, 'sly');
    expect(faultOf(await failureOf(act))).toMatchObject({ kind: 'internal' });
    expect(await database.readOne("select 1 from companies where slug = 'sly'")).toBeNull();
  });

  it('is not made of what an act itself throws', async () => {
    const own = new RangeError('too far');
    await expect(database.transaction(() => Promise.reject(own))).rejects.toBe(own);
  });
});
