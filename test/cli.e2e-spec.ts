import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hearsay, type Ended } from './support/hearsay.js';
import { story } from './support/stories.js';

const CLOCK = '2029-05-22T12:00:00Z';
const ESCAPE = '\u001b[';

describe('the command line', () => {
  let folder: string;
  let environment: Record<string, string>;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-cli-'));
    environment = { DATABASE_URL: `sqlite:${join(folder, 'store.sqlite')}`, HEARSAY_CLOCK: CLOCK };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]): Promise<Ended> => hearsay(args, environment);
  const file = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const article = (): string => file('article.txt', story('oneplus-nikon').text);
  const ingest = (...options: string[]): Promise<Ended> =>
    run('ingest', article(), '--published', '2029-05-22', '--source', 'Telefon Pixel', ...options);
  const json = (ended: Ended): Record<string, unknown> => JSON.parse(ended.stdout) as Record<string, unknown>;

  it('writes an article down, shows it and explains it', async () => {
    const done = await ingest('--yes', '--json');
    expect([done.code, done.stderr]).toEqual([0, '']);
    expect(json(done)).toMatchObject({ status: 'committed', devices: [{ slug: 'oneplus-18-ultra' }] });

    const board = await run('devices', '--json');
    expect(json(board)).toMatchObject({ data: [{ slug: 'oneplus-18-ultra', rumors: 3, reports: 1 }] });
    const device = await run('devices', 'oneplus-18-ultra', '--json');
    expect(json(device)).toMatchObject({ name: 'OnePlus 18 Ultra', status: 'rumored' });

    const { data } = json(await run('rumors', '--subject', 'partner', '--json')) as { data: { id: string }[] };
    const why = await run('why', data[0]!.id, '--json');
    expect(json(why)).toMatchObject({ confidence: { probability: 0.6384 }, steps: [{ kind: 'base_rate' }, {}] });
    expect((await run('rumors', data[0]!.id)).stdout).toContain('Telefon Pixel');
  });

  it('verifies a statement and shows what that does', async () => {
    await ingest('--yes');
    const { data } = json(await run('statements', '--device', 'oneplus-18-ultra', '--json')) as {
      data: { id: string }[];
    };
    const verified = await run('statements', 'verify', data[0]!.id, '--reason', 'in the newsroom', '--json');
    expect(json(verified)).toMatchObject({
      verification: 'verified',
      verified_by: 'editor',
      effects: [{ before: 0.6384 }],
    });
    const again = await run('statements', 'verify', data[0]!.id, '--reason', 'in the newsroom');
    expect(again.code).toBe(5);
  });

  it('stores nothing without --yes that counts, and nothing at all in a dry run', async () => {
    const dry = await ingest('--dry-run');
    expect([dry.code, dry.stderr]).toEqual([0, 'A dry run: nothing was stored.\n']);
    const kept = await ingest();
    expect(kept.stderr).toContain('repeat the command with --yes');
    expect(json(await run('devices', '--json'))).toEqual({ data: [] });
  });

  it('recognises the same article', async () => {
    await ingest('--yes');
    const again = await ingest('--yes');
    expect([again.code, again.stderr]).toEqual([0, 'This article was read before: nothing was added.\n']);
  });

  it('reads from standard input', async () => {
    const args = ['ingest', '-', '--published', '2029-05-22', '--source', 'Telefon Pixel', '--yes', '--json'];
    expect((await hearsay(args, environment, story('oneplus-nikon').text)).code).toBe(0);
  });

  it('mints a key that works once and shows its secret once', async () => {
    const key = await run('keys', 'create', '--name', 'newsroom', '--role', 'editor');
    expect(key.stdout).toMatch(/^hs_[0-9A-Z]{26}_[0-9a-f]{72}\n$/);
    expect(key.stderr).toContain('shown this once');
  });

  it('lists keys without their secrets and revokes them, but not the last one of an admin', async () => {
    const mint = async (name: string, role: string) =>
      json(await run('keys', 'create', '--name', name, '--role', role, '--json')) as { id: string; secret: string };
    const { id, secret } = await mint('desk', 'admin');
    const reader = await mint('wall', 'reader');
    const listed = await run('keys', 'list');
    expect(listed.stdout).toMatch(/^Key +Name +Role +Ends +Last used +Revoked\n/);
    for (const text of [id, 'desk', 'admin', reader.id]) expect(listed.stdout).toContain(text);
    expect(listed.stdout).not.toContain(secret.slice(30));
    expect((await run('keys', 'revoke', reader.id)).stdout).toBe(`wall (${reader.id}) is revoked.\n`);
    const { data } = json(await run('keys', 'list', '--json')) as { data: { id: string; revoked_at: string | null }[] };
    expect(data.filter((key) => key.revoked_at !== null).map((key) => key.id)).toEqual([reader.id]);
    expect(data).toHaveLength(2);
    const last = await run('keys', 'revoke', id);
    expect([last.code, last.stderr]).toEqual([5, expect.stringContaining('mint another one first')]);
    expect((await run('keys', 'revoke', 'key_none')).code).toBe(3);
  });

  it('brings a database up to date', async () => {
    expect(json(await run('db', 'migrate', '--json'))).toEqual({ dialect: 'sqlite', pending: [] });
  });

  it('writes no colours into a pipe', async () => {
    await ingest('--yes');
    for (const args of [['devices'], ['rumors'], ['devices', 'oneplus-18-ultra'], ['statements']]) {
      const ended = await run(...args);
      expect([ended.code, ended.stdout.includes(ESCAPE)]).toEqual([0, false]);
    }
  });

  it('says on an empty store what to do first', async () => {
    const ended = await run('devices');
    expect([ended.code, ended.stdout]).toEqual([0, '']);
    expect(ended.stderr).toContain('hearsay ingest');
  });

  describe('extract', () => {
    const line = (id: string): string =>
      JSON.stringify({ id, title: story('oneplus-nikon').title, text: story('oneplus-nikon').text });

    it('reads one article a line, tells faulty lines by number and goes on', async () => {
      const lines = file('articles.jsonl', `${line('a')}\n{"id": "b"}\nnonsense\n\n${line('c')}\n`);
      const ended = await run('extract', lines, '--json');
      expect(ended.code).toBe(6);
      const ids = ended.stdout
        .trim()
        .split('\n')
        .map((text) => (JSON.parse(text) as { id: string }).id);
      expect(ids).toEqual(['a', 'c']);
      expect(ended.stderr).toContain('line 2: "id" and "text" are needed.');
      expect(ended.stderr).toContain('line 3: This is no JSON object.');
    });

    it('needs no store', async () => {
      const ended = await hearsay(['extract', article(), '--json'], {
        DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
      });
      expect([ended.code, json(ended).is_rumor]).toEqual([0, true]);
    });
  });

  describe('refuses bad input with a clear message and an exit code, and stores nothing:', () => {
    it.each<[string, string | Buffer, RegExp, number]>([
      ['an empty file', '  \n', /no text to read/, 1],
      ['more than 200 kB', 'The phone comes in July. '.repeat(9000), /225 kB.*at most 200 kB/, 1],
      ['a binary file', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff]), /no text in UTF-8/, 1],
      ['control characters', 'Xiaomi\u0000 12 Ultra comes in July.', /text must be a text without U\+0000/, 1],
      ['another encoding', Buffer.from('Das Ger\xe4t erscheint im M\xe4rz.', 'latin1'), /no text in UTF-8/, 1],
      ['an article without a claim', 'Our garden is green and the weather was fine this week.', /makes no claim/, 1],
    ])('%s', async (_what, content, message, code) => {
      const ended = await run('ingest', file('bad.txt', content), '--yes');
      expect([ended.code, ended.stdout]).toEqual([code, '']);
      expect(ended.stderr).toMatch(message);
      expect(json(await run('devices', '--json'))).toEqual({ data: [] });
    });

    it.each<[string, string[], RegExp, number]>([
      ['30 February', ['ingest', 'x.txt', '--published', '2022-02-30'], /a day of the calendar/, 2],
      ['an unknown subject', ['rumors', '--subject', 'taste'], /no such subject/, 2],
      ['an unknown kind of source', ['ingest', 'x.txt', '--kind', 'oracle'], /expected one of maker/, 2],
      ['a file that is not there', ['ingest', 'not-there.txt'], /no file not-there/, 3],
      ['a folder', ['ingest', '.'], /is a folder/, 1],
      ['an address that is none', ['ingest', '-', '--url', 'javascript:alert(1)'], /./, 1],
      ['a device that is not followed', ['devices', 'nothing'], /no device nothing/, 3],
      ['a rumor that is not followed', ['why', 'rum_none'], /no rumor rum_none/, 3],
      [
        'a statement that is not there',
        ['statements', 'verify', 'st_none', '--reason', 'x'],
        /no statement st_none/,
        3,
      ],
      ['an unknown command', ['foretell'], /unknown command/, 2],
      ['an unknown flag', ['devices', '--crystal'], /unknown option/, 2],
      [
        'a key that has ended',
        ['keys', 'create', '--name', 'x', '--role', 'reader', '--expires', '2001-01-01T00:00:00Z'],
        /in the past/,
        1,
      ],
    ])('%s', async (_what, args, message, code) => {
      const ended = await run(...args);
      expect([ended.code, ended.stdout]).toEqual([code, '']);
      expect(ended.stderr).toMatch(message);
    });

    it('settings that cannot be used, all at once', async () => {
      const ended = await hearsay(['devices'], { PORT: 'http', HEARSAY_CLOCK: 'yesterday', DATABASE_URL: 'mysql://x' });
      expect(ended.code).toBe(2);
      for (const name of ['PORT', 'HEARSAY_CLOCK', 'DATABASE_URL']) expect(ended.stderr).toContain(name);
    });

    it('a database that cannot be reached', async () => {
      const ended = await hearsay(['devices'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
      expect(ended.code).toBe(7);
      expect(ended.stderr).toMatch(/cannot be reached/);
    });

    it('as a problem object with --json', async () => {
      const ended = await run('devices', 'nothing', '--json');
      expect(JSON.parse(ended.stderr)).toMatchObject({
        code: 'unknown-device',
        detail: 'There is no device nothing.',
        errors: [],
      });
    });
  });

  it('has help with an example for every command', async () => {
    const { stdout } = await run('--help');
    const names = [...stdout.matchAll(/^ {2}([a-z]+)(?: |$)/gm)]
      .map((hit) => hit[1]!)
      .filter((name) => name !== 'help');
    expect(names).toEqual(
      expect.arrayContaining(['ingest', 'extract', 'devices', 'rumors', 'statements', 'why', 'keys', 'db']),
    );
    for (const name of names.filter((each) => !['keys', 'db'].includes(each))) {
      const help = await run(name, '--help');
      expect([name, help.code, /Example:\n\s+.*hearsay/.test(help.stdout)]).toEqual([name, 0, true]);
    }
  });
});
