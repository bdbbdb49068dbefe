import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hearsay } from './support/hearsay.js';

const BIN = join(__dirname, '..', 'bin', 'hearsay.mjs');

describe('the demo', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-demo-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const environment = () => ({
    PATH: process.env.PATH ?? '',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: `sqlite:${join(folder, 'demo.sqlite')}`,
  });

  /** Starts the demo and resolves with what it said once it serves; it is ended by `stop`. */
  const start = async () => {
    const child = spawn(process.execPath, [BIN, 'demo'], { env: environment(), cwd: folder });
    let said = '';
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    await new Promise<void>((resolve, reject) => {
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('Ctrl+C')) resolve();
      });
      child.on('close', () => reject(new Error(said)));
    });
    const stop = async () => {
      child.kill('SIGTERM');
      return ended;
    };
    return { said, stop };
  };

  it('tells at least twenty reports about six devices, serves them, and is told once', async () => {
    const first = await start();
    const [, page = ''] = /The demo is at +(\S+)/.exec(first.said) ?? [];
    const [, link = ''] = /Signed in, once +(\S+)/.exec(first.said) ?? [];
    expect(first.said).toMatch(/1\/3 .*\n2\/3 .*\n +\d+ reports read and weighed\.\n3\/3 /);

    const board = (await (await fetch(new URL('/v1/devices?limit=100', page))).json()) as {
      data: { reports: number }[];
    };
    expect(board.data.length).toBeGreaterThanOrEqual(6);
    expect(board.data.reduce((sum, device) => sum + device.reports, 0)).toBeGreaterThanOrEqual(20);
    const html = await (await fetch(page)).text();
    expect(html).toContain('Xiaomi 12S Ultra');
    expect(html).toContain('27 June 2022');

    const signedIn = await fetch(link, { redirect: 'manual' });
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/devices/xiaomi-12-ultra']);
    expect((await fetch(link, { redirect: 'manual' })).headers.get('location')).not.toBe('/devices/xiaomi-12-ultra');
    expect(await first.stop()).toBe(0);

    const second = await start();
    expect(second.said).toContain('The story is told already');
    await second.stop();
  });

  it('does not mix its story with other data', async () => {
    const article = 'The upcoming Xiaomi 18 Ultra will launch in July 2022, according to Xiaomi.';
    const stored = await hearsay(['ingest', '-', '--published', '2022-05-22', '--yes'], environment(), article);
    expect(stored.code).toBe(0);
    const ended = await hearsay(['demo'], environment());
    expect([ended.code, ended.stderr.includes('holds other data')]).toEqual([5, true]);
  });
});
