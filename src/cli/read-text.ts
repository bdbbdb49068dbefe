import { open } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { MAX_TEXT_BYTES } from '../ingestion/article.js';
import { Fault } from '../platform/fault.js';

/** The most bytes that are taken from a file: enough to say that it is too long, whatever its encoding. */
const MOST_BYTES = 4 * MAX_TEXT_BYTES;

async function bytesOf(path: string): Promise<Buffer> {
  try {
    const file = path === '-' ? null : await open(path);
    const stream = file ? file.createReadStream({ end: MOST_BYTES }) : process.stdin;
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MOST_BYTES) break;
    }
    return Buffer.concat(chunks);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Fault('not_found', 'no-such-file', `There is no file ${path}.`);
    if (code === 'EISDIR') throw new Fault('invalid', 'not-a-file', `${path} is a folder, not a file.`);
    throw new Fault('invalid', 'unreadable-file', `${path} cannot be read (${code ?? 'unknown error'}).`);
  }
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/**
 * The text of a file, or of standard input (`-`): UTF-8, or UTF-16 where the file says so at its start.
 *
 * @throws Fault not found `no-such-file`, malformed `not-text`
 */
export async function readText(path: string): Promise<string> {
  const bytes = await bytesOf(path);
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    const what = path === '-' ? 'Standard input' : path;
    throw new Fault('malformed', 'not-text', `${what} is no text in UTF-8 (a binary file, or another encoding?).`);
  }
}
