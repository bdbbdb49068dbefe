import type { Scalar } from './scalar.js';

/** A piece of a statement with the values that its `?` stand for, in order. */
export class Sql {
  constructor(
    readonly text: string,
    readonly values: readonly Scalar[],
  ) {}
}

/**
 * Writes a piece of a statement: what stands in `${…}` is bound, never pasted, unless it is a piece itself.
 *
 *     sql`select id from rumors where device_id = ${device} and ${condition}`
 */
export function sql(texts: TemplateStringsArray, ...parts: readonly (Scalar | Sql)[]): Sql {
  const values: Scalar[] = [];
  let text = texts[0] ?? '';
  parts.forEach((part, index) => {
    if (part instanceof Sql) values.push(...part.values);
    else values.push(part);
    text += `${part instanceof Sql ? part.text : '?'}${texts[index + 1] ?? ''}`;
  });
  return new Sql(text, values);
}

/** Pieces with the same text between them. */
export function joined(pieces: readonly Sql[], between: string): Sql {
  return new Sql(
    pieces.map((piece) => piece.text).join(between),
    pieces.flatMap((piece) => piece.values),
  );
}

/** All of the conditions at once; true where there is none. */
export const every = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`1 = 1` : joined(conditions, ' and ');

/** One of the conditions at least; false where there is none. */
export const anyOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`1 = 0` : sql`(${joined(conditions, ' or ')})`;

/** Whether a column holds one of the values; none of them where the list is empty. */
export function isOneOf(column: Sql, values: readonly string[]): Sql {
  if (values.length === 0) return sql`1 = 0`;
  return sql`${column} in (${joined(
    values.map((value) => sql`${value}`),
    ', ',
  )})`;
}

/** How many values a statement lists at most: the databases bind some 32,000 in all. */
const LOT = 1000;

/** Values in lots that are small enough to be listed in one statement. */
export function lotsOf<T>(values: readonly T[]): T[][] {
  const lots: T[][] = [];
  for (let start = 0; start < values.length; start += LOT) lots.push(values.slice(start, start + LOT));
  return lots;
}

/** Whether a column holds a text somewhere, letter for letter; nothing holds the empty text. */
export const holds = (column: Sql, text: string): Sql => sql`replace(${column}, ${text}, '') <> ${column}`;
