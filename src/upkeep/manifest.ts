import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync, writeFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { syncFile } from '../platform/database/sqlite-files.js';
import type { StoreLook } from '../platform/database/store-look.js';
import { Fault } from '../platform/fault.js';

/** What stands beside a backup, by which it is known to be whole. */
export interface Manifest {
  readonly format: 1;
  /** The version of the program that took it. */
  readonly hearsay: string;
  /** RFC 3339. */
  readonly taken_at: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly migrations: readonly string[];
  /** How far the store had come; null where nothing was ever written. */
  readonly revision: number | null;
  /** How many rows each table has. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Where the manifest of a backup stands. */
export const manifestPath = (file: string): string => `${file}.manifest.json`;

/** The SHA-256 of a file, in hex. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** How many rows each table of a store has. */
export async function rowsOf(look: StoreLook): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of await look.tables()) {
    const [row] = await look.rows<{ n: number }>(`select count(*) as n from "${table}"`);
    counts[table] = row?.n ?? 0;
  }
  return counts;
}

/** What a file is, to be written beside it. */
export async function describeFile(file: string, look: StoreLook, by: Pick<Manifest, 'hearsay' | 'taken_at'>) {
  const [revision] = (await look.tables()).includes('revisions')
    ? await look.rows<{ number: number }>('select r.number from revisions r where r.id = 1')
    : [];
  return {
    format: 1,
    ...by,
    sha256: await sha256Of(file),
    bytes: statSync(file).size,
    migrations: await look.migrations(),
    revision: revision?.number ?? null,
    rows: await rowsOf(look),
  } satisfies Manifest;
}

/** Writes the manifest of a backup beside it. */
export function writeManifest(file: string, manifest: Manifest): void {
  writeFileSync(manifestPath(file), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  syncFile(manifestPath(file));
}

/**
 * The manifest that stands beside a backup; null where none does.
 *
 * @throws Fault invalid `bad-manifest` where it cannot be read as one
 */
export function readManifest(file: string): Manifest | null {
  const path = manifestPath(file);
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return null;
  try {
    const read = JSON.parse(readFileSync(path, 'utf8')) as Partial<Manifest> | null;
    if (read?.format === 1 && /^[0-9a-f]{64}$/.test(String(read.sha256)) && typeof read.rows === 'object') {
      return read as Manifest;
    }
  } catch {
    // said below, whatever is wrong with it
  }
  throw new Fault('invalid', 'bad-manifest', `${path} is no manifest of a backup.`);
}

/**
 * Makes sure that a file is the one that its manifest tells of, byte for byte.
 *
 * @throws Fault invalid `backup-damaged` where it is not
 */
export async function assertUntouched(file: string, { sha256, bytes }: Manifest): Promise<void> {
  if (statSync(file).size === bytes && (await sha256Of(file)) === sha256) return;
  throw new Fault(
    'invalid',
    'backup-damaged',
    `${file} is not what was backed up (its SHA-256 is another): take another backup.`,
  );
}
