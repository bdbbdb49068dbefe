import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { compared, spreadOf, timed } from '../figures.mjs';
import { Server } from '../server.mjs';

const OUTSIDE = fileURLToPath(new URL('../floor/feeds.mjs', import.meta.url));
/** How many are asked at once, by the program and by the floor. */
const AT_ONCE = 8;
/** Longer than the interval of every feed with what it is put off by. */
const INTERVAL = 'PT5M';
const LATER_MS = 6 * 60_000;

const hosts = (count) => Array.from({ length: count }, (_, at) => `127.1.${at >> 8}.${at & 255}`);

/** Asks everybody who is due until nobody is. */
async function pollAll(book, poller) {
  let polled = 0;
  const one = async () => {
    for (let [next] = await book.claim(1); next !== undefined; [next] = await book.claim(1)) {
      await poller.poll(next);
      polled += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return polled;
}

/** Asks them all as bare requests, and reads what they answer. */
async function askAll(urls, etag) {
  const waiting = [...urls];
  const one = async () => {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      const { body } = await request(url, { headers: { 'if-none-match': etag } });
      await body.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** Polling feeds that are all due, each at a host of its own on this machine, beside bare requests to the same. */
export async function feeds({ program, folder, size }) {
  const outside = await Server.start(OUTSIDE, [], { cwd: folder });
  const port = new URL(outside.address).port;
  const urls = hosts(size.feeds).map((host) => `http://${host}:${port}/feed`);
  process.env.OUTBOUND_ALLOW = hosts(size.feeds)
    .map((host) => `${host}:${port}`)
    .join();
  const app = await program.open(join(folder, 'feeds.sqlite'));
  const take = async (path, name) => app.get((await program.load(path))[name], { strict: false });
  const [clock, book, poller] = [
    await take('platform/clock', 'Clock'),
    await take('subscriptions/poll-book.service', 'PollBook'),
    await take('subscriptions/poller.service', 'Poller'),
  ];
  try {
    const subscriptions = await take('subscriptions/subscriptions.service', 'Subscriptions');
    const { OPERATOR } = await program.load('access/actor');
    clock.hold(Date.now());
    for (const url of urls) await subscriptions.watch({ url, interval: INTERVAL }, OPERATOR);
    const polled = async () => {
      const done = await timed(() => pollAll(book, poller));
      if (done.result !== urls.length) throw new Error(`${done.result} of ${urls.length} were polled`);
      clock.advance(LATER_MS);
      return done;
    };
    await polled();
    const runs = { same: [], other: [], floor: [], first: [], wall: [] };
    for (let round = 0; round < size.rounds; round += 1) {
      const each = ({ cpu }) => (1000 * cpu) / urls.length;
      const same = await polled();
      runs.same.push(each(same));
      runs.wall.push(same.wall / 1000);
      runs.floor.push(each(await timed(() => askAll(urls, `"${2 * round + 1}"`))));
      await fetch(outside.address, { method: 'POST' });
      runs.other.push(each(await polled()));
      runs.first.push(each(await timed(() => askAll(urls, '"0"'))));
      await fetch(outside.address, { method: 'POST' });
      await polled();
    }
    return {
      feeds: urls.length,
      same: compared(runs.same, runs.floor),
      other: compared(runs.other, runs.first),
      seconds: spreadOf(runs.wall),
    };
  } finally {
    clock.release();
    await app.close();
    await outside.stop();
  }
}
