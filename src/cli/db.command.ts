import { Database } from '../platform/database/database.js';
import type { Context } from './context.js';

/** Brings the database up to date; the program itself does so whenever it opens one. */
export async function migrate(context: Context): Promise<void> {
  const database = await context.get(Database);
  const pending = await database.pendingMigrations();
  context.screen.answer({ dialect: database.dialect, pending }, () => [
    `The ${database.dialect} database is up to date.`,
  ]);
}
