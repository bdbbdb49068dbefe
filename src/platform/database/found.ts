import { termsOf } from '../../engine/words/index.js';
import type { Dialect } from './place.js';
import { joined, sql, type Sql } from './sql.js';
import { tsqueryOf } from './words-on-postgres.js';
import { matchOf } from './words-on-sqlite.js';

/** What can be found by text; those that have names of their own stand last, and are looked at first. */
export const SEARCH_TYPES = ['report', 'rumor', 'source', 'company', 'device'] as const;
export type SearchType = (typeof SEARCH_TYPES)[number];

/** How many things of one type there can be: each type has its own range of numbers in the index. */
const RANGE = 2 ** 40;

/** The numbers of a type, both within. */
export const numbersOf = (type: SearchType): { readonly first: number; readonly last: number } => {
  const first = (SEARCH_TYPES.indexOf(type) + 1) * RANGE;
  return { first, last: first + RANGE - 1 };
};

/** Whether a number of the index is one of these types; those of what only lists still show are below zero. */
export const isOfType = (number: Sql, types: readonly SearchType[]): Sql =>
  sql`(${joined(
    types.map(numbersOf).map(({ first, last }) => sql`${number} between ${first} and ${last}`),
    ' or ',
  )})`;

/**
 * Whether a thing is found by words as it is now: each of them begins a word of its names, or where `inNames` is false
 * of anything that is said of it, and all but the last are whole. However they are written, both databases agree. Words
 * without a letter or digit find nothing.
 */
export function isFound(dialect: Dialect, id: Sql, type: SearchType, words: string, inNames = true): Sql {
  const terms = termsOf(words);
  if (terms.length === 0) return sql`1 = 0`;
  const numbers =
    dialect === 'sqlite'
      ? sql`select rowid from search_index where search_index match ${matchOf(terms, inNames)}
          and ${isOfType(sql`abs(rowid)`, [type])}`
      : sql`select i.number from search_index i where i.words @@ ${tsqueryOf(terms, inNames)}::tsquery
          and ${isOfType(sql`abs(i.number)`, [type])}`;
  return sql`${id} in (select f.id from search_documents f where f.number in (${numbers}))`;
}
