import { rmSync } from 'node:fs';
import pg from 'pg';
import { stopPostgres } from './postgres.mjs';

/** On a server that was given to us, what this run made is all that goes. */
async function dropDatabases() {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  const made = await client.query('select datname from pg_database where datname like $1', [
    `${process.env.HEARSAY_TEST_PREFIX.replaceAll('_', '\\_')}%`,
  ]);
  for (const { datname } of made.rows) await client.query(`drop database "${datname}" with (force)`);
  await client.end();
}

/** Removes everything that this run has made. */
export default async function tearDown() {
  const { folder, given, server } = globalThis.hearsayTest;
  if (server) await stopPostgres(server);
  if (given) await dropDatabases();
  rmSync(folder, { recursive: true, force: true });
}
