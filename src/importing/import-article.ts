import { HandInArticleDto } from '../ingestion/article.dto.js';
import { Fault } from '../platform/fault.js';
import { checked } from '../platform/validation.js';
import { IMPORT_COLUMNS, type ColumnNames, type ImportColumn } from './import-columns.js';

type Members = Readonly<Record<string, unknown>>;

/** Who published what a file holds, where a line does not say so. */
export interface DefaultSource {
  readonly name: string;
  readonly kind?: string;
  readonly grade?: string;
  readonly vetted: boolean;
}

/** How the lines of a file are to be taken. */
export interface Taking {
  readonly columns: ColumnNames;
  readonly source: DefaultSource | null;
}

/** The members that lines have and nobody asks for; they are named once, so that a misspelt column is seen. */
export function unusedMembers(members: Members, columns: ColumnNames): string[] {
  const used = new Set<string>(IMPORT_COLUMNS.map((column) => columns[column] ?? column));
  return Object.keys(members).filter((name) => !used.has(name));
}

/**
 * The article of a line. A source is a name, or an object as `POST /v1/ingestions` takes it; a day may be written as an
 * instant, of which the day in UTC counts.
 *
 * @throws Fault invalid, as `POST /v1/ingestions` refuses it
 */
export function articleOf(members: Members, { columns, source }: Taking): HandInArticleDto {
  const at = (column: ImportColumn): unknown => members[columns[column] ?? column] ?? undefined;
  const given = {
    text: at('text'),
    title: at('title'),
    url: at('url'),
    published_on: dayOf(at('published_on')),
    source: sourceOf(at, source),
  };
  if (given.text === undefined) {
    const name = columns.text ?? 'text';
    throw new Fault('invalid', 'missing-text', `There is no "${name}" in this line: --map text=… names the column.`);
  }
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  return checked(HandInArticleDto, Object.fromEntries(present));
}

function sourceOf(at: (column: ImportColumn) => unknown, otherwise: DefaultSource | null): unknown {
  const said = at('source');
  if (said === undefined) return otherwise ?? undefined;
  if (typeof said !== 'string') return said;
  const [kind, grade, vetted] = [at('source_kind'), at('source_grade'), flagOf(at('source_vetted'))];
  return {
    name: said,
    ...(kind !== undefined && { kind }),
    ...(grade !== undefined && { grade }),
    ...{ vetted: vetted ?? otherwise?.vetted ?? false },
  };
}

/** A cell of CSV is text: `true` and `false` are taken for what they say, anything else is left to be refused. */
const flagOf = (value: unknown): unknown => (value === 'true' ? true : value === 'false' ? false : value);

const INSTANT = /^(\d{4}-\d{2}-\d{2})T[0-9:.]+(?:Z|[+-]\d{2}:\d{2})$/;

function dayOf(value: unknown): unknown {
  if (typeof value !== 'string' || !INSTANT.test(value)) return value;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? value : at.toISOString().slice(0, 10);
}
