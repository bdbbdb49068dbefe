import type { Database } from './database.js';
import { every, sql, Sql, written } from './sql.js';

/** What a list is sorted by: a column of its rows, and those of equal value by their id in the same direction. */
export interface SortKey {
  /** The name of the column. Rows without a value stand last. */
  readonly column: string;
  readonly descending: boolean;
}

/** Where a row stands in a sorted list: its value of the sort column, and its id. */
export type Position = readonly (string | number | null)[];

/** The part of a list that is wanted: so many rows after a position, from the start where that is null. */
export interface Window {
  readonly sort: SortKey;
  readonly after: Position | null;
  readonly limit: number;
  /** Whether rows are costly to make: then those of the part are found first, by what they are sorted by. */
  readonly isCostly?: boolean;
  /** Of costly rows: a `select` of the `id` of each that may be wanted, and what it is sorted by under its own name, never null. */
  readonly ranks?: Sql;
}

/** One of the two halves of a list: the rows that have a value to be sorted by, and those without. */
interface Half {
  readonly condition: Sql;
  readonly order: Sql;
}

/**
 * Reads a part of a list, and one row more where another part follows. It is found by what its rows hold and not by
 * how many stand before them, so rows that come and go elsewhere neither shift nor repeat it. Two statements at most:
 * the rows with a value, then those without; on both databases an index on the column and the id serves the first.
 *
 * @param source a `select` whose rows have an `id` and the sort column
 * @param conditions on the columns of that select, as `t.…`
 */
export async function readWindow<Row>(
  database: Database,
  source: Sql,
  conditions: readonly Sql[],
  window: Window,
): Promise<Row[]> {
  const rows: Row[] = [];
  const halves = halvesOf(window);
  for (const { condition, order } of window.ranks ? halves.slice(0, 1) : halves) {
    const missing = window.limit + 1 - rows.length;
    if (missing === 0) break;
    const { text, values } = window.isCostly
      ? foundFirst(source, conditions, { condition, order }, { ...window, limit: missing })
      : sql`select t.* from (${source}) t where ${every([...conditions, condition])} ${order} limit ${written(missing)}`;
    rows.push(...(await database.read<Row>(text, values)));
  }
  return rows;
}

/**
 * A `select` of rows that are costly to make: what they are sorted by is worked out once for each row that a filter lets
 * through, where it is not known before, and everything else for those alone that are shown.
 */
function foundFirst(
  source: Sql,
  conditions: readonly Sql[],
  { condition, order }: Half,
  { sort, limit, ranks }: Pick<Window, 'sort' | 'limit' | 'ranks'>,
): Sql {
  const rank = new Sql(sort.column === 'id' ? '' : `, ${ranks ? 'x' : 't'}.${sort.column}`, []);
  const known = ranks ? sql`join (${ranks}) x on x.id = t.id` : sql``;
  return sql`with f as materialized (select t.id${rank} from (${source}) t ${known} where ${every(conditions)})
    select t.* from (${source}) t
    where t.id in (select k.id from (select t.id from f t where ${condition} ${order} limit ${written(limit)}) k) ${order}`;
}

/** Where a row stands in a list that is sorted so. */
export function positionOf(row: { readonly id: string }, { column }: SortKey): Position {
  return [(row as Record<string, unknown>)[column] as Position[number], row.id];
}

function halvesOf({ sort, after }: Window): Half[] {
  const column = new Sql(`t.${sort.column}`, []);
  const way = sort.descending ? sql`desc` : sql`asc`;
  const beyond = sort.descending ? sql`<` : sql`>`;
  const [value = null, id = ''] = after ?? [];
  const isPast = after !== null && value === null;
  const valued = {
    condition: after === null ? sql`${column} is not null` : sql`(${column}, t.id) ${beyond} (${value}, ${id})`,
    order: sql`order by ${column} ${way}, t.id ${way}`,
  };
  const without = {
    condition: isPast ? sql`${column} is null and t.id ${beyond} ${id}` : sql`${column} is null`,
    order: sql`order by t.id ${way}`,
  };
  if (sort.column === 'id') return [valued];
  return isPast ? [without] : [valued, without];
}
