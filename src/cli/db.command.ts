import { resolve } from 'node:path';
import { Erase } from '../erasing/erase.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { placeOf } from '../platform/database/place.js';
import { StoreLook } from '../platform/database/store-look.js';
import { sayInstant } from '../platform/instant.js';
import { programVersion } from '../platform/project.js';
import { impose, readSettings } from '../platform/settings.js';
import { backUp } from '../upkeep/backup.js';
import { assertUntouched, readManifest } from '../upkeep/manifest.js';
import { discard, finish, settle, stage, type Staged } from '../upkeep/restoring.js';
import { isSound, verify, type Verdict } from '../upkeep/verification.js';
import type { Context } from './context.js';
import { digestsIn, eraseFound } from './erase.command.js';
import { EXIT } from './exit-codes.js';
import { count } from './wording.js';

/** What `hearsay db backup` is told. */
export interface BackupOptions {
  readonly yes?: boolean;
}

/** What `hearsay db restore` is told. */
export interface RestoreOptions extends BackupOptions {
  /** A file of digests of what was erased. */
  readonly erased?: string;
}

/** Brings the database up to date; the program itself does so whenever it opens one. */
export async function migrate(context: Context): Promise<void> {
  const database = await context.get(Database);
  const pending = await database.pendingMigrations();
  context.screen.answer({ dialect: database.dialect, pending }, () => [
    `The ${database.dialect} database is up to date.`,
  ]);
}

/** Copies the store to a file, and says what is in it. */
export async function backup(file: string, { yes = false }: BackupOptions, { screen }: Context): Promise<void> {
  const { databaseUrl, clockHeldAt } = readSettings();
  const by = { hearsay: programVersion(), taken_at: sayInstant(new Clock(clockHeldAt).now()) };
  const manifest = await backUp({ databaseUrl, file, overwrites: yes, by }, (done, total) => {
    screen.progress('     pages', done, total);
  });
  screen.answer({ file: resolve(file), ...manifest }, () => [`${file}: ${sayContent(manifest)}`]);
}

/** Puts a backup in the place of the store, without what was erased since. */
export async function restore(file: string, options: RestoreOptions, context: Context): Promise<void> {
  const { screen } = context;
  const more = options.erased === undefined ? [] : digestsIn(options.erased);
  const staged = await stage({ databaseUrl: readSettings().databaseUrl, file, replaces: options.yes ?? false });
  try {
    const erased = await eraseAgain(staged, more, context);
    const former = finish(staged);
    const { manifest, store } = staged;
    screen.answer({ store, former, erased, taken_at: manifest.taken_at, rows: manifest.rows }, () => [
      `${store}: ${sayContent(manifest)}`,
    ]);
    if (erased > 0) screen.note(`${count(erased, 'thing')} that had been erased since erased again.`);
    if (former !== null) screen.note(`The former store is kept at ${former}: delete it once all is well.`);
    screen.note('Keys that were revoked since then work again: look at hearsay keys list.');
  } finally {
    await context.close();
    discard(staged.file);
  }
}

/** Erases from a staged backup what was erased since it was taken; returns how many persons and reports that were. */
async function eraseAgain(staged: Staged, more: readonly string[], context: Context): Promise<number> {
  const { erasedSince, file } = staged;
  if (erasedSince === null) {
    context.screen.note('The former store cannot be read, nor what was erased from it: see --erased.');
  }
  const digests = [...(erasedSince ?? []), ...more];
  if (digests.length === 0) return 0;
  impose({ DATABASE_URL: `sqlite:${file}` });
  const found = await (await context.get(Erase)).backAgain(digests);
  if (found.persons.length + found.reports.length > 0) await eraseFound(found, context);
  await context.close();
  settle(staged);
  return found.persons.length + found.reports.length;
}

/** Checks the store, or a backup; the exit code says whether all is well. */
export async function verifyStore(file: string | undefined, { screen }: Context): Promise<number> {
  const place = file === undefined ? placeOf(readSettings().databaseUrl) : { dialect: 'sqlite' as const, file };
  const look = await StoreLook.open(place!);
  try {
    const manifest = file === undefined ? null : readManifest(file);
    if (file !== undefined && manifest !== null) await assertUntouched(file, manifest);
    const verdict = await verify(look);
    const { integrity, references, counters, wrongCounters, pending, unknown } = verdict;
    const wrong = { integrity, references, counters, wrong_counters: wrongCounters };
    const told = { ok: isSound(verdict), dialect: look.dialect, ...wrong, pending, unknown, manifest };
    screen.answer(told, () => sayVerdict(verdict, look.dialect === 'sqlite'));
    return isSound(verdict) ? EXIT.ok : EXIT.failed;
  } finally {
    await look.close();
  }
}

function sayContent({ taken_at: at, rows, bytes }: Staged['manifest']): string {
  const total = Object.values(rows).reduce((sum, each) => sum + each, 0);
  return `as of ${at}, ${count(total, 'row')} in ${count(Object.keys(rows).length, 'table')}, ${bytes} bytes`;
}

function sayVerdict(verdict: Verdict, isFile: boolean): string[] {
  const { integrity, references, counters, wrongCounters, pending, unknown } = verdict;
  const line = (what: string, wrong: readonly string[], fine = 'ok') =>
    wrong.length === 0 ? [`${what}  ${fine}`] : wrong.map((each) => `${what}  ${each}`);
  const off = counters.map((each) => `${each.counter} of ${each.id} is ${each.kept}, counted ${each.counted}`);
  const others = wrongCounters - counters.length;
  return [
    ...line('pages       ', integrity, isFile ? 'ok' : 'looked after by PostgreSQL'),
    ...line('references  ', references, isFile ? 'ok' : 'looked after by PostgreSQL'),
    ...line('counters    ', others > 0 ? [...off, `and ${others} more`] : off),
    ...line('migrations  ', [
      ...pending.map((name) => `${name} is still to be taken: the program takes it when it opens the store`),
      ...unknown.map((name) => `${name} is of a newer version of Hearsay: use that`),
    ]),
  ];
}
