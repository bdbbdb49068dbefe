import { Clock } from '../src/platform/clock.js';
import { Database } from '../src/platform/database/database.js';
import { Secret } from '../src/platform/secret.entity.js';
import { DATABASES, emptyDatabase, SCHEMA } from './support/databases.js';

const NOON = Date.parse('2029-05-01T12:00:00Z');

describe.each(DATABASES)('the revision of a store on %s', (dialect) => {
  const opened: Database[] = [];
  const open = async (url: string, clock: Clock) => {
    const database = await Database.open(url, SCHEMA, { migrate: false, clock });
    opened.push(database);
    return database;
  };
  const write = (database: Database, name: string) =>
    database.transaction((rows) => rows.insert(Secret, { name, value: name }));
  let [url, clock, database] = ['', new Clock(NOON), {} as Database];

  beforeEach(async () => {
    [url, clock] = [await emptyDatabase(dialect), new Clock(NOON)];
    database = await open(url, clock);
  });
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });

  it('is none before anything was written', async () => {
    expect(await database.revision()).toBeNull();
  });

  it('rises with every act that wrote something, and is dated by its end', async () => {
    await database.transaction(async (rows) => {
      await rows.insert(Secret, { name: 'a', value: 'a' });
      clock.advance(5);
    });
    const first = await database.revision();
    expect(first).toEqual({ number: NOON + 5, at: NOON + 5 });
    await write(database, 'b');
    expect(await database.revision()).toEqual({ number: NOON + 6, at: NOON + 5 });
  });

  it.each<[string, (database: Database) => Promise<unknown>]>([
    ['reads only', (door) => door.transaction((rows) => rows.find(Secret))],
    ['changes no row', (door) => door.transaction((rows) => rows.delete(Secret, { name: 'nobody' }))],
    ['is not seen', (door) => door.unseen((rows) => rows.insert(Secret, { name: 'x', value: 'x' }))],
    [
      'fails',
      (door) =>
        door
          .transaction(async (rows) => {
            await rows.insert(Secret, { name: 'x', value: 'x' });
            throw new Error('no');
          })
          .catch(() => undefined),
    ],
  ])('stays after an act that %s', async (_what, act) => {
    await write(database, 'a');
    const before = await database.revision();
    clock.advance(1000);
    await act(database);
    expect(await database.revision()).toEqual(before);
  });

  it('rises once for an act within another, whichever of the two is seen', async () => {
    await write(database, 'a');
    await database.unseen(() => write(database, 'b'));
    await database.transaction(() => database.unseen((rows) => rows.insert(Secret, { name: 'c', value: 'c' })));
    expect(await database.revision()).toMatchObject({ number: NOON + 2 });
  });

  it('is the same for every process, and never goes back', async () => {
    const late = new Clock(NOON - 60_000);
    const other = await open(url, late);
    await write(database, 'a');
    await write(other, 'b');
    expect(await database.revision()).toEqual({ number: NOON + 1, at: NOON });
    expect(await other.revision()).toEqual(await database.revision());
    late.hold(NOON + 60_000);
    await write(other, 'c');
    expect(await database.revision()).toEqual({ number: NOON + 60_000, at: NOON + 60_000 });
  });
});
