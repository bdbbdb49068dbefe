import type { EntityManager } from 'typeorm';
import { numbered } from './postgres.js';
import type { Sql } from './sql.js';

/**
 * Runs a statement that writes, where no entity can say what is meant: in the act whose rows these are, its values bound
 * in order, on both databases alike. Whatever it throws is what the database says; the act makes a Fault of that.
 */
export async function execute(rows: EntityManager, { text, values }: Sql): Promise<void> {
  await rows.query(rows.dataSource.options.type === 'postgres' ? numbered(text) : text, [...values]);
}
