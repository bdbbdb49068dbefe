import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../platform/fault.js';
import { sayInstant } from '../platform/instant.js';
import { EXPORT_FORMATS, type Dataset, type ExportFormat } from '../outputs/datasets.js';
import { Exports } from '../outputs/exports.service.js';
import type { Context } from './context.js';

/** Where a dataset goes, in which form, and what of it. */
export interface ExportOptions {
  readonly output?: string;
  readonly format?: ExportFormat;
  /** Epoch milliseconds. */
  readonly asOf?: number;
  readonly device?: string;
  readonly guard: boolean;
}

/**
 * Writes a dataset to a file, which is there whole or not at all, or to standard output.
 *
 * @throws Fault invalid `unwritable-file`; what `Exports.begin` throws
 */
export async function exportDataset(dataset: Dataset, options: ExportOptions, context: Context): Promise<void> {
  const { output, asOf, device, guard } = options;
  const { screen } = context;
  const exports = await context.get(Exports);
  const total = await exports.count(dataset);
  const query = {
    as_of: asOf,
    guard: guard ? ('on' as const) : ('off' as const),
    ...(device !== undefined && { device }),
  };
  const order = { dataset, format: options.format ?? formOf(output), query };
  const { at, parts } = await exports.begin(order, (looked) => {
    screen.progress(`     ${dataset}`, Math.min(looked, total), total);
  });
  if (output === undefined) return writeOut(parts);
  await writeFile(output, parts);
  screen.note(`${output}: ${dataset} as of ${sayInstant(at)}.`);
}

/** The form that the ending of a file names; CSV where it names none. */
const formOf = (file = ''): ExportFormat => EXPORT_FORMATS.find((format) => file.endsWith(`.${format}`)) ?? 'csv';

async function writeFile(file: string, parts: AsyncIterable<string>): Promise<void> {
  const partial = `${file}.part`;
  try {
    await pipeline(Readable.from(parts), createWriteStream(partial));
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    throw new Fault('invalid', 'unwritable-file', `${file} cannot be written: ${error.message}`, [], { cause: error });
  }
}

/** Standard output stays open: others may write there as well. */
function writeOut(parts: AsyncIterable<string>): Promise<void> {
  const write = (text: string): Promise<void> =>
    new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));
  const out = new Writable({
    decodeStrings: false,
    write: (text: string, _encoding, done) => void write(text).then(() => done(), done),
  });
  return pipeline(Readable.from(parts), out);
}
