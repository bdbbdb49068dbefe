import { setImmediate as turn } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { Clock } from '../src/platform/clock.js';
import { Database } from '../src/platform/database/database.js';
import { isOneOf, sql, written } from '../src/platform/database/sql.js';
import { Secret } from '../src/platform/secret.entity.js';
import { emptyDatabase, SCHEMA } from './support/databases.js';

const NOON = Date.parse('2029-05-01T12:00:00Z');

describe('a file of SQLite is read, in one turn of the event loop,', () => {
  let [url, database] = ['', {} as Database];
  const names = async (door = database) =>
    (await door.read<{ name: string }>("select name from secrets where name in ('a', 'b') order by name")).map(
      ({ name }) => name,
    );
  const write = (name: string, door = database) =>
    door.transaction((rows) => rows.insert(Secret, { name, value: name }));
  /** What another process would do, while this one is in the middle of something. */
  const writeElsewhere = (name: string) => {
    const other = new Sqlite(url.slice('sqlite:'.length));
    other.prepare('insert into secrets (name, value) values (?, ?)').run(name, name);
    other.prepare('update revisions set number = number + 1').run();
    other.close();
  };

  beforeEach(async () => {
    url = await emptyDatabase('sqlite');
    database = await Database.open(url, SCHEMA, { migrate: false, clock: new Clock(NOON) });
    await write('a');
  });
  afterEach(() => database.close());

  it('in one state, and in the latest one in the next', async () => {
    await turn();
    const before = [await names(), await database.revision()];
    writeElsewhere('b');
    expect([await names(), await database.revision()]).toEqual(before);
    await turn();
    expect(await names()).toEqual(['a', 'b']);
    expect(await database.revision()).toEqual({ number: NOON + 1, at: NOON });
  });

  it('with what was written in it, by whichever door of this process', async () => {
    const second = await Database.open(url, SCHEMA, { migrate: false, clock: new Clock(NOON) });
    await turn();
    expect([await names(), await names(second)]).toEqual([['a'], ['a']]);
    await write('b');
    expect([await names(), await names(second)]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(await second.revision()).toEqual(await database.revision());
    await second.close();
  });

  it('and nothing is held after it: the log can be emptied', async () => {
    await names();
    await turn();
    const other = new Sqlite(url.slice('sqlite:'.length));
    expect(other.pragma('wal_checkpoint(TRUNCATE)')).toEqual([{ busy: 0, log: 0, checkpointed: 0 }]);
    other.close();
    expect(await database.compact()).toBe(true);
  });
});

describe('a statement', () => {
  it('is one text however many values a list has, within a power of two, and repeats the last of them', () => {
    const listed = (...values: string[]) => isOneOf(sql`t.id`, values);
    expect(listed('a', 'b', 'c')).toEqual({ text: 't.id in (?, ?, ?, ?)', values: ['a', 'b', 'c', 'c'] });
    expect(listed('a', 'b', 'c', 'd').text).toBe(listed('a', 'b', 'c').text);
    expect([listed().text, listed('a').text]).toEqual(['1 = 0', 't.id in (?)']);
  });

  it('is put together anew from other pieces', () => {
    const of = (piece: string, value: number) =>
      sql`select ${value}, ${written(value)} from ${isOneOf(sql`x`, [piece])}`;
    for (const number of [...Array(200).keys(), 0, 1]) {
      expect(of('p', number)).toEqual({ text: `select ?, ${number} from x in (?)`, values: [number, 'p'] });
    }
  });
});
