import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Company } from '../src/companies/company.entity.js';
import { Database } from '../src/platform/database/database.js';
import { ended, startChild } from './support/children.js';
import { addCompany } from './support/companies.js';
import { bareDatabase, DATABASES, emptyDatabase, SCHEMA } from './support/databases.js';

describe.each(DATABASES)('processes that share %s', (dialect) => {
  it('lose nothing of each other when both read, add and write', async () => {
    const url = await emptyDatabase(dialect);
    const database = await Database.open(url, SCHEMA, { migrate: false });
    await database.transaction((rows) => addCompany(rows, 'counted'));
    await Promise.all(['100', '100'].map((times) => ended(startChild('counting-child.ts', url, times))));
    const { version } = await database.rows.findOneByOrFail(Company, { slug: 'counted' });
    expect(version).toBe(1 + 200);
    await database.close();
  });

  it('migrate it once when they start together', async () => {
    const url = await bareDatabase(dialect);
    await Promise.all([1, 2, 3].map(() => ended(startChild('migrating-child.ts', url))));
    const database = await Database.open(url, SCHEMA, { migrate: false });
    expect(await database.read('select name from migrations')).toHaveLength(SCHEMA.migrations.length);
    await database.close();
  });

  it('find every pair that was acknowledged, and no half of one, after a writer is killed', async () => {
    const url = await emptyDatabase(dialect);
    const acknowledged: string[] = [];
    for (const [round, patience] of [1, 15, 40, 90].entries()) {
      const child = startChild('acking-child.ts', url, `round${round}`);
      child.on('message', (name: string) => acknowledged.push(name));
      await once(child, 'message');
      await wait(patience);
      child.kill('SIGKILL');
      await once(child, 'close');
    }
    const database = await Database.open(url, SCHEMA, { migrate: false });
    const kept = (await database.read<{ slug: string }>('select slug from companies')).map(({ slug }) => slug);
    const whole = kept.filter((slug) => slug.endsWith('-a')).map((slug) => slug.slice(0, -2));
    expect(acknowledged.length).toBeGreaterThanOrEqual(4);
    expect(kept).toEqual(expect.arrayContaining(acknowledged.flatMap((name) => [`${name}-a`, `${name}-b`])));
    expect(kept).toHaveLength(whole.length * 2);
    if (dialect === 'sqlite')
      expect(await database.read('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    await database.close();
  });
});
