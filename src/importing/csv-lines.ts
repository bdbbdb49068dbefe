import { Readable } from 'node:stream';
import { CsvError, parse, type Info } from 'csv-parse';
import { Fault } from '../platform/fault.js';
import { badLine, MAX_LINE_LENGTH, type ImportLine } from './import-line.js';

/** A record as the parser gives it. */
interface Parsed {
  readonly info: Info;
  readonly raw: string;
  readonly record: Readonly<Record<string, string>>;
}

/** A record that could not be read, by the line on which it ends. */
interface Refused {
  readonly lines: number;
  readonly raw: string;
  readonly message: string;
}

/**
 * The records of a CSV file (RFC 4180; commas, semicolons or tabs) by the names of its header row, each with the line on
 * which it begins. A record of another length than the header is a fault of its own line; an empty cell is no value.
 *
 * @throws Fault malformed `invalid-csv` where the header names a column twice or nothing can be read after a line
 */
export async function* csvLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<ImportLine> {
  const refused: Refused[] = [];
  let last = 1;
  /** The line on which what ends on this one began; to be asked in their order. */
  const begun = (lines: number): number => {
    const first = Math.min(last + 1, lines);
    last = lines;
    return first;
  };
  /** What was refused up to a line: the parser tells of it before the records that it still holds back. */
  function* refusedBefore(line: number): Generator<ImportLine> {
    while (refused[0] && refused[0].lines < line) {
      const [{ lines, raw, message }] = refused.splice(0, 1) as [Refused];
      yield badLine(begun(lines), lines, raw, 'invalid-line', message);
    }
  }
  const source = Readable.from(chunks);
  const parser = source.pipe(
    parse({
      ...{ bom: true, info: true, raw: true, columns: headerOf, delimiter: [',', ';', '\t'] },
      ...{ skip_empty_lines: true, skip_records_with_error: true, max_record_size: MAX_LINE_LENGTH },
    }),
  );
  source.on('error', (error) => parser.destroy(error)); // a pipe does not pass it on
  parser.on('skip', ({ lines, message }: CsvError & { lines: number }, raw?: string) => {
    refused.push({ lines, message, raw: (raw ?? '').replace(/\r?\n$/, '') });
  });
  try {
    for await (const { info, raw, record } of parser as AsyncIterable<Parsed>) {
      yield* refusedBefore(info.lines);
      const line = begun(info.lines);
      const members = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''));
      yield { line, lastLine: info.lines, text: raw.replace(/\r?\n$/, ''), members, fault: null };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Fault('malformed', 'invalid-csv', `After line ${last}: ${error.message}`, [
      { line: last, code: 'invalid-csv', detail: error.message },
    ]);
  }
  yield* refusedBefore(Infinity);
}

function headerOf(header: readonly string[]): string[] {
  const names = header.map((name) => name.trim());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return names;
  throw new Fault('malformed', 'invalid-csv', `The header names the column "${twice}" twice.`, [
    { line: 1, code: 'invalid-csv', detail: `"${twice}" twice` },
  ]);
}
