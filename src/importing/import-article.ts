import { ArticleFactsDto, HandInArticleDto } from '../ingestion/article.dto.js';
import { Fault } from '../platform/fault.js';
import { checked } from '../platform/validation.js';
import { GivenReadingDto } from './given.dto.js';
import { CLAIM_COLUMNS, IMPORT_COLUMNS, type ColumnNames, type ImportColumn } from './import-columns.js';

type Members = Readonly<Record<string, unknown>>;
type At = (column: ImportColumn) => unknown;

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

/** An article of a line, and what the line says that it claims; null where that is to be read in its text. */
export interface LineArticle {
  /** Its text is empty where it comes with claims alone. */
  readonly article: HandInArticleDto;
  readonly given: GivenReadingDto | null;
}

/** Names that the corpus form has for columns, where a line has no other. */
const ALSO: Readonly<Partial<Record<ImportColumn, string>>> = { published_on: 'published', source: 'publisher' };

/** Members of the corpus form that follow from others, and are not looked at. */
const LEFT_ALONE = ['id', 'story', 'kind', 'is_rumor', 'published_from', ...Object.values(ALSO)];

/** The members that lines have and nobody asks for; they are named once, so that a misspelt column is seen. */
export function unusedMembers(members: Members, columns: ColumnNames): string[] {
  const used = new Set<string>([...IMPORT_COLUMNS.map((column) => columns[column] ?? column), ...LEFT_ALONE]);
  return Object.keys(members).filter((name) => !used.has(name));
}

/**
 * The article of a line. A source is a name, or an object as `POST /v1/ingestions` takes it; a day may be written as an
 * instant, of which the day in UTC counts. Claims are a list in the form of `hearsay extract`, or one in columns of its own;
 * an article that has some needs no text.
 *
 * @throws Fault invalid, as `POST /v1/ingestions` refuses it
 */
export function articleOf(members: Members, { columns, source }: Taking): LineArticle {
  const at: At = (column) => members[columns[column] ?? column] ?? members[ALSO[column] ?? column] ?? undefined;
  const given = givenOf(at);
  const published = dayOf(at('published_on'));
  const facts = {
    title: at('title'),
    url: at('url'),
    published_on: given !== null && given.published === published ? undefined : published,
    source: sourceOf(at, source),
  };
  const text = at('text');
  if (text !== undefined) return { article: checked(HandInArticleDto, present({ text, ...facts })), given };
  if (given === null) {
    const name = columns.text ?? 'text';
    throw new Fault('invalid', 'missing-text', `There is no "${name}" in this line: --map text=… names the column.`);
  }
  const article = Object.assign(new HandInArticleDto(), checked(ArticleFactsDto, present(facts)), { text: '' });
  return { article, given };
}

const MONTH = /^\d{4}-\d{2}$/;

/** What a line says that its article claims; null where it has no claims of its own. */
function givenOf(at: At): GivenReadingDto | null {
  const claims = at('claims') ?? (at('subject') === undefined ? undefined : [claimIn(at)]);
  if (claims === undefined) return null;
  const credits = at('credits');
  const published = at('published_on');
  return checked(
    GivenReadingDto,
    present({
      ...{ claims, devices: at('devices'), statements: at('statements'), language: at('language') },
      credits: Array.isArray(credits)
        ? credits.map((name: unknown) => (typeof name === 'string' ? { name } : name))
        : credits,
      published: typeof published === 'string' && MONTH.test(published) ? published : undefined,
    }),
  );
}

/** The claim of a row of CSV. */
export const claimIn = (at: At): Members => present(Object.fromEntries(CLAIM_COLUMNS.map((name) => [name, at(name)])));

const present = (members: Members): Members =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

function sourceOf(at: At, otherwise: DefaultSource | null): unknown {
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
