import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { Company } from '../src/companies/company.entity.js';
import { dataSourceOf } from '../src/platform/database/data-source.js';
import { Database } from '../src/platform/database/database.js';
import { placeOf } from '../src/platform/database/place.js';
import { assertSqliteVersion } from '../src/platform/database/sqlite.js';
import { addCompany } from './support/companies.js';
import { emptyDatabase, SCHEMA } from './support/databases.js';

describe('a file of SQLite', () => {
  const sources: DataSource[] = [];
  const connect = async (url: string, readonly: boolean) => {
    const place = placeOf(url);
    if (!place) throw new TypeError(url);
    const source = await dataSourceOf(place, SCHEMA, readonly).initialize();
    sources.push(source);
    return source;
  };
  afterEach(async () => {
    for (const source of sources.splice(0)) await source.destroy();
  });

  it.each([
    ['writing', false],
    ['reading', true],
  ])('is opened for %s with every guard on', async (_name, readonly) => {
    const url = await emptyDatabase('sqlite');
    await connect(url, false);
    const source = await connect(url, readonly);
    const pragma = async (name: string) =>
      Object.values((await source.query<Record<string, unknown>[]>(`pragma ${name}`))[0] ?? {})[0];
    const names = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'trusted_schema', 'cell_size_check'];
    const inForce = await Promise.all([...names, 'busy_timeout', 'mmap_size'].map(pragma));
    expect(inForce).toEqual(['wal', 2, 1, 1, 0, 1, 5000, 0]);
  });

  it('is not written through the reading connection', async () => {
    const url = await emptyDatabase('sqlite');
    await connect(url, false);
    const reader = await connect(url, true);
    await expect(addCompany(reader.manager, 'sly')).rejects.toThrow('readonly database');
  });

  it('is made with its folder when it is missing', async () => {
    const folder = mkdtempSync(join(String(process.env['HEARSAY_TEST_FOLDER']), 'folder-'));
    const file = join(folder, 'deep', 'down', 'hearsay.sqlite');
    const database = await Database.open(`sqlite3:${file}`, SCHEMA, { migrate: true });
    await database.close();
    expect(existsSync(file)).toBe(true);
  });

  it('takes its log up although somebody has just read, so that many large acts leave a small one', async () => {
    const url = await emptyDatabase('sqlite');
    const database = await Database.open(url, SCHEMA, { migrate: false });
    const logged: number[] = [];
    for (let act = 0; act < 6; act += 1) {
      await database.readOne('select count(*) as n from companies');
      await database.transaction(async (rows) => {
        await addCompany(rows, `large-${act}`);
        await rows.update(Company, { slug: `large-${act}` }, { domains: ['x'.repeat(6_000_000)] });
      });
      logged.push(statSync(`${url.slice('sqlite:'.length)}-wal`).size);
    }
    await database.close();
    expect(Math.max(...logged)).toBeLessThan(3 * logged[0]!);
  });

  it('keeps what was deleted out of the file', async () => {
    const url = await emptyDatabase('sqlite');
    const database = await Database.open(url, SCHEMA, { migrate: false });
    await database.transaction((rows) => addCompany(rows, 'canary-of-the-mine'));
    await database.transaction((rows) => rows.query("delete from companies where slug = 'canary-of-the-mine'"));
    await database.close();
    expect(readFileSync(url.slice('sqlite:'.length)).includes('canary')).toBe(false);
  });

  it.each(['3.9.9', '3.40.1', '3.51.2'])('is refused to a release that can lose data: %s', (version) => {
    expect(() => assertSqliteVersion(version)).toThrow('can lose data');
  });

  it.each(['3.51.3', '3.52.0', '4.0.0'])('is opened by the release %s', (version) => {
    expect(() => assertSqliteVersion(version)).not.toThrow();
  });
});
