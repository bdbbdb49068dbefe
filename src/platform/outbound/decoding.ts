import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Fault } from '../fault.js';
import { Unreachable } from './outbound-faults.js';

/** Something outside that is larger than anything that is read. */
export class TooLarge extends Fault {
  constructor(mostBytes: number) {
    const detail = `It has more than ${Math.round(mostBytes / 1_000_000)} MB.`;
    super('invalid', 'page-too-large', detail, [{ pointer: '#/url', code: 'page-too-large', detail }]);
  }
}

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The decoder of a `Content-Encoding`; null where the body stands as it is. One at most: they multiply. */
function decoderOf(encoding: string): Transform | null {
  const names = encoding.split(',').map((name) => name.trim().toLowerCase());
  const [name, ...others] = names.filter((each) => each !== '' && each !== 'identity');
  if (name === undefined) return null;
  const decoder = others.length === 0 && Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
  if (decoder) return decoder();
  throw new Unreachable(`It is encoded as ${encoding.slice(0, 60)}, which is not read.`);
}

/**
 * The bytes of a body, counted while they are decoded, so that no small body becomes a large one.
 *
 * @throws TooLarge beyond so many bytes, Unreachable for an encoding that is not read; what the decoder throws
 */
export async function decoded(body: Readable, encoding: string, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const count = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > mostBytes) throw new TooLarge(mostBytes);
      chunks.push(chunk);
    }
  };
  const decoder = decoderOf(encoding);
  try {
    await (decoder ? pipeline(body, decoder, count) : pipeline(body, count));
  } catch (error) {
    throw size > mostBytes ? new TooLarge(mostBytes) : error; // what breaks off along with it is told first
  }
  return Buffer.concat(chunks);
}
