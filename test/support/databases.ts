import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { ENTITIES } from '../../src/entities.js';
import type { Schema } from '../../src/platform/database/data-source.js';
import { Database } from '../../src/platform/database/database.js';
import { MIGRATIONS } from '../../src/platform/database/migrations/index.js';
import type { Dialect } from '../../src/platform/database/place.js';

/** The databases on which every suite runs: `describe.each(DATABASES)('rumors on %s', (database) => …)`. */
export const DATABASES: readonly Dialect[] = process.env['TEST_DATABASE_URL'] ? ['sqlite', 'postgres'] : ['sqlite'];

/** The tables and the migrations of the program. */
export const SCHEMA: Schema = { entities: ENTITIES, migrations: MIGRATIONS };

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is set by test/support/global-setup.mjs`);
  return value;
}

const unique = () => randomBytes(6).toString('hex');
const fileNamed = (name: string) => join(given('HEARSAY_TEST_FOLDER'), `${name}.sqlite`);

/** The DATABASE_URL of a file that does not exist yet, or of a PostgreSQL database without any table. */
export async function bareDatabase(database: Dialect): Promise<string> {
  if (database === 'sqlite') return `sqlite:${fileNamed(unique())}`;
  return createDatabase(`${given('HEARSAY_TEST_PREFIX')}_${unique()}`);
}

/** The DATABASE_URL of a fresh database with every table and no row. It goes when the run ends. */
export async function emptyDatabase(database: Dialect): Promise<string> {
  return database === 'sqlite' ? copiedFile() : clonedDatabase();
}

const migrate = async (url: string) => (await Database.open(url, SCHEMA, { migrate: true })).close();

/** Each process migrates one file, and copies that. */
async function copiedFile(): Promise<string> {
  const [template, file] = [fileNamed(`template-${process.pid}`), fileNamed(unique())];
  if (!existsSync(template)) await migrate(`sqlite:${template}`);
  copyFileSync(template, file);
  return `sqlite:${file}`;
}

/** The first process of a run migrates one database, and all clone that. */
async function clonedDatabase(): Promise<string> {
  const prefix = given('HEARSAY_TEST_PREFIX');
  await asOwner(async (client) => {
    const template = `${prefix}_template`;
    await client.query('select pg_advisory_lock(1)');
    const made = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (made.rowCount === 0) await migrate(await createDatabase(template));
  });
  return createDatabase(`${prefix}_${unique()}`, `template "${prefix}_template"`);
}

async function createDatabase(name: string, from = 'template template0'): Promise<string> {
  await asOwner((client) => client.query(`create database "${name}" ${from}`));
  const url = new URL(given('TEST_DATABASE_URL'));
  url.pathname = `/${name}`;
  return url.href;
}

async function asOwner(act: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: given('TEST_DATABASE_URL') });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
