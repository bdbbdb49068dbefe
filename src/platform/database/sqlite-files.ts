import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Fault } from '../fault.js';
import { inWords } from './faults.js';
import { openFile } from './store-look.js';

/** How many pages are copied between two looks at what else there is to do: 4 MiB. */
const PAGES_AT_ONCE = 1024;

/**
 * Copies a store as it stands when this begins, while others go on to write: one file, which needs no other beside it,
 * that its owner alone may read. What was committed before this began is in it. `onProgress` is told the pages.
 *
 * @throws Fault not found `no-store`; what the database says
 */
export async function copyStore(
  file: string,
  target: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const source = openFile(file, true);
  try {
    closeSync(openSync(target, 'w', 0o600));
    // A reader that stands in one state of the store: what others commit meanwhile does not make it begin anew.
    source.exec('BEGIN');
    source.prepare('select count(*) from sqlite_schema').get();
    await source.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress(totalPages - remainingPages, totalPages);
        return PAGES_AT_ONCE;
      },
    });
    holdAlone(target);
    syncFile(target);
  } catch (error) {
    rmSync(target, { force: true });
    throw inWords(error);
  } finally {
    source.close();
  }
}

/** Puts every act into the file itself, so that none lies in a log beside it. @throws what SQLite says */
function holdAlone(file: string): void {
  const connection = openFile(file, false);
  try {
    connection.pragma('journal_mode = DELETE');
  } finally {
    connection.close();
  }
}

/**
 * Makes sure that no program holds a store, and that nothing of it lies in its log.
 *
 * @throws Fault conflict `store-in-use` while a program holds it; what the database says where it cannot be read
 */
export function assertAlone(file: string): void {
  try {
    holdAlone(file);
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (typeof code !== 'string' || !/^SQLITE_(?:BUSY|LOCKED)/.test(code)) throw inWords(error);
    throw new Fault('conflict', 'store-in-use', 'A program holds the store: stop the server first.', [], {
      cause: error,
    });
  }
}

/**
 * Puts a file in the place of a store, whole or not at all; what stood there is kept under the other name, if one is
 * given. A log that lies beside it belongs to what stood there, and goes.
 */
export function putInPlace(staged: string, file: string, former: string | null): void {
  syncFile(staged);
  if (former !== null) {
    for (const end of ['', '-wal']) rmSync(`${former}${end}`, { force: true });
    linkSync(file, former);
  }
  for (const end of ['-wal', '-shm']) moveLog(`${file}${end}`, former === null ? null : `${former}${end}`);
  renameSync(staged, file);
  syncFile(dirname(file));
}

function moveLog(log: string, kept: string | null): void {
  try {
    if (kept === null) rmSync(log, { force: true });
    else renameSync(log, kept);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Has the disk keep what was written to a file, or which files a folder has. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
