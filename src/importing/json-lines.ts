import { badLine, MAX_LINE_LENGTH, type ImportLine } from './import-line.js';

/** The lines of a JSONL file, each with its number; empty ones are passed over. Bytes that are no UTF-8 are a fault. */
export async function* jsonLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<ImportLine> {
  let number = 0;
  for await (const bytes of rawLines(chunks)) {
    number += 1;
    if (bytes === null) {
      yield badLine(number, number, '', 'line-too-long', `longer than ${MAX_LINE_LENGTH} bytes`);
      continue;
    }
    const text = textOf(bytes);
    if (text === null) yield badLine(number, number, bytes.toString('latin1'), 'not-text', 'no text in UTF-8');
    else if (text.trim() !== '') yield lineOf(number, text);
  }
}

function lineOf(number: number, text: string): ImportLine {
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found === 'object' && found !== null && !Array.isArray(found)) {
      const members = found as Readonly<Record<string, unknown>>;
      return { line: number, lastLine: number, text, members, fault: null };
    }
  } catch {
    // said below, with what was expected
  }
  return badLine(number, number, text, 'invalid-line', 'no JSON object');
}

/** The bytes of each line; null for one that is too long to be kept. */
async function* rawLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer): void => {
    length += part.length;
    if (length > MAX_LINE_LENGTH) parts = [];
    else parts.push(part);
  };
  const taken = (): Buffer | null => {
    const line = length > MAX_LINE_LENGTH ? null : Buffer.concat(parts);
    [parts, length] = [[], 0];
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(10); to !== -1; to = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, to));
      yield taken();
      from = to + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (length > 0) yield taken();
}

function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
