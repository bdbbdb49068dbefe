import { createHash } from 'node:crypto';
import { ArticleFactsDto, HandInArticleDto } from '../../ingestion/article.dto.js';
import type { Fault } from '../../platform/fault.js';
import { checked } from '../../platform/validation.js';
import type { IngestFormDto } from './ingest-form.dto.js';

/** The fields of the paste box. */
export const FIELDS = ['text', 'title', 'url', 'source', 'kind', 'grade', 'published_on'] as const;
export type Field = (typeof FIELDS)[number];

/** What was typed into the paste box; empty where nothing was. Lines end as the reader counts them, with \n alone. */
export type Paste = Readonly<Record<Field, string>>;

/** An empty paste box, as it is first shown: most sources are outlets, and whoever pastes vouches for them. */
export const EMPTY_PASTE: Paste = {
  text: '',
  title: '',
  url: '',
  source: '',
  kind: 'outlet',
  grade: 'C',
  published_on: '',
};

/** What a browser sent, on top of an empty box. Browsers end lines with \r\n, which would shift every passage. */
export function pasteOf(form: IngestFormDto): Paste {
  const given = FIELDS.flatMap((field) => {
    const value = form[field];
    return value === undefined ? [] : [[field, value.replaceAll('\r\n', '\n')] as const];
  });
  return { ...EMPTY_PASTE, ...Object.fromEntries(given) };
}

/**
 * The act that a paste stands for.
 *
 * @throws Fault `invalid-input` with a pointer for each field that is wrong
 */
export const actOf = (paste: Paste): HandInArticleDto =>
  checked(HandInArticleDto, { text: paste.text, ...membersOf(paste) });

/** What a paste says of an article whose words are fetched. Refuses as `actOf` does. */
export const factsOf = (paste: Paste): ArticleFactsDto => checked(ArticleFactsDto, membersOf(paste));

/** Whether nothing but an address was pasted: then the article is fetched from there. */
export const isAddressAlone = ({ text, url }: Paste): boolean => text.trim() === '' && url.trim() !== '';

/** A paste with the words that were fetched, and with what the page says of itself where nobody said otherwise. */
export const filledWith = (paste: Paste, article: HandInArticleDto): Paste => ({
  ...paste,
  text: article.text,
  title: article.title ?? paste.title,
  url: article.url ?? paste.url,
  published_on: article.published_on ?? paste.published_on,
});

function membersOf({ title, url, source, kind, grade, published_on }: Paste): object {
  const vouched = grade === '' ? { vetted: false } : { vetted: true, grade };
  const named = source.trim() === '' ? {} : { source: { name: source.trim(), kind, ...vouched } };
  const rest = { title: title.trim(), url: url.trim(), published_on: published_on.trim() };
  const given = Object.entries(rest).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(given), ...named };
}

/** A digest of a paste: a commit carries the one of its preview, so that only what was shown is written down. */
export const tokenOf = (paste: Paste): string =>
  createHash('sha256')
    .update(JSON.stringify(FIELDS.map((field) => paste[field])))
    .digest('base64url');

/** What is wrong, and at which field. */
export interface PasteFault {
  readonly field: Field;
  readonly message: string;
}

const POINTERS: readonly (readonly [pointer: string, field: Field])[] = [
  ['#/published_on', 'published_on'],
  ['#/title', 'title'],
  ['#/url', 'url'],
  ['#/source/kind', 'kind'],
  ['#/source/grade', 'grade'],
  ['#/source', 'source'],
];

/** What helps where nothing was found, as in the first article that somebody tries. */
const IS_IT_NEW =
  'A maker that is not known yet is found where the title names the device as well, maker and model: “Orvane Halo 3 …”.';

/** The faults of a paste by field; what names none is about the text. */
export function faultsOf(fault: Fault): PasteFault[] {
  if (fault.code === 'no-claims') return [{ field: 'text', message: `${fault.message} ${IS_IT_NEW}` }];
  if (fault.errors.length === 0) return [{ field: 'text', message: fault.message }];
  return fault.errors.map(({ pointer = '', detail }) => {
    const field = POINTERS.find(([start]) => pointer.startsWith(start))?.[1] ?? 'text';
    return { field, message: fault.errors.length === 1 ? fault.message : detail };
  });
}
