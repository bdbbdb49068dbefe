import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { request } from 'node:http';
import { join } from 'node:path';
import { OPERATOR } from '../src/access/actor.js';
import { Subscriptions } from '../src/subscriptions/subscriptions.service.js';
import { DATABASES } from './support/databases.js';
import { rssOf } from './support/feed-world.js';
import { loopback, type Loopback } from './support/loopback.js';
import { startProgram, type Program } from './support/program.js';

const BIN = join(__dirname, '..', 'bin', 'hearsay.mjs');
/** How long a server may take to end: what an operator is promised. */
const ENDS_WITHIN_MS = 10_000;
/** How often something is looked for, every 10 ms. */
const LOOKS = 6_000;

interface Running {
  readonly child: ChildProcess;
  readonly address: string;
  /** The code with which it ends after SIGTERM; throws where that takes too long. */
  end(): Promise<number | null>;
}

/** Somebody who reads the stream: what came, and how it ended. */
interface Reader {
  text: string;
  readonly ended: Promise<'ended' | 'broken'>;
}

describe.each(DATABASES)('a server that is told to end on %s', (database) => {
  let feeds: Loopback;
  const asked: string[] = [];
  const hanging: ServerResponse[] = [];
  const running: ChildProcess[] = [];
  let env: Record<string, string>;
  let program: Program;

  beforeAll(async () => {
    feeds = await loopback((incoming, response) => {
      const path = incoming.url ?? '';
      if (!path.startsWith('/feed')) return void response.writeHead(404).end();
      asked.push(path);
      if (path === '/feed-slow') return void hanging.push(response);
      response.end(rssOf('Feed', []));
    });
    const outboundAllow = [`127.0.0.1:${feeds.port}`, `localhost:${feeds.port}`];
    program = await startProgram(database, { settings: { outboundAllow } });
    const slow = `http://localhost:${feeds.port}/feed-slow`; // of another host: each is asked one at a time
    for (const url of [at('/feed-quick'), slow]) await watch(url);
    const place = { DATABASE_URL: program.databaseUrl, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent' };
    env = { ...place, PATH: process.env.PATH ?? '', OUTBOUND_ALLOW: outboundAllow.join() };
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await program.close();
    await feeds.close();
  });

  const watch = (url: string) => program.get(Subscriptions).watch({ url }, OPERATOR);
  const at = (path: string) => `http://127.0.0.1:${feeds.port}${path}`;

  const start = async (): Promise<Running> => {
    const child = spawn(process.execPath, [BIN, 'serve'], { env, cwd: __dirname });
    running.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)));
    const gone = once(child, 'exit') as Promise<[number | null]>;
    while (!/is at http:\S+/.test(said)) {
      if (child.exitCode !== null) throw new Error(said);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const end = async (): Promise<number | null> => {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS);
      const [code] = await gone;
      clearTimeout(late);
      return code;
    };
    return { child, address: /is at (http:\S+)/.exec(said)![1]!, end };
  };

  const listen = (address: string) =>
    new Promise<Reader>((resolve, reject) => {
      const begun = request(`${address}/v1/stream`, { agent: false }, (answer) => {
        const ended = new Promise<'ended' | 'broken'>((end) => {
          answer.on('end', () => end('ended')).on('error', () => end('broken'));
        });
        const reader: Reader = { text: '', ended };
        answer.setEncoding('utf8').on('data', (text: string) => (reader.text += text));
        resolve(reader);
      });
      begun.on('error', reject).end();
    });

  const until = async (isSo: () => boolean): Promise<void> => {
    for (let looks = 0; !isSo(); looks += 1) {
      if (looks > LOOKS) throw new Error(`in vain: ${asked.join(' ')}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  it('says goodbye to whoever reads the stream, waits for nobody outside, and asks no feed again when it is back', async () => {
    const first = await start();
    await until(() => asked.length === 2 && hanging.length === 1);
    const readers = await Promise.all(Array.from({ length: 5 }, () => listen(first.address)));
    await until(() => readers.every(({ text }) => text.includes('retry: 3000')));
    expect(await first.end()).toBe(0);
    expect(await Promise.all(readers.map(({ ended }) => ended))).toEqual(Array(5).fill('ended'));
    for (const { text } of readers) expect(text).toMatch(/\n: the server ends; come back\n\n$/);
    await watch(at('/feed-later'));
    const second = await start();
    await until(() => asked.includes('/feed-later'));
    expect(asked.toSorted()).toEqual(['/feed-later', '/feed-quick', '/feed-slow']);
    expect(await second.end()).toBe(0);
  });
});
