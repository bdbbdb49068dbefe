import { MigrationExecutor, type DataSource, type EntityManager } from 'typeorm';
import { Fault } from '../fault.js';

/** Which steps a database still lacks, and which it has that this program does not know. */
export interface MigrationState {
  readonly pending: readonly string[];
  readonly unknown: readonly string[];
}

/** Compares the steps that a database has taken with those that the program knows. */
export async function migrationStateOf(source: DataSource): Promise<MigrationState> {
  const known = source.migrations.map((migration) => migration.name ?? migration.constructor.name);
  const taken = (await new MigrationExecutor(source).getExecutedMigrations()).map(({ name }) => name);
  return {
    pending: known.filter((name) => !taken.includes(name)),
    unknown: taken.filter((name) => !known.includes(name)),
  };
}

/** Takes every step that is still to be taken, all in the open transaction of `rows`; returns their names. */
export async function runMigrations(source: DataSource, rows: EntityManager): Promise<string[]> {
  const executor = new MigrationExecutor(source, rows.queryRunner);
  executor.transaction = 'none';
  const taken = await executor.executePendingMigrations();
  return taken.map(({ name }) => name);
}

/** Throws a Fault if a newer program has changed the database. */
export function assertKnown({ unknown }: MigrationState): void {
  if (unknown.length === 0) return;
  const message = `The database was changed by a newer version of Hearsay (${unknown.join(', ')}): use that version.`;
  throw new Fault('conflict', 'database-newer', message);
}

/** Throws a Fault if the database is not what this program expects. */
export function assertCurrent(state: MigrationState): void {
  assertKnown(state);
  if (state.pending.length === 0) return;
  const message = `The database lacks ${state.pending.join(', ')}: run the migrations first.`;
  throw new Fault('conflict', 'database-not-migrated', message);
}
