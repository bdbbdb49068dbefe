import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const DEBIAN = '/usr/lib/postgresql';
const HOMEBREW = ['/opt/homebrew/opt', '/usr/local/opt'];

const inside = (folder, tail) =>
  existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, tail)) : [];

function bindirOfConfig() {
  try {
    return [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()];
  } catch {
    return [];
  }
}

/** The folder of PostgreSQL's server programs, the newest release first; undefined where it is not installed. */
function findBinaries() {
  const newest = inside(DEBIAN, 'bin').sort(
    (a, b) => parseInt(b.slice(DEBIAN.length + 1)) - parseInt(a.slice(DEBIAN.length + 1)),
  );
  const brewed = HOMEBREW.flatMap((folder) => inside(folder, 'bin').filter((path) => path.includes('postgresql')));
  const found = [...bindirOfConfig(), ...newest, ...brewed];
  return found.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** Who runs the server: it refuses root, so there it runs as `postgres` or `nobody`. */
function identity() {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function untilReady(url, server) {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode} before it was ready`);
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await wait(50);
    }
  }
  throw new Error('PostgreSQL did not become ready');
}

/** Starts an empty server in that folder, on a free port of this machine alone; undefined where none is installed. */
export async function startPostgres(folder) {
  const binaries = findBinaries();
  if (binaries === undefined) return undefined;
  const ids = identity();
  mkdirSync(folder);
  if (ids.uid !== undefined) chownSync(folder, ids.uid, ids.gid);
  const [data, port] = [join(folder, 'data'), await freePort()];
  const init = ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(binaries, 'initdb'), init, { ...ids, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const settings = ['fsync=off', 'full_page_writes=off', 'max_connections=200'].flatMap((setting) => ['-c', setting]);
  const start = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder, ...settings];
  const server = spawn(join(binaries, 'postgres'), start, { ...ids, cwd: folder, stdio: 'ignore' });
  const url = `postgres://test@127.0.0.1:${port}/postgres`;
  await untilReady(url, server);
  return { url, server };
}

/** Stops a server at once; its data is thrown away anyway. */
export async function stopPostgres(server) {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGQUIT');
  await ended;
}
