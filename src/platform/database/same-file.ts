import { statSync } from 'node:fs';
import { Fault } from '../fault.js';
import type { DatabasePlace } from './place.js';

/** What tells one file from another of the same name; null where there is none. */
function identityOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
}

/**
 * Remembers the file of a database that was opened. What it returns refuses to go on once that is not the one any more
 * that others would open: whatever is written then is lost with the process.
 */
export function sameFile(place: DatabasePlace): () => void {
  if (place.dialect === 'postgres') return () => undefined;
  const opened = identityOf(place.file);
  return () => {
    if (identityOf(place.file) === opened) return;
    const message = 'The file of the database was removed or replaced: start the program again.';
    throw new Fault('unavailable', 'database-replaced', message);
  };
}
