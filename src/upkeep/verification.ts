import { migrationNames } from '../platform/database/migrations/names.js';
import type { StoreLook } from '../platform/database/store-look.js';
import { COUNTERS, type WrongCount } from './counters.js';

/** How many of one kind are named; the rest is counted. */
const MOST_NAMED = 20;

/** What a store was found to be. */
export interface Verdict {
  /** What the database says of its pages and indices; empty where all is well. PostgreSQL looks after its own. */
  readonly integrity: readonly string[];
  /** Rows that point to nothing: the table, and where it points. */
  readonly references: readonly string[];
  /** Counters that are wrong; the first of each. */
  readonly counters: readonly WrongCount[];
  readonly wrongCounters: number;
  /** Migrations that it lacks, and those that this program does not know. */
  readonly pending: readonly string[];
  readonly unknown: readonly string[];
}

/** Whether a store can be worked with: one that only lacks migrations can, since the program takes them. */
export const isSound = ({ integrity, references, wrongCounters, unknown }: Verdict): boolean =>
  integrity.length === 0 && references.length === 0 && wrongCounters === 0 && unknown.length === 0;

/** Reads a store through: its pages, its references, what is counted by hand, and how far it was migrated. */
export async function verify(look: StoreLook): Promise<Verdict> {
  const { integrity, references } = await soundness(look);
  const state = await migrationsOf(look);
  // A store of another version may lack what is counted.
  const isCurrent = integrity.length === 0 && state.pending.length === 0 && state.unknown.length === 0;
  const wrong = isCurrent ? await wrongCounts(look) : [];
  return { integrity, references, counters: wrong.slice(0, MOST_NAMED), wrongCounters: wrong.length, ...state };
}

/** What the database itself finds wrong with a store. */
export async function soundness(look: StoreLook): Promise<Pick<Verdict, 'integrity' | 'references'>> {
  if (look.dialect === 'postgres') return { integrity: [], references: [] };
  const pages = await look.rows<{ integrity_check: string }>(`pragma integrity_check(${MOST_NAMED})`);
  const integrity = pages.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  const dangling = await look.rows<{ table: string; rowid: number; parent: string }>('pragma foreign_key_check');
  const references = dangling.map((row) => `${row.table} row ${row.rowid} → ${row.parent}`);
  return { integrity, references: references.slice(0, MOST_NAMED) };
}

/** How far a store was migrated, beside what this program knows. */
export async function migrationsOf(look: StoreLook): Promise<Pick<Verdict, 'pending' | 'unknown'>> {
  const [taken, known] = [await look.migrations(), migrationNames()];
  return {
    pending: known.filter((name) => !taken.includes(name)),
    unknown: taken.filter((name) => !known.includes(name)),
  };
}

async function wrongCounts(look: StoreLook): Promise<WrongCount[]> {
  const wrong: WrongCount[] = [];
  for (const { name, sql } of COUNTERS) {
    const rows = await look.rows<Omit<WrongCount, 'counter'>>(sql);
    wrong.push(...rows.map((row) => ({ counter: name, ...row })));
  }
  return wrong;
}
