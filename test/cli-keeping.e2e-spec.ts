import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OPERATOR } from '../src/access/actor.js';
import { Erase } from '../src/erasing/erase.service.js';
import { Database } from '../src/platform/database/database.js';
import { execute } from '../src/platform/database/execute.js';
import { hearsay, type Ended } from './support/hearsay.js';
import { tell } from './support/newsroom.js';
import { startProgram, type Program } from './support/program.js';

const NEWS = { on: '2025-12-20', source: 'Ada Example', subject: 'partner', value: 'Halden' } as const;

describe('the command line keeps a store', () => {
  let folder: string;
  let environment: Record<string, string>;

  const opened = (): Promise<Program> => startProgram('sqlite', { databaseUrl: environment['DATABASE_URL']! });
  const run = (...args: string[]): Promise<Ended> => hearsay(args, environment);
  const json = (ended: Ended): Record<string, unknown> => JSON.parse(ended.stdout) as Record<string, unknown>;
  const path = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-cli-'));
    environment = { DATABASE_URL: `sqlite:${path('store.sqlite')}`, HEARSAY_CLOCK: '2026-01-01T00:00:00Z', PORT: '0' };
    const program = await opened();
    await tell(program, NEWS);
    await program.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('backs it up, and restores it without what was erased since', async () => {
    const taken = await run('db', 'backup', path('b.sqlite'), '--json');
    expect([taken.code, taken.stderr]).toEqual([0, '']);
    expect(json(taken)).toMatchObject({ taken_at: '2026-01-01T00:00:00.000Z', rows: { reports: 1, erasures: 0 } });
    const program = await opened();
    await program.get(Erase).person('Ada Example', OPERATOR, false);
    await program.close();

    const refused = await run('db', 'restore', path('b.sqlite'));
    expect([refused.code, refused.stderr]).toEqual([5, expect.stringContaining('--yes')]);
    const restored = await run('db', 'restore', path('b.sqlite'), '--yes', '--json');
    expect([restored.code, json(restored)]).toMatchObject([0, { erased: 1, former: path('store.sqlite.replaced') }]);
    const bytes = readFileSync(path('store.sqlite')).toString('latin1');
    expect([bytes.includes('Ada Example'), existsSync(path('store.sqlite-wal'))]).toEqual([false, false]);
    const after = await opened();
    expect(await after.get(Database).read('select s.name from sources s')).toEqual([{ name: 'Erased source' }]);
    await after.close();
  });

  it('checks it, and ends with 1 where something is wrong', async () => {
    const fine = await run('db', 'verify');
    expect([fine.code, fine.stdout]).toEqual([0, expect.stringMatching(/^pages +ok\nreferences +ok\ncounters +ok\n/)]);
    const count = async (by: string) => {
      const program = await opened();
      const text = `update rumors set report_count = report_count ${by}`;
      await program.get(Database).transaction((rows) => execute(rows, { text, values: [] }));
      await program.close();
    };
    await count('+ 1');
    const wrong = await run('db', 'verify', '--json');
    await count('- 1');
    expect([wrong.code, json(wrong)]).toMatchObject([1, { ok: false, wrong_counters: 1 }]);
    expect((await run('db', 'verify', path('none.sqlite'))).code).toBe(3);
  });

  it('tells how all is, and ends with 1 where something fails', async () => {
    const well = await run('doctor', '--json');
    expect(well.code).toBe(0);
    const { checks } = json(well) as { checks: { name: string; level: string }[] };
    expect(checks.filter(({ level }) => level !== 'ok').map(({ name }) => name)).toEqual(['clock']);
    const ill = await hearsay(['doctor'], { DATABASE_URL: 'postgres://desk:s3cret@127.0.0.1:1/none', PORT: '0' });
    expect([ill.code, ill.stdout]).toEqual([
      1,
      expect.stringMatching(/^fail +database +The database cannot be reached/m),
    ]);
    expect(ill.stdout).not.toContain('s3cret');
    const unset = await hearsay(['doctor'], { PORT: 'http' });
    expect([unset.code, unset.stdout]).toEqual([1, expect.stringContaining('fail  settings       PORT')]);
  });

  it('tells what happened, exports it, and explains how to import', async () => {
    const tail = await run('tail', '--once', '--types', 'rumor.created', '--json');
    const lines = tail.stdout.trim().split('\n');
    expect([tail.code, lines.map((line) => (JSON.parse(line) as { type: string }).type)]).toEqual([
      0,
      ['rumor.created'],
    ]);
    const out = await run('export', 'rumors', '-o', path('rumors.csv'));
    expect([out.code, readFileSync(path('rumors.csv'), 'utf8').trim().split(/\r?\n/).length]).toEqual([0, 2]);
    const help = await run('import', '--help');
    expect([help.code, help.stdout]).toEqual([0, expect.stringContaining('--faults <file>')]);
  });

  it('imports a file of articles, and ends with 6 where a line is refused', async () => {
    const text = 'The Orvane Halo will launch on 4 March 2026, according to people close to Orvane.';
    writeFileSync(path('a.csv'), `body,day\n"${text}",2025-12-30\n,2025-12-30\n`);
    const columns = ['--map', 'text=body,published_on=day', '--source', 'The Ledger', '--yes'];
    const ended = await run('import', path('a.csv'), ...columns, '--faults', path('refused.csv'), '--json');
    expect([ended.code, existsSync(path('refused.csv'))]).toEqual([6, true]);
  });
});
