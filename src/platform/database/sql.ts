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
  let form = formOf(texts);
  for (const part of parts) {
    if (!(part instanceof Sql)) values.push(part);
    else {
      for (const value of part.values) values.push(value);
      form = form && nextForm(form, part.text);
    }
  }
  if (form === null) return new Sql(textOf(texts, parts), values);
  return new Sql((form.text ??= textOf(texts, parts)), values);
}

/** A place in the source where a piece is written, with some of the pieces within it: the text that comes of them. */
interface Form {
  text?: string;
  readonly next: Map<string, Form>;
}

/** So many different pieces within a piece are remembered at one place. */
const MOST_FORMS = 64;

/** The texts that were written before: the same piece is the same text, which need not be put together and compared. */
const forms = new WeakMap<TemplateStringsArray, Form>();

function formOf(texts: TemplateStringsArray): Form | null {
  const found = forms.get(texts);
  if (found) return found;
  const form: Form = { next: new Map() };
  forms.set(texts, form);
  return form;
}

/** The form with one piece more; null where too many different ones were seen there to remember this one. */
function nextForm(form: Form, text: string): Form | null {
  const found = form.next.get(text);
  if (found) return found;
  if (form.next.size >= MOST_FORMS) return null;
  const next: Form = { next: new Map() };
  form.next.set(text, next);
  return next;
}

function textOf(texts: TemplateStringsArray, parts: readonly (Scalar | Sql)[]): string {
  let text = texts[0] ?? '';
  parts.forEach((part, index) => {
    text += `${part instanceof Sql ? part.text : '?'}${texts[index + 1] ?? ''}`;
  });
  return text;
}

/**
 * A whole number that stands in the text of a statement, such as its limit: SQLite looks at a limit that is bound while it
 * plans, and so would plan anew each time.
 */
export const written = (number: number): Sql => new Sql(String(Math.trunc(number)), []);

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

/**
 * Whether a column holds one of the values; none of them where the list is empty. The last value is repeated until there
 * are 1, 2, 4, 8 … of them, so that lists of many lengths are few statements, which stay prepared.
 */
export function isOneOf(column: Sql, values: readonly string[]): Sql {
  const last = values.at(-1);
  if (last === undefined) return sql`1 = 0`;
  const places = 2 ** Math.ceil(Math.log2(values.length));
  const listed = [...values, ...Array<string>(places - values.length).fill(last)];
  return new Sql(`${column.text} in (${Array<string>(places).fill('?').join(', ')})`, [...column.values, ...listed]);
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
