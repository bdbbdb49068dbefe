import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The scripts of the pages: each does one thing, and every page works without any of them. */
const FILES = [
  'theme.js',
  'main.js',
  'keys.js',
  'palette.js',
  'live.js',
  'activity.js',
  'copying.js',
  'course.js',
  'editing.js',
  'selection.js',
  'past.js',
  'refresh.js',
  'storage.js',
] as const;

/** The scripts by name, and the name of the folder that they are served from. */
export interface Islands {
  readonly files: ReadonlyMap<string, string>;
  /** A digest of all of them, so that they may be kept for ever under it. */
  readonly name: string;
}

let kept: Islands | null = null;

/** The scripts, read when the first page is: the command line needs none. */
export function islands(): Islands {
  kept ??= read();
  return kept;
}

function read(): Islands {
  const files = new Map(
    FILES.map((name) => [name, readFileSync(new URL(`../islands/${name}`, import.meta.url), 'utf8')] as const),
  );
  const digest = createHash('sha256').update(JSON.stringify([...files]));
  return { files, name: digest.digest('hex').slice(0, 16) };
}
