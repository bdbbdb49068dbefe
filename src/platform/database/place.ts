import { resolve } from 'node:path';

/** Where a database lies: a file of SQLite, or an address of PostgreSQL. */
export type DatabasePlace =
  { readonly dialect: 'sqlite'; readonly file: string } | { readonly dialect: 'postgres'; readonly url: string };
export type Dialect = DatabasePlace['dialect'];

const SQLITE = /^sqlite3?:(?:\/\/)?(?<file>[^?#\0]+)$/i;
const POSTGRES = /^postgres(?:ql)?:\/\/./i;

/**
 * Reads a DATABASE_URL: `sqlite:` or `sqlite3:` with a path (a relative one starts at `folder`), or `postgres://…`.
 * Null if it is neither; so is SQLite's `:memory:`, which the writing and the reading connection could not share.
 */
export function placeOf(url: string, folder = process.cwd()): DatabasePlace | null {
  if (POSTGRES.test(url) && URL.canParse(url)) return { dialect: 'postgres', url };
  const file = SQLITE.exec(url)?.groups?.['file'];
  return file === undefined || file.startsWith(':') ? null : { dialect: 'sqlite', file: resolve(folder, file) };
}
