import { Fault } from '../platform/fault.js';

/** What a line can say that its article claims: in JSON as lists, in the form of `hearsay extract`. */
export const GIVEN_COLUMNS = ['claims', 'devices', 'statements', 'credits', 'language'] as const;

/** What a row of CSV can say of the one claim that it holds. */
export const CLAIM_COLUMNS = [
  'device',
  'brand',
  'subject',
  'value',
  'region',
  'variant',
  'stance',
  'certainty',
  'span',
] as const;

/** What a line can say about an article itself. */
export const ARTICLE_COLUMNS = [
  'text',
  'title',
  'url',
  'published_on',
  'source',
  'source_kind',
  'source_grade',
  'source_vetted',
] as const;

/** Everything that a line can say. */
export const IMPORT_COLUMNS = [...ARTICLE_COLUMNS, ...GIVEN_COLUMNS, ...CLAIM_COLUMNS] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** The name that each column has in the file, where it is another. */
export type ColumnNames = Readonly<Partial<Record<ImportColumn, string>>>;

/**
 * Reads which column of a file is which: `text=body,published_on=date`.
 *
 * @throws Fault invalid `invalid-map`
 */
export function columnNames(map: string): ColumnNames {
  const names = new Map<string, string>();
  for (const pair of map.split(',')) {
    const [ours = '', theirs = ''] = pair.split('=', 2).map((part) => part.trim());
    const isKnown = IMPORT_COLUMNS.some((column) => column === ours);
    if (!isKnown || theirs === '' || names.has(ours)) {
      const expected = `expected pairs such as text=body, of ${IMPORT_COLUMNS.join(', ')}`;
      throw new Fault('invalid', 'invalid-map', `"${pair}" says nothing about a column: ${expected}.`);
    }
    names.set(ours, theirs);
  }
  return Object.fromEntries(names);
}
