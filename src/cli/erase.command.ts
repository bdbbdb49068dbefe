import { readFileSync } from 'node:fs';
import { OPERATOR } from '../access/actor.js';
import { Erase, type ErasureOutcome } from '../erasing/erase.service.js';
import { Erasures } from '../erasing/erasures.service.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { SearchIndex } from '../search/search-index.service.js';
import type { Context } from './context.js';
import { table } from './table.js';
import { count } from './wording.js';

/** What `hearsay erase` is told. */
export interface EraseOptions {
  readonly yes?: boolean;
  /** Print the digests of what was erased. */
  readonly list?: boolean;
  /** A file of such digests. */
  readonly from?: string;
}

const NO_WAY_BACK = 'Nothing was changed. With --yes it is erased, and there is no way back.';

/** Shows what would be erased of a person, and with `--yes` erases it. */
export async function erasePerson(name: string, { yes = false }: EraseOptions, context: Context): Promise<void> {
  await finish(await (await context.get(Erase)).person(name, OPERATOR, !yes), context);
}

/** Shows what would be erased of a report, and with `--yes` erases it. */
export async function eraseReport(id: string, { yes = false }: EraseOptions, context: Context): Promise<void> {
  await finish(await (await context.get(Erase)).report(id, OPERATOR, !yes), context);
}

/** Shows what was erased before and is there again, and with `--yes` erases it; or lists the digests. */
export async function eraseAgain({ yes = false, list, from }: EraseOptions, context: Context): Promise<void> {
  const { screen } = context;
  const digests = await (await context.get(Erasures)).digests();
  if (list) return screen.answer({ digests }, () => digests);
  const found = await (await context.get(Erase)).backAgain(from === undefined ? [] : digestsIn(from));
  screen.answer(found, () => [...found.persons, ...found.reports]);
  if (yes) await eraseFound(found, context);
  const number = count(found.persons.length + found.reports.length, 'thing');
  screen.note(`${number} that had been erased ${yes ? 'erased again' : 'there again'}.${yes ? '' : ` ${NO_WAY_BACK}`}`);
}

/** Erases what had been erased before and is there again. */
export async function eraseFound(
  { persons, reports }: Awaited<ReturnType<Erase['backAgain']>>,
  context: Context,
): Promise<void> {
  const erase = await context.get(Erase);
  for (const id of reports) await erase.report(id, OPERATOR, false);
  for (const name of persons) await erase.person(name, OPERATOR, false).catch(unlessGone);
  await compact(context);
}

/** Another name of the same person was erased before this one. */
function unlessGone(error: unknown): void {
  if (error instanceof Fault && ['unknown-person', 'half-name'].includes(error.code)) return;
  throw error;
}

async function finish({ sought, spared, counts, isDone }: ErasureOutcome, context: Context): Promise<void> {
  const { screen } = context;
  const columns = [{ heading: 'Table' }, { heading: 'Rows', right: true }];
  const rows = Object.entries(counts).map(([name, number]) => [name, String(number)]);
  screen.answer({ sought, spared, rows: counts, erased: isDone }, () => [
    `${isDone ? 'Erased' : 'Would erase'}: ${sought.join(', ')}`,
    ...(spared.length === 0 ? [] : [`Left alone: ${spared.join(', ')}`]),
    ...table(columns, rows),
  ]);
  if (isDone) await compact(context);
  else screen.note(NO_WAY_BACK);
}

async function compact(context: Context): Promise<void> {
  await (await context.get(SearchIndex)).compact();
  const isDone = await (await context.get(Database)).compact();
  context.screen.note(
    isDone
      ? 'The files were written anew. Restart running servers, which may hold answers, and mind the backups.'
      : 'A server still reads the former state: stop it, and run this command again.',
  );
}

/** The digests that a file lists. @throws Fault invalid `unreadable-file` */
export function digestsIn(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split(/\s+/).filter(Boolean);
  } catch {
    throw new Fault('invalid', 'unreadable-file', `${file} cannot be read.`);
  }
}
