import { DefaultNamingStrategy, type Table } from 'typeorm';

/** `lastActivityAt` → `last_activity_at`. */
export const snakeCase = (name: string): string => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** The longest name that PostgreSQL keeps whole. */
const LONGEST_NAME = 63;

function named(kind: string, table: string, parts: readonly string[]): string {
  const name = [kind, table, ...parts].join('_');
  if (name.length > LONGEST_NAME) throw new RangeError(`${name} is longer than ${LONGEST_NAME} characters: name it`);
  return name;
}

/** The name of the rule that these columns, in this order, occur once in the table: `uq_rumors_device_id_key`. */
export const uniqueName = (table: string, columns: readonly string[]): string => named('uq', table, columns);

/** The name of the rule that a row has one key: `pk_rumors`. */
export const primaryKeyName = (table: string): string => named('pk', table, []);

/** How tables, columns and constraints are called, alike on both databases, so that raw SQL and errors read alike. */
export class Names extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return [...prefixes, custom ?? property].map(snakeCase).join('_');
  }

  override joinColumnName(relation: string, referenced: string): string {
    return snakeCase(`${relation}_${referenced}`);
  }

  override primaryKeyName(table: Table | string): string {
    return primaryKeyName(this.getTableName(table));
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return uniqueName(this.getTableName(table), columns);
  }

  override relationConstraintName(table: Table | string, columns: string[]): string {
    return uniqueName(this.getTableName(table), columns);
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return named('fk', this.getTableName(table), columns);
  }

  override indexName(table: Table | string, columns: string[]): string {
    return named('ix', this.getTableName(table), columns);
  }

  override checkConstraintName(table: Table | string, expression: string): string {
    return named('ck', this.getTableName(table), [expression.replaceAll(/\W+/g, '_')]);
  }
}
