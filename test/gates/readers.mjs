/**
 * Many who listen to `/v1/stream` of a server, in a process of their own, so that what they remember is not the server's:
 * `node readers.mjs <port> <live> <stalled>`. Those who are live note whether `job_0`, `job_1`, … come each once and in
 * order; those who are stalled never read. Told by messages: `break` (somebody is cut off and comes back), `await`
 * (until somebody has heard so many), `sum` (what each has heard).
 */
import { request } from 'node:http';

const [port, live, stalled] = process.argv.slice(2).map(Number);

class Reader {
  heard = 0;
  faults = [];
  place = null;
  rest = '';
  answer = null;
  waiting = [];

  /** Connects, from where it was; resolves when the answer begins. */
  async open(isStalled = false) {
    const headers = this.place === null ? {} : { 'last-event-id': this.place };
    this.rest = '';
    this.answer = await new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path: '/v1/stream', headers, agent: false });
      asked.on('response', resolve).on('error', reject).end();
    });
    if (this.answer.statusCode !== 200) throw new Error(`answered ${this.answer.statusCode}`);
    this.answer.on('error', () => undefined);
    if (isStalled) this.answer.pause();
    else this.answer.setEncoding('latin1').on('data', (text) => this.take(text));
    return this;
  }

  async comeBack() {
    this.answer.removeAllListeners('data').destroy();
    await this.open();
  }

  /** Resolves once it has heard so many. */
  until(count) {
    return new Promise((resolve) => {
      this.waiting.push({ count, resolve });
      this.look();
    });
  }

  take(text) {
    const blocks = `${this.rest}${text}`.split('\n\n');
    this.rest = blocks.pop();
    for (const block of blocks) this.read(block);
    this.look();
  }

  read(block) {
    this.place = /^id: (\d+)$/m.exec(block)?.[1] ?? this.place;
    if (/^event: stream\.reset$/m.test(block)) this.faults.push('reset');
    const job = /"subject":"job_(\d+)"/.exec(block)?.[1];
    if (job === undefined) return;
    if (Number(job) !== this.heard && this.faults.length < 5)
      this.faults.push(`job_${job} in place of job_${this.heard}`);
    this.heard = Number(job) + 1;
  }

  look() {
    const [met, rest] = [[], []];
    for (const each of this.waiting) (this.heard >= each.count ? met : rest).push(each);
    this.waiting = rest;
    for (const { resolve } of met) resolve();
  }
}

const readers = await Promise.all(Array.from({ length: live }, () => new Reader().open()));
await Promise.all(Array.from({ length: stalled }, () => new Reader().open(true)));

const ACTS = {
  break: ({ reader }) => readers[reader].comeBack(),
  await: ({ reader, count }) => readers[reader].until(count),
  sum: () => readers.map(({ heard, faults }) => ({ heard, faults })),
};
process.on('message', async (message) => {
  const found = await ACTS[message.act](message);
  process.send({ id: message.id, found });
});
process.on('disconnect', () => process.exit(0));
process.send({ id: 0 });
