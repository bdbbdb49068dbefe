import { existsSync, statfsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import SqliteFile from 'better-sqlite3';
import type { DatabasePlace } from '../platform/database/place.js';
import { assertSqliteVersion } from '../platform/database/sqlite.js';
import { sayInstant } from '../platform/instant.js';
import { isDenied } from '../platform/outbound/denied-address.js';
import type { Settings } from '../platform/settings.js';
import { fail, failed, ok, warn, type Check } from './checkup.js';

/** The oldest Node on which Hearsay runs, as package.json names it. */
const OLDEST_NODE = [20, 19] as const;

const MIB = 1024 ** 2;
/** Less than this is not enough for a day's log and a refresh. */
const LEAST_FREE = 100 * MIB;

/** Whether this Node is new enough. */
export function nodeCheck(version = process.versions.node): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  const floor = OLDEST_NODE.join('.');
  return isOld
    ? fail('node', `Node ${version}`, `Install Node ${floor} or newer.`)
    : ok('node', `Node ${version}, ${floor} is enough`);
}

/** Whether the SQLite that is built in keeps what two connections write. */
export function sqliteCheck(): Check {
  try {
    const connection = new SqliteFile(':memory:');
    const version = connection.prepare('select sqlite_version()').pluck().get() as string;
    connection.close();
    assertSqliteVersion(version);
    return ok('sqlite', `SQLite ${version}`);
  } catch (error) {
    return failed('sqlite', error, 'Install the packages anew: npm ci.');
  }
}

/** Whether there is room for what is written, and for a backup and a compaction, which take as much as the store. */
export function diskCheck(place: DatabasePlace): Check {
  if (place.dialect === 'postgres') return ok('disk', 'PostgreSQL looks after its own');
  let folder = dirname(place.file);
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  const [free, size] = [bavail * bsize, statSync(place.file, { throwIfNoEntry: false })?.size ?? 0];
  const detail = `${Math.round(free / MIB)} MiB free, the store has ${Math.round(size / MIB)} MiB`;
  if (free < LEAST_FREE) return fail('disk', detail, `Make room in ${folder}: writing will fail.`);
  return free < 2 * size
    ? warn('disk', detail, `Make room in ${folder}: a backup or an erasure writes the store once more.`)
    : ok('disk', detail);
}

/** Whether the clock runs. */
export const clockCheck = ({ clockHeldAt }: Pick<Settings, 'clockHeldAt'>): Check =>
  clockHeldAt === null
    ? ok('clock', 'it runs')
    : warn('clock', `held at ${sayInstant(clockHeldAt)}`, 'Take HEARSAY_CLOCK away: nothing is due while it stands.');

/** What the way out is open to; nobody is asked. */
export function outboundCheck({ outboundAllow, outboundPorts }: Pick<Settings, 'outboundAllow' | 'outboundPorts'>) {
  const open = ['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1'].filter((address) => !isDenied(address));
  if (open.length > 0) return fail('outbound', `${open.join(', ')} would be asked`, 'Do not run this: it is broken.');
  const ports = `ports ${outboundPorts.join(', ')} of the public internet`;
  return outboundAllow.length === 0
    ? ok('outbound', ports)
    : warn(
        'outbound',
        `${ports}, and ${outboundAllow.join(', ')}`,
        'See that OUTBOUND_ALLOW names no more than it must.',
      );
}

/** Whether the server could listen. */
export function portCheck({ port, host }: Pick<Settings, 'port' | 'host'>): Promise<Check> {
  const where = `${host}:${port}`;
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(
        error.code === 'EADDRINUSE'
          ? warn('port', `something listens at ${where}`, 'Well if that is Hearsay; otherwise set another PORT.')
          : failed('port', error, 'Set HOST to an address of this machine and PORT to one that may be taken.'),
      ),
    );
    server.listen(port, host, () => server.close(() => resolve(ok('port', port === 0 ? 'any' : `${where} is free`))));
  });
}
