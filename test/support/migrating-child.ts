import { Database } from '../../src/platform/database/database.js';
import { SCHEMA } from './databases.js';

/** Opens a database as the server does at its start: with every migration that it lacks. */
async function start(url: string): Promise<void> {
  const database = await Database.open(url, SCHEMA, { migrate: true });
  await database.close();
}

void start(process.argv[3] ?? '').then(() => process.exit(0));
