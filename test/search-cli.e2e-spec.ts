import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hearsay } from './support/hearsay.js';

const STORY = join(__dirname, 'fixtures', 'stories', 'oneplus-nikon.txt');

describe('the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-search-'));
  const env = { DATABASE_URL: `sqlite:${join(folder, 'store.sqlite')}`, LOG_LEVEL: 'silent' };
  const run = (args: readonly string[]) => hearsay(args, env);

  beforeAll(async () => {
    const { code } = await run(['ingest', STORY, '--source', 'The Ledger', '--published', '2026-09-01', '--yes']);
    expect(code).toBe(0);
  });

  it('finds by words, and refuses too few of them', async () => {
    const found = await run(['search', 'ledger', '--json']);
    expect([found.code, JSON.parse(found.stdout)]).toMatchObject([0, { data: [{ type: 'source' }], total: 1 }]);
    expect((await run(['search', 'ledger', '--type', 'device'])).stderr).toContain('Nothing was found.');
    expect((await run(['search', 'x'])).code).toBe(1);
    expect((await run(['search', 'ledger', '--type', 'key'])).code).toBe(2);
    expect((await run(['search', '--rebuild'])).code).toBe(0);
    expect((await run(['search', 'ledger'])).stdout).toContain('The Ledger');
  });

  it('shows what an erasure would take, erases it, and knows it again', async () => {
    const shown = await run(['erase', 'person', 'the ledger', '--json']);
    expect([shown.code, JSON.parse(shown.stdout)]).toMatchObject([0, { erased: false, rows: { sources: 1 } }]);
    expect((await run(['search', 'ledger'])).stdout).toContain('The Ledger');
    expect((await run(['erase', 'person', 'Ledger', '--yes'])).code).toBe(1);
    expect((await run(['erase', 'person', 'The Ledger', '--yes'])).code).toBe(0);
    expect((await run(['search', 'ledger'])).stdout).toBe('');
    expect((await run(['erase', 'again', '--list'])).stdout).toMatch(/^[0-9a-f]{64}$/m);
    expect((await run(['erase', 'report', 'rep_01K7XR5KT6E1DWEG0YE6X4AANQ'])).code).toBe(3);
    expect((await run(['erase', 'again', '--from', 'nowhere.txt'])).code).toBe(1);
  });
});
