import { Database } from '../../src/platform/database/database.js';
import { addCompany } from './companies.js';
import { SCHEMA } from './databases.js';

/** Writes pairs of companies until it is killed, and tells its parent of each pair once that is kept. */
async function write(url: string, name: string): Promise<void> {
  const database = await Database.open(url, SCHEMA, { migrate: false });
  for (let number = 0; ; number++) {
    await database.transaction(async (rows) => {
      await addCompany(rows, `${name}-${number}-a`);
      await addCompany(rows, `${name}-${number}-b`);
    });
    process.send?.(`${name}-${number}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

void write(process.argv[3] ?? '', process.argv[4] ?? '');
