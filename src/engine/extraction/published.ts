import { fromBylines, valid } from './bylines.js';
import type { Article, Reading } from './reading.js';

/** When an article was published, and what shows it. */
export interface Published {
  readonly publishedOn: string | null;
  readonly publishedFrom: Reading['publishedFrom'];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const STAMP = /^\s*date (\d{4}-\d{2}(?:-\d{2})?)\b/;
const IN_URL = /(?:^|[/-])(20\d\d)[/-](\d{1,2})(?:[/-](\d{1,2}))?(?=[/-]|$)/;
/** The same without anything between: `/20260512/`. */
const RUN_IN_URL = /(?:^|[/-])(20\d\d)(\d\d)(\d\d)(?=[/-]|$)/;
const ISO_IN_TEXT = /(?:^|\n|\s)(20\d\d-\d\d-\d\d)(?:[ T]\d{1,2}:\d|\s*$|\n)/;
const WORDS_IN_TEXT =
  /(?:^|\n|[|·•] ?)\s?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day, |(?:published|posted|updated)(?: on)?:? ?)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? (\d{1,2}),? (20\d\d)\b/i;

function fromUrl(url: string): string | null {
  const path = url.slice(0, 500).replace(/^https?:\/\//, '');
  const run = RUN_IN_URL.exec(path);
  const whole = run && valid(run.slice(1).join('-'));
  if (whole) return whole;
  const hit = IN_URL.exec(path);
  if (!hit) return null;
  const month = `${hit[1]}-${hit[2]!.padStart(2, '0')}`;
  return (hit[3] ? valid(`${month}-${hit[3].padStart(2, '0')}`) : null) ?? valid(month);
}

const DAY_FIRST =
  /(?:^|\n|[|·•] ?)\s?(?:(?:published|posted|updated)(?: on)?:? ?)?(\d{1,2})\.? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,? (20\d\d)\b/i;

function dayFirst(text: string): string | null {
  const hit = DAY_FIRST.exec(text);
  if (!hit) return null;
  const month = MONTHS.indexOf(hit[2]!.toLowerCase()) + 1;
  return valid(`${hit[3]}-${String(month).padStart(2, '0')}-${hit[1]!.padStart(2, '0')}`);
}

function fromWords(text: string): string | null {
  const hit = WORDS_IN_TEXT.exec(text);
  if (!hit) return dayFirst(text);
  const month = MONTHS.indexOf(hit[1]!.toLowerCase()) + 1;
  return valid(`${hit[3]}-${String(month).padStart(2, '0')}-${hit[2]!.padStart(2, '0')}`);
}

/** A day that the text itself says it is: in a line of its own, a stamp, or `It is January 1, 2019`. */
function fromText(text: string): string | null {
  const start = text.slice(0, 600);
  const said = /\b(?:it is|today is) ([a-z]{3,9} \d{1,2}, 20\d\d)/i.exec(start);
  return (
    fromWords(start) ??
    fromBylines(text) ??
    (said ? fromWords(said[1]!) : null) ??
    valid(ISO_IN_TEXT.exec(start)?.[1] ?? null) ??
    valid(ISO_IN_TEXT.exec(text.slice(-200))?.[1] ?? null)
  );
}

/** The day (or month) of publication: given, from the stamp, the address, or the text; the most precise one wins. */
export function publication(article: Article): Published {
  const given = article.publishedOn ? valid(article.publishedOn.slice(0, 10)) : null;
  if (given) return { publishedOn: given, publishedFrom: 'given' };
  const found: Published[] = [
    { publishedOn: valid(STAMP.exec(article.text.slice(0, 60))?.[1] ?? null), publishedFrom: 'meta' },
    { publishedOn: fromUrl(article.url ?? ''), publishedFrom: 'url' },
    { publishedOn: fromText(article.text), publishedFrom: 'text' },
  ];
  const known = found.filter((each) => each.publishedOn !== null);
  return (
    known.find((each) => each.publishedOn!.length === 10) ?? known[0] ?? { publishedOn: null, publishedFrom: null }
  );
}
