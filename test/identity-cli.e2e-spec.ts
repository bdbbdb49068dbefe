import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hearsay, type Ended } from './support/hearsay.js';

const article = (name: string, outlet: string) => `${name} launch leaks: the phone comes in July 2029

According to people at two suppliers of ${outlet}, OnePlus will launch the ${name} in July 2029. The ${name} is said to
have a 50 MP main camera. OnePlus has not confirmed any of this.`;

describe('sorting devices out at the command line', () => {
  let folder: string;
  let environment: Record<string, string>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-identity-'));
    environment = { DATABASE_URL: `sqlite:${join(folder, 'store.sqlite')}`, HEARSAY_CLOCK: '2029-05-22T12:00:00Z' };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]): Promise<Ended> => hearsay(args, environment);
  const ingest = async (name: string, outlet: string): Promise<void> => {
    const path = join(folder, `${outlet}.txt`);
    writeFileSync(path, article(name, outlet));
    const { code } = await run('ingest', path, '--published', '2029-05-20', '--source', outlet, '--yes');
    expect(code).toBe(0);
  };

  it('merges, shows what that moved, and takes it back', async () => {
    await ingest('OnePlus 19 Ultra', 'Courier');
    await ingest('OnePlus 19S Ultra', 'Herald');
    const merged = await run('identity', 'merge', 'oneplus-19-ultra', 'oneplus-19s-ultra', '--json');
    const act = JSON.parse(merged.stdout) as { id: string; united: object[]; effects: { after: number }[] };
    expect([merged.code, act.united.length > 0, act.effects.length > 0]).toEqual([0, true, true]);
    const moved = await run('devices', 'oneplus-19-ultra');
    expect([moved.code, moved.stderr]).toEqual([3, expect.stringContaining('is oneplus-19s-ultra now')]);
    const undone = await run('identity', 'undo', act.id, '--reason', 'two devices after all');
    expect([undone.code, undone.stdout]).toEqual([0, expect.stringContaining('merge undone: OnePlus 19 Ultra')]);
  });
});
