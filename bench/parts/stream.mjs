import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { compared, quantile } from '../figures.mjs';
import { settingsFor } from '../program.mjs';
import { Server } from '../server.mjs';

const FLOOR = fileURLToPath(new URL('../floor/broadcast.mjs', import.meta.url));
const GAP_MS = 60;
const PATIENCE_MS = 20_000;

/** Readers on bare sockets, all in this process: how many blocks each kind of event came as, and when. */
class Crowd {
  constructor(address, path) {
    Object.assign(this, { port: Number(new URL(address).port), path, sockets: [], arrivals: new Map(), received: 0 });
  }

  async fill(count) {
    const open = () =>
      new Promise((resolve, reject) => {
        const socket = connect(this.port, '127.0.0.1', () => {
          socket.write(`GET ${this.path} HTTP/1.1\r\nHost: bench\r\nAccept: text/event-stream\r\n\r\n`);
        });
        socket.once('data', () => resolve(this.sockets.push(socket)));
        socket.on('error', reject).on('close', () => reject(new Error('a reader was hung up on')));
        socket.on('data', (bytes) => this.take(bytes));
      });
    for (let done = 0; done < count; done += 50) {
      await Promise.all(Array.from({ length: Math.min(50, count - done) }, open));
    }
  }

  take(bytes) {
    const now = performance.now();
    for (let at = bytes.indexOf('"mark":'); at >= 0; at = bytes.indexOf('"mark":', at + 1)) {
      const mark = parseInt(bytes.toString('latin1', at + 7, at + 17), 10);
      if (!this.arrivals.has(mark)) this.arrivals.set(mark, []);
      this.arrivals.get(mark).push(now);
      this.received += 1;
    }
  }

  async all(expected) {
    const from = performance.now();
    while (this.received < expected) {
      if (performance.now() - from > PATIENCE_MS) throw new Error(`${this.received} of ${expected} arrived`);
      await pause(2);
    }
  }

  leave() {
    for (const socket of this.sockets) socket.destroy();
  }
}

/** Tells so many readers of so many events, one after the other; processor time a delivery, and how long it took. */
async function told(server, crowd, { clients, events }, tell) {
  await crowd.fill(clients);
  await pause(300);
  const before = await server.usage();
  const latencies = [];
  for (let mark = 1; mark <= events; mark += 1) {
    const from = performance.now();
    await tell(mark);
    await crowd.all(clients * mark);
    for (const at of crowd.arrivals.get(mark)) latencies.push(at - from);
    await pause(Math.max(0, GAP_MS - (performance.now() - from)));
  }
  const after = await server.usage();
  crowd.leave();
  await pause(200);
  const cpu = (1000 * (after.cpuMs - before.cpuMs)) / (clients * events);
  return { cpu, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}

/**
 * Telling a thousand readers what happens, beside a bare broadcast of the same bytes. The program is told by another
 * process that writes to the database, as the command line does; so of its latencies up to 25 ms are the time until it
 * looks.
 */
export async function stream({ program, folder, size }) {
  const file = join(folder, 'stream.sqlite');
  const app = await program.open(file);
  await app.close();
  const database = new Sqlite(file);
  const { newId } = await program.load('platform/ids');
  const insert = database.prepare('insert into events (id, type, subject, at, data) values (?, ?, ?, ?, ?)');
  const data = (mark) => ({ cause: 'schedule', scope: 'all', mark, padding: 'x'.repeat(200) });
  const frame = (mark) => {
    const said = {
      specversion: '1.0',
      id: newId('evt', 0),
      source: 'https://hearsay.example',
      type: 'refresh.started',
    };
    const rest = { subject: newId('job', 0), time: new Date().toISOString(), datacontenttype: 'application/json' };
    return JSON.stringify({ ...said, ...rest, sequence: mark, data: data(mark) });
  };
  const env = { ...settingsFor(file), STREAMS: '5000', STREAMS_EACH: '5000' };
  const runs = { program: [], floor: [] };
  for (let round = 0; round < size.rounds; round += 1) {
    const floor = await Server.start(FLOOR, [], { cwd: folder });
    const post = (mark) => fetch(floor.address, { method: 'POST', body: frame(mark) });
    runs.floor.push(await told(floor, new Crowd(floor.address, '/'), size.stream, post));
    await floor.stop();
    const own = await Server.start(program.file('cli'), ['serve'], { cwd: folder, env });
    const write = (mark) =>
      insert.run(newId('evt', Date.now()), 'refresh.started', newId('job', 0), Date.now(), JSON.stringify(data(mark)));
    const crowd = new Crowd(own.address, '/v1/stream?types=refresh.started');
    await pause(2500); // its first refresh is over
    runs.program.push(await told(own, crowd, size.stream, write));
    await own.stop();
  }
  database.close();
  const beside = (figure) => compared(...['program', 'floor'].map((which) => runs[which].map((run) => run[figure])));
  return { ...size.stream, cpu: beside('cpu'), p50: beside('p50'), p99: beside('p99') };
}
