import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { startPostgres } from './postgres.mjs';

const LEFT_OUT = `PostgreSQL is left out of this run: no server programs were found and TEST_DATABASE_URL is not set.
To have it, install PostgreSQL (apt-get install postgresql, brew install postgresql) or set
TEST_DATABASE_URL=postgres://user@host/database to a server on which that user may create databases.`;

/** Makes the folder of this run, and finds or starts the PostgreSQL that its suites share. */
export default async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-test-'));
  chmodSync(folder, 0o711);
  process.env.HEARSAY_TEST_FOLDER = folder;
  process.env.HEARSAY_TEST_PREFIX = basename(folder).replaceAll(/\W/g, '_').toLowerCase();
  globalThis.hearsayTest = { folder, given: Boolean(process.env.TEST_DATABASE_URL) };
  if (globalThis.hearsayTest.given) return;
  const started = await startPostgres(join(folder, 'postgres'));
  if (started) {
    globalThis.hearsayTest.server = started.server;
    process.env.TEST_DATABASE_URL = started.url;
  } else if (process.env.CI === 'true') {
    rmSync(folder, { recursive: true });
    throw new Error(LEFT_OUT);
  } else console.warn(LEFT_OUT);
}
