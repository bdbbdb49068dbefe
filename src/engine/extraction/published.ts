import { dayNumber } from '../subjects/index.js';
import { LEXICONS } from './language.js';
import type { Article, Reading } from './reading.js';

/** When an article was published, and what shows it. */
export interface Published {
  readonly publishedOn: string | null;
  readonly publishedFrom: Reading['publishedFrom'];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const STAMP = /^\s*date (\d{4}-\d{2}(?:-\d{2})?)\b/;
const IN_URL = /(?:^|[/-])(20\d\d)[/-](\d{1,2})(?:[/-](\d{1,2}))?(?=[/-]|$)/;
const ISO_IN_TEXT = /(?:^|\n|\s)(20\d\d-\d\d-\d\d)(?:[ T]\d{1,2}:\d|\s*$|\n)/;
const WORDS_IN_TEXT =
  /(?:^|\n|[|·•] ?)\s?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day, |(?:published|posted|updated)(?: on)?:? ?)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? (\d{1,2}),? (20\d\d)\b/i;

const valid = (day: string | null): string | null =>
  day !== null && (day.length === 7 ? dayNumber(`${day}-01`) !== null : dayNumber(day) !== null) ? day : null;

function fromUrl(url: string): string | null {
  const hit = IN_URL.exec(url.slice(0, 500).replace(/^https?:\/\//, ''));
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

const MONTHS_OF_ALL = LEXICONS.filter(({ times }) => !times.unspaced).map(({ times }) => times.months);
const NAMED = MONTHS_OF_ALL.flat().join('|');
const DAY_OF_LINE = new RegExp(
  `(?<![\\d.])(\\d{1,2})(?:\\.|º|er|st|nd|rd|th)?(?: de| of)? (${NAMED})\\.?(?: de| del)?,? (20\\d\\d)(?!\\d)|(?<![a-z])(${NAMED})\\.? (\\d{1,2}),? (20\\d\\d)(?!\\d)`,
);
const DIGITS_OF_LINE = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(20\d\d)(?!\d)|(20\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/;
const MONTH_OF_LINE = new RegExp(
  `(?:updated|published|stand|stand:|actualizado|mis à jour|aggiornato)[^\\d]{0,12}(${NAMED}) (20\\d\\d)(?!\\d)`,
);
const MOST_LINES = 4;
const LONGEST_LINE = 110;

/** Place and day before the first sentence: `TOKYO, June 3, 2026 — `. */
const DATELINE = /^[A-Z\u00c0-\u00de][^.!?\n]{2,40} (?:20\d\d|\d{1,2}) ?(?:[—–]| - )/;

const monthNumber = (name: string): number =>
  Math.max(...MONTHS_OF_ALL.map((months) => months.findIndex((each) => each.split('|').includes(name)))) + 1;

const written = (year: string, month: number | string, day?: string): string | null =>
  valid([year, String(month).padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-'));

/** The day that a short line at the head of the text gives without being a sentence: `Par Ann, le 3 décembre 2025`. */
function fromByline(text: string): string | null {
  for (const line of text.split('\n', MOST_LINES)) {
    const dateline = DATELINE.exec(line)?.[0];
    if (dateline === undefined && (line.length > LONGEST_LINE || /[.!?。]\s*$/.test(line))) continue;
    const lower = (dateline ?? line).toLowerCase();
    const named = DAY_OF_LINE.exec(lower);
    if (named?.[1]) return written(named[3]!, monthNumber(named[2]!), named[1]);
    if (named) return written(named[6]!, monthNumber(named[4]!), named[5]);
    const digits = DIGITS_OF_LINE.exec(lower);
    if (digits)
      return digits[1] ? written(digits[3]!, digits[2]!, digits[1]) : written(digits[4]!, digits[5]!, digits[6]);
    const month = MONTH_OF_LINE.exec(lower);
    if (month) return written(month[2]!, monthNumber(month[1]!));
  }
  return null;
}

/** A day that the text itself says it is: in a line of its own, a stamp, or `It is January 1, 2019`. */
function fromText(text: string): string | null {
  const start = text.slice(0, 600);
  const said = /\b(?:it is|today is) ([a-z]{3,9} \d{1,2}, 20\d\d)/i.exec(start);
  return (
    fromWords(start) ??
    fromByline(text.slice(0, 600)) ??
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
