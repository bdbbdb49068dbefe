import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROBE = new URL('./probe.mjs', import.meta.url).href;
const FLOOR = fileURLToPath(new URL('./floor/server.mjs', import.meta.url));
const READY_WITHIN_MS = 60_000;
const ENDS_WITHIN_MS = 5000;

/** A server in a process of its own, on 127.0.0.1 and a port that was free. */
export class Server {
  constructor(child, address, readyMs) {
    this.child = child;
    this.address = address;
    /** From the start of the process until it said where it listens, in milliseconds. */
    this.readyMs = readyMs;
  }

  /** Starts a file of Node; it is ready when it prints `… is at http://127.0.0.1:<port>`. */
  static async start(file, args, { cwd, env = {} }) {
    const from = performance.now();
    const options = { cwd, execArgv: ['--import', PROBE], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] };
    const child = fork(file, args, { ...options, env: { ...process.env, ...env } });
    const address = await addressOf(child).catch((error) => {
      child.kill('SIGKILL');
      throw error;
    });
    return new Server(child, address, performance.now() - from);
  }

  /** The bare server on a database. */
  static floor(databaseFile, cwd) {
    return Server.start(FLOOR, [databaseFile], { cwd });
  }

  /** Processor time so far (ms) and resident memory (MB). */
  async usage() {
    this.child.send('usage');
    const [usage] = await once(this.child, 'message');
    return usage;
  }

  /** What it answers to a path, as JSON. */
  async get(path) {
    const response = await fetch(this.address + path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  }

  async stop() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), ENDS_WITHIN_MS);
    await ended;
    clearTimeout(timer);
  }
}

function addressOf(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const read = (chunk) => {
      said += chunk;
      const found = /is at (http:\/\/127\.0\.0\.1:\d+)/.exec(said);
      if (found) resolve(found[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`the server ended before it listened:\n${said}`)));
    setTimeout(() => reject(new Error(`the server does not listen:\n${said}`)), READY_WITHIN_MS).unref();
  });
}
