import type { EntityManager } from 'typeorm';
import { numbered } from './postgres.js';
import type { Dialect } from './place.js';

/** How far the store has come. What is read at one revision is the same whenever, and by whichever process, it is read. */
export interface Revision {
  /**
   * Grows with every act that changed what anybody can read. It is drawn from the clock, so that a store that is put
   * back from a backup gives no number again that it gave before.
   */
  readonly number: number;
  /** When the last such act was committed, epoch milliseconds. It never goes back, even where a clock does. */
  readonly at: number;
}

/** Reads the revision; no row where nothing was ever written. */
export const READ_REVISION = 'select r.number, r.at from revisions r where r.id = 1';

const RAISE = `insert into revisions (id, number, at) values (1, ?, ?) on conflict (id) do update set
  number = case when excluded.number > revisions.number then excluded.number else revisions.number + 1 end,
  at = case when excluded.at > revisions.at then excluded.at else revisions.at end`;

/** Raises the revision within an act that is about to be committed at that instant. */
export async function raiseRevision(rows: EntityManager, dialect: Dialect, at: number): Promise<void> {
  await rows.query(dialect === 'postgres' ? numbered(RAISE) : RAISE, [at, at]);
}

/** Looks at an act as it begins; what it returns tells, before the act is committed, whether it has written anything. */
export type Watch = (rows: EntityManager) => () => Promise<boolean>;
