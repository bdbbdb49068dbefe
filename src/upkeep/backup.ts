import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { placeOf, type DatabasePlace } from '../platform/database/place.js';
import { copyStore, syncFile } from '../platform/database/sqlite-files.js';
import { StoreLook } from '../platform/database/store-look.js';
import { Fault } from '../platform/fault.js';
import { describeFile, manifestPath, writeManifest, type Manifest } from './manifest.js';
import { soundness } from './verification.js';

/** Which store is backed up, where to, and what is noted of it. */
export interface BackupOrder {
  readonly databaseUrl: string;
  readonly file: string;
  /** Whether a backup that is there may be overwritten. */
  readonly overwrites: boolean;
  readonly by: Pick<Manifest, 'hearsay' | 'taken_at'>;
}

/**
 * The file of a store that can be backed up and restored here.
 *
 * @throws Fault invalid `other-tools` on PostgreSQL, which has tools of its own
 */
export function fileOfStore(databaseUrl: string): string {
  const place: DatabasePlace | null = placeOf(databaseUrl);
  if (place?.dialect === 'sqlite') return place.file;
  throw new Fault(
    'invalid',
    'other-tools',
    'This store lies in PostgreSQL: back it up with pg_dump --format=custom, and restore it with pg_restore.',
  );
}

/**
 * Copies a store to a file while it is written to, checks the copy, and writes beside it what it is. All that was
 * committed before this began is in it; either both files are there at the end, or neither.
 *
 * @throws Fault invalid `other-tools` on PostgreSQL, conflict `file-exists` where something is there already, not found
 *   `no-store`, internal `store-damaged` where the copy is not sound
 */
export async function backUp(
  { databaseUrl, file, overwrites, by }: BackupOrder,
  onProgress: (done: number, total: number) => void,
): Promise<Manifest> {
  const [store, target] = [fileOfStore(databaseUrl), resolve(file)];
  if (target === store || (existsSync(target) && !overwrites)) {
    throw new Fault('conflict', 'file-exists', `${file} is there already: name another file, or say --yes.`);
  }
  if (!existsSync(dirname(target))) throw new Fault('not_found', 'no-folder', `There is no folder ${dirname(target)}.`);
  const partial = `${target}.part`;
  try {
    await copyStore(store, partial, onProgress);
    const manifest = await describeSound(partial, by);
    rmSync(manifestPath(target), { force: true }); // that of an older backup would tell of another file
    renameSync(partial, target);
    writeManifest(target, manifest);
    syncFile(dirname(target));
    return manifest;
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${partial}${end}`, { force: true });
  }
}

async function describeSound(file: string, by: BackupOrder['by']): Promise<Manifest> {
  const look = await StoreLook.open({ dialect: 'sqlite', file });
  try {
    const { integrity, references } = await soundness(look);
    const [wrong] = [...integrity, ...references];
    if (wrong === undefined) return await describeFile(file, look, by);
    throw new Fault(
      'internal',
      'store-damaged',
      `The store itself is damaged (${wrong}): hearsay db verify tells more.`,
    );
  } finally {
    await look.close();
  }
}
