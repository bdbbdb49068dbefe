import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { Fault } from '../platform/fault.js';
import { csvLines } from './csv-lines.js';
import type { ImportLine } from './import-line.js';
import { jsonLines } from './json-lines.js';

export const IMPORT_FORMATS = ['jsonl', 'csv'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** What is known of a file before its first line is taken. */
export interface FileFacts {
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly digest: string;
  /** How many line breaks it holds, which is how far it is to its end. */
  readonly lines: number;
}

/** The bytes of a file, unpacked where its name ends in `.gz`; `-` is standard input. */
async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  if (path === '-') {
    yield* process.stdin as AsyncIterable<Buffer>;
    return;
  }
  const bytes = createReadStream(path);
  const input = path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  bytes.on('error', (error) => input.destroy(error));
  try {
    yield* input as AsyncIterable<Buffer>;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Fault('invalid', 'unreadable-file', `${path} cannot be read (${code ?? message}).`);
  }
}

/**
 * Reads a file once for what is known of it.
 *
 * @throws Fault not found `no-such-file`, invalid `not-a-file` or `unreadable-file`
 */
export async function factsOf(path: string): Promise<FileFacts> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new Fault('not_found', 'no-such-file', `There is no file ${path}.`);
  if (!found.isFile()) throw new Fault('invalid', 'not-a-file', `${path} is a folder, not a file.`);
  const hash = createHash('sha256');
  let lines = 0;
  for await (const chunk of bytesOf(path)) {
    hash.update(chunk);
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
  }
  return { digest: hash.digest('hex'), lines };
}

/** The form of a file by the ending of its name, packed or not; null where it has another one. */
export function formatOf(path: string): ImportFormat | null {
  const name = path.toLowerCase().replace(/\.gz$/, '');
  if (name.endsWith('.jsonl') || name.endsWith('.ndjson')) return 'jsonl';
  return name.endsWith('.csv') || name.endsWith('.tsv') ? 'csv' : null;
}

/** The lines of a file, read as they are asked for. */
export const linesOf = (path: string, format: ImportFormat): AsyncGenerator<ImportLine> =>
  (format === 'csv' ? csvLines : jsonLines)(bytesOf(path));
