import Sqlite from 'better-sqlite3';

/** The tables of the program; what the index of the search keeps its own things in is none of them. */
const TABLES = `select name from pragma_table_list
  where schema = 'main' and type = 'table' and wr = 0 and name not like 'sqlite_%' order by name`;

/** Copies a database that is in use, as of its last commit. */
export async function copyDatabase(from, to) {
  const database = new Sqlite(from, { readonly: true });
  await database.backup(to);
  database.close();
}

/** How many rows each table of a database has. */
export function countRows(file) {
  const database = new Sqlite(file, { readonly: true });
  const names = database.prepare(TABLES).pluck().all();
  const counts = names.map((name) => [name, database.prepare(`select count(*) from "${name}"`).pluck().get()]);
  database.close();
  return Object.fromEntries(counts);
}

/** The rows that a database has in addition to another, by table; a table is only ever appended to. */
export function rowsSince(file, before) {
  const database = new Sqlite(file, { readonly: true });
  const tables = Object.entries(before).map(([name, count]) => {
    const rows = database.prepare(`select * from "${name}" order by rowid limit -1 offset ?`).raw().all(count);
    return { name, rows };
  });
  database.close();
  return tables.filter(({ rows }) => rows.length > 0);
}

/**
 * The floor of writing: the same rows into the same tables with the same indices, in so many transactions, each synced
 * to the disk. Nothing is read, looked up or changed, and references are not checked.
 */
export function insertAll(file, tables, transactions) {
  const database = new Sqlite(file);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = OFF']) database.pragma(pragma);
  const statements = tables.map(({ name, rows }) =>
    database.prepare(`insert into "${name}" values (${rows[0].map(() => '?').join(', ')})`),
  );
  const insertPart = database.transaction((part) => {
    tables.forEach(({ rows }, table) => {
      const [from, to] = [part, part + 1].map((edge) => Math.round((edge * rows.length) / transactions));
      for (const row of rows.slice(from, to)) statements[table].run(row);
    });
  });
  for (let part = 0; part < transactions; part += 1) insertPart.immediate(part);
  database.close();
}
