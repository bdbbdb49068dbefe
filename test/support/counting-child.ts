import { Company } from '../../src/companies/company.entity.js';
import { Database } from '../../src/platform/database/database.js';
import { SCHEMA } from './databases.js';

/** Reads a number, adds one and writes it back, so many times; each time in one act. */
async function count(url: string, times: number): Promise<void> {
  const database = await Database.open(url, SCHEMA, { migrate: false });
  for (let time = 0; time < times; time++) {
    await database.transaction(async (rows) => {
      const counted = await rows.findOneByOrFail(Company, { slug: 'counted' });
      counted.version += 1;
      await rows.save(counted);
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
  await database.close();
}

void count(process.argv[3] ?? '', Number(process.argv[4])).then(() => process.exit(0));
