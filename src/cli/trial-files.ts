import { createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Report } from '../engine/learning/index.js';
import type { Truth } from '../engine/trials/index.js';
import { Fault, type FaultDetail } from '../platform/fault.js';

/** After so many bad lines a file is given up. */
const MOST_FAULTS = 20;

/** One line of a file, as an object. */
export type Line = Readonly<Record<string, unknown>>;

/** The lines of a file, packed (`.gz`) or not. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new Fault('not_found', 'no-such-file', `There is no file ${path}.`);
  if (!found.isFile()) throw new Fault('invalid', 'not-a-file', `${path} is a folder, not a file.`);
  const bytes = createReadStream(path);
  const input = path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  bytes.on('error', (error) => input.destroy(error));
  try {
    yield* createInterface({ input, crlfDelay: Infinity });
  } catch (error) {
    const { message } = error as Error;
    throw new Fault('invalid', 'unreadable-file', `${path} cannot be read (${message}).`);
  }
}

/** What one line says is wrong with itself. */
export class BadLine extends Error {}

function objectIn(text: string): Line {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    throw new BadLine('This is no JSON.');
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found)) throw new BadLine('This is no JSON object.');
  return found as Line;
}

/** A member as text; numbers and booleans are taken as they are written. */
export function optional(line: Line, member: string): string | undefined {
  const value = line[member];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return String(value);
  throw new BadLine(`"${member}" is neither text nor a number.`);
}

/** A member as text that must be there. */
export function needed(line: Line, member: string): string {
  const value = optional(line, member);
  if (value === undefined || value === '') throw new BadLine(`"${member}" is missing.`);
  return value;
}

/** Reads every line; faults are gathered, so that one run tells of all. */
export async function readLines(path: string, take: (line: Line) => void): Promise<void> {
  const faults: FaultDetail[] = [];
  let number = 0;
  for await (const text of linesOf(path)) {
    number += 1;
    if (text.trim() === '') continue;
    try {
      take(objectIn(text));
    } catch (error) {
      if (!(error instanceof BadLine)) throw error;
      faults.push({ line: number, code: 'invalid-line', detail: error.message });
      if (faults.length === MOST_FAULTS) break;
    }
  }
  if (faults.length === 0) return;
  const said = faults.map(({ line, detail }) => `line ${line}: ${detail}`).join('\n  ');
  throw new Fault('malformed', 'invalid-lines', `${path} cannot be taken as it is:\n  ${said}`, faults);
}

/** What claims say, and the day of each question: that of its last claim. */
export interface Claims {
  readonly reports: readonly Report[];
  readonly days: ReadonlyMap<string, string>;
}

/**
 * Reads claims: `{object, source, value[, time][, attr][, raw]}`, one a line.
 *
 * @throws Fault not found `no-such-file`, malformed `invalid-lines`
 */
export async function readClaims(path: string): Promise<Claims> {
  const reports: Report[] = [];
  const days = new Map<string, string>();
  await readLines(path, (line) => {
    const [question, source, value] = [needed(line, 'object'), needed(line, 'source'), needed(line, 'value')];
    const day = optional(line, 'time')?.slice(0, 10);
    reports.push({ question, source, value, raw: optional(line, 'raw'), family: optional(line, 'attr') });
    if (day !== undefined && day > (days.get(question) ?? '')) days.set(question, day);
  });
  if (reports.length === 0) throw new Fault('malformed', 'no-claims', `${path} holds no claim.`);
  return { reports, days };
}

/** Reads truths: `{object, truth[, path]}`, one a line. */
export async function readTruths(path: string): Promise<Truth[]> {
  const truths = new Map<string, Truth>();
  await readLines(path, (line) => {
    const [question, value] = [needed(line, 'object'), needed(line, 'truth')];
    if ((truths.get(question)?.value ?? value) !== value) throw new BadLine(`"${question}" has another truth above.`);
    const way = line.path ?? null;
    if (way !== null && !(Array.isArray(way) && way.every((step) => typeof step === 'string'))) {
      throw new BadLine('"path" is no list of texts.');
    }
    truths.set(question, { question, value, path: way });
  });
  if (truths.size === 0) throw new Fault('malformed', 'no-truths', `${path} holds no truth.`);
  return [...truths.values()];
}

/** Reads a hierarchy: `{value, parent}`, one a line. */
export async function readHierarchy(path: string): Promise<Map<string, string>> {
  const parents = new Map<string, string>();
  await readLines(path, (line) => {
    parents.set(needed(line, 'value'), needed(line, 'parent'));
  });
  return parents;
}

/** The hierarchy that lies beside a file of claims under the same name, or null. */
export async function hierarchyBeside(claims: string): Promise<string | null> {
  const stem = /^(.*)\.claims\.jsonl(\.gz)?$/.exec(claims)?.[1];
  if (stem === undefined) return null;
  for (const path of [`${stem}.hierarchy.jsonl`, `${stem}.hierarchy.jsonl.gz`]) {
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  return null;
}
