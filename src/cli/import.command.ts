import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { oneReportEach } from '../importing/claim-rows.js';
import { columnNames } from '../importing/import-columns.js';
import { factsOf, formatOf, linesOf, type FileFacts, type ImportFormat } from '../importing/import-file.js';
import type { LineTaking } from '../importing/import-desk.service.js';
import { ImportReplays } from '../importing/import-replays.service.js';
import { NOTHING_IMPORTED } from '../importing/import-run.entity.js';
import { ImportRuns } from '../importing/import-runs.service.js';
import { Imports } from '../importing/imports.service.js';
import { Fault } from '../platform/fault.js';
import type { Context } from './context.js';
import { EXIT } from './exit-codes.js';
import { ImportReport } from './import-report.js';
import type { ImportOptions } from './importing.js';

/**
 * Takes the articles of a file in, and says what became of its lines.
 *
 * @returns the exit code: partial where lines were refused
 * @throws Fault as `factsOf`, `columnNames` and `Imports.run` do
 */
export async function importFile(path: string, options: ImportOptions, context: Context): Promise<number> {
  const taking = takingOf(options);
  const format = options.format ?? formatOf(path) ?? (path === '-' ? 'jsonl' : null);
  if (format === null) {
    throw new Fault('invalid', 'unknown-format', `--format jsonl or csv: the name of ${path} does not say which.`);
  }
  const facts = path === '-' ? null : await factsOf(path);
  const report = new ImportReport(context.screen, facts?.lines ?? null, options.faults ?? null);
  const work: Work = { path, format, facts, taking, report };
  try {
    return await (options.dryRun ? tryOut(work, context) : takeIn(work, options, context));
  } finally {
    report.close();
  }
}

interface Work {
  readonly path: string;
  readonly format: ImportFormat;
  readonly facts: FileFacts | null;
  readonly taking: LineTaking;
  readonly report: ImportReport;
}

function takingOf({ map, source, kind, grade, vetted, yes, replay, dryRun }: ImportOptions): LineTaking {
  const writing = yes ? '--yes' : replay ? '--replay' : null;
  if (writing !== null && dryRun) {
    throw new Fault('invalid', 'contradiction', `Either ${writing} or --dry-run: a dry run writes nothing down.`);
  }
  const columns = map === undefined ? {} : columnNames(map);
  const named = source === undefined ? null : { name: source, vetted, ...(kind && { kind }), ...(grade && { grade }) };
  return { columns, source: named, commits: writing !== null, ...(replay && { replays: true }) };
}

/** The run of this file with these options: another file, or other options, begins anew. */
const digestOf = ({ digest }: FileFacts, taking: LineTaking): string =>
  createHash('sha256')
    .update(`${digest} ${JSON.stringify(taking)}`)
    .digest('hex');

/** The lines of the file, of rows that hold one claim each those of one report together. */
const linesIn = ({ path, format, taking }: Work) => oneReportEach(linesOf(path, format), taking.columns);

async function takeIn(work: Work, { restart = false }: ImportOptions, context: Context): Promise<number> {
  const { path, facts, taking, report } = work;
  const [runs, imports] = [await context.get(ImportRuns), await context.get(Imports)];
  const digest = facts ? digestOf(facts, taking) : createHash('sha256').update(crypto.randomUUID()).digest('hex');
  const run = await runs.begin(digest, basename(path).slice(-200), restart);
  if (run.line > 0) context.screen.note(`Going on after line ${run.line}, where the last run stopped.`);
  report.begin(run.counts);
  const isRead = await imports.run(run, linesIn(work), taking, report);
  const moved = taking.commits ? await imports.weigh() : 0;
  const isReplayed = isRead && taking.replays === true;
  const replayed = isReplayed ? await (await context.get(ImportReplays)).run(run.id, report) : null;
  const isDone = isRead && (!isReplayed || replayed !== null);
  report.tell({ id: run.id, isDone, moved, replayed });
  if (!isDone) return EXIT.interrupted;
  return report.counts.refused > 0 ? EXIT.partial : EXIT.ok;
}

async function tryOut(work: Work, context: Context): Promise<number> {
  const { taking, report } = work;
  const imports = await context.get(Imports);
  report.begin(NOTHING_IMPORTED);
  await imports.tryOut(linesIn(work), taking, report);
  report.tell({ id: null, isDone: true, moved: 0, replayed: null });
  return report.counts.refused > 0 ? EXIT.partial : EXIT.ok;
}
