import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { assertAlone, putInPlace } from '../platform/database/sqlite-files.js';
import { StoreLook } from '../platform/database/store-look.js';
import { Fault } from '../platform/fault.js';
import { fileOfStore } from './backup.js';
import { assertUntouched, manifestPath, readManifest, rowsOf, type Manifest } from './manifest.js';
import { migrationsOf, soundness } from './verification.js';

/** Which backup is put in the place of which store. */
export interface RestoreOrder {
  readonly databaseUrl: string;
  readonly file: string;
  /** Whether a store that is there may be replaced. */
  readonly replaces: boolean;
}

/** A backup that was found to be whole and lies beside the store, to be put in its place. */
export interface Staged {
  readonly manifest: Manifest;
  readonly store: string;
  /** The copy that goes in its place. */
  readonly file: string;
  /** Digests of what was erased from the present store and not from the backup; null where that cannot be read. */
  readonly erasedSince: readonly string[] | null;
}

/**
 * Copies a backup beside the store and makes sure that it is whole. Nothing of the store is touched yet.
 *
 * @throws Fault invalid `other-tools`, `backup-damaged`, `bad-manifest`; not found `no-backup`, `no-manifest`; conflict
 *   `store-exists`, `store-in-use`, `database-newer`
 */
export async function stage({ databaseUrl, file, replaces }: RestoreOrder): Promise<Staged> {
  const store = fileOfStore(databaseUrl);
  const manifest = manifestOf(file);
  const isThere = existsSync(store);
  if (isThere && !replaces) {
    throw new Fault('conflict', 'store-exists', `There is a store at ${store}: --yes puts the backup in its place.`);
  }
  await assertUntouched(file, manifest);
  if (isThere) assertFree(store);
  const staged = `${store}.restoring`;
  mkdirSync(dirname(store), { recursive: true });
  copyFileSync(file, staged);
  try {
    const erased = await erasedIn(staged, manifest);
    const erasedSince = isThere ? await erasedBesides(store, erased) : [];
    return { manifest, store, file: staged, erasedSince };
  } catch (error) {
    discard(staged);
    throw error;
  }
}

/** Puts a staged backup in place of the store; where the former one is kept from then on, null where there was none. */
export function finish({ store, file }: Staged): string | null {
  const former = existsSync(store) ? `${store}.replaced` : null;
  if (former !== null) {
    assertFree(store);
    belongLike(store, file);
  }
  putInPlace(file, store, former);
  discard(file);
  return former;
}

/** Has a file belong to whom another one does, and be read by whom that is. */
function belongLike(other: string, file: string): void {
  const { mode, uid, gid } = statSync(other);
  chmodSync(file, mode & 0o777);
  const own = statSync(file);
  if (own.uid !== uid || own.gid !== gid) chownSync(file, uid, gid);
}

/** Takes away what was staged, with what lies beside it. */
export function discard(staged: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${staged}${end}`, { force: true });
}

/** Closes a staged file that a program has worked on, so that nothing of it lies in a log. */
export const settle = ({ file }: Staged): void => assertAlone(file);

function manifestOf(file: string): Manifest {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new Fault('not_found', 'no-backup', `There is no backup at ${file}.`);
  }
  const manifest = readManifest(file);
  if (manifest !== null) return manifest;
  const advice = 'A file that was only copied may lack what was written last; hearsay db backup writes both.';
  throw new Fault('not_found', 'no-manifest', `${manifestPath(file)} is missing. ${advice}`);
}

/** A store that cannot be read at all is held by nobody, and is what a backup is for. */
function assertFree(store: string): void {
  try {
    assertAlone(store);
  } catch (error) {
    if (error instanceof Fault && error.code !== 'storage') throw error;
  }
}

/** The digests of what was erased, of a staged copy that is sound and known to this program. */
async function erasedIn(file: string, manifest: Manifest): Promise<readonly string[]> {
  const look = await StoreLook.open({ dialect: 'sqlite', file });
  try {
    const { unknown } = await migrationsOf(look);
    if (unknown.length > 0) {
      const message = `The backup was taken by a newer version of Hearsay (${manifest.hearsay}): use that version.`;
      throw new Fault('conflict', 'database-newer', message);
    }
    const { integrity, references } = await soundness(look);
    const differs = Object.entries(await rowsOf(look)).filter(([table, n]) => manifest.rows[table] !== n);
    const [wrong] = [...integrity, ...references, ...differs.map(([table]) => `rows of ${table}`)];
    if (wrong !== undefined) throw new Fault('invalid', 'backup-damaged', `The backup is not sound: ${wrong}.`);
    return await digestsOf(look);
  } finally {
    await look.close();
  }
}

async function erasedBesides(store: string, known: readonly string[]): Promise<readonly string[] | null> {
  try {
    const look = await StoreLook.open({ dialect: 'sqlite', file: store });
    try {
      return (await digestsOf(look)).filter((digest) => !known.includes(digest));
    } finally {
      await look.close();
    }
  } catch {
    return null;
  }
}

async function digestsOf(look: StoreLook): Promise<string[]> {
  if (!(await look.tables()).includes('erasures')) return [];
  return (await look.rows<{ digest: string }>('select e.digest from erasures e order by e.digest')).map(
    ({ digest }) => digest,
  );
}
