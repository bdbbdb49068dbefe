import type { EntityManager, EntityMetadata } from 'typeorm';

/** How many rows `seedEveryTable` writes into each table. */
const ROWS = 3;

type Column = EntityMetadata['columns'][number];

/** A reference points to the row of the same number; within one table to the one before, and the first to itself. */
function numberOf(column: Column, number: number): number {
  const { referencedColumn, entityMetadata } = column;
  return referencedColumn?.entityMetadata === entityMetadata ? Math.max(1, number - 1) : number;
}

function valueOf(column: Column, number: number): unknown {
  if (column.type === 'boolean') return number % 2 === 0;
  if (column.type === 'double precision') return number / 10;
  if (column.type === 'bigint' || column.type === 'integer') return number;
  return column.transformer ? { number } : String(numberOf(column, number));
}

const rowOf = ({ columns }: EntityMetadata, number: number): Record<string, unknown> =>
  Object.fromEntries(
    columns.filter(({ isGenerated }) => !isGenerated).map((column) => [column.propertyName, valueOf(column, number)]),
  );

/** Writes rows into every table, with every column filled and every reference met. */
export async function seedEveryTable(rows: EntityManager): Promise<void> {
  for (const entity of rows.dataSource.options.entities as (new () => object)[]) {
    const metadata = rows.dataSource.getMetadata(entity);
    for (let number = 1; number <= ROWS; number++) await rows.insert(entity, rowOf(metadata, number));
  }
}
