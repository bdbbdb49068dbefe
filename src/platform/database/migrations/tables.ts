import { Table, type TableColumnOptions } from 'typeorm';
import { Names } from '../names.js';

/** A column as a migration says it, alike on both databases. */
export interface ColumnShape extends Omit<TableColumnOptions, 'name'> {
  /** The table whose `id` it holds. A row is not deleted while another holds its id. */
  readonly of?: string;
}

/** The columns of a migration; each agrees with the decorator of the same meaning in `columns.ts`. */
export const id = (): ColumnShape => ({ type: 'varchar', length: '40', isPrimary: true });
export const sequence = (): ColumnShape => ({
  type: 'integer',
  isPrimary: true,
  isGenerated: true,
  generationStrategy: 'increment',
});
export const number = (): ColumnShape => ({ type: 'integer', isPrimary: true });
export const ref = (of?: string): ColumnShape => ({ type: 'varchar', length: '40', of });
export const keyText = (length = 200): ColumnShape => ({ type: 'varchar', length: String(length) });
export const text = (): ColumnShape => ({ type: 'text' });
export const instant = (): ColumnShape => ({ type: 'bigint' });
export const count = (): ColumnShape => ({ type: 'integer' });
export const largeCount = (): ColumnShape => ({ type: 'bigint' });
export const real = (): ColumnShape => ({ type: 'double precision' });
export const flag = (): ColumnShape => ({ type: 'boolean' });

/** That column, allowed to be empty. */
export const optional = (column: ColumnShape): ColumnShape => ({ ...column, isNullable: true });
/** That column, as a part of the key of its table. */
export const primary = (column: ColumnShape): ColumnShape => ({ ...column, isPrimary: true });

const NAMES = new Names();

/** A table with its columns, the lists of columns whose values occur once together, and those that are looked up. */
export function table(
  name: string,
  columns: Readonly<Record<string, ColumnShape>>,
  { uniques = [], indices = [] }: { uniques?: string[][]; indices?: string[][] } = {},
): Table {
  const all = Object.entries(columns).map(([column, { of, ...shape }]) => ({ name: column, of, ...shape }));
  return new Table({
    name,
    columns: all.map(({ of: _of, ...column }) => ({
      ...column,
      ...(column.isPrimary && { primaryKeyConstraintName: NAMES.primaryKeyName(name) }),
    })),
    uniques: uniques.map((columnNames) => ({ columnNames, name: NAMES.uniqueConstraintName(name, columnNames) })),
    indices: indices.map((columnNames) => ({ columnNames, name: NAMES.indexName(name, columnNames) })),
    foreignKeys: all.flatMap(({ name: column, of }) =>
      of === undefined
        ? []
        : [
            {
              name: NAMES.foreignKeyName(name, [column]),
              columnNames: [column],
              referencedTableName: of,
              referencedColumnNames: ['id'],
              onDelete: 'RESTRICT',
            },
          ],
    ),
  });
}
