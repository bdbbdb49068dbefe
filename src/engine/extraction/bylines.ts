import { dayNumber } from '../subjects/index.js';
import { LEXICONS } from './language.js';

/** The day or month, if there is such a one. */
export const valid = (day: string | null): string | null =>
  day !== null && (day.length === 7 ? dayNumber(`${day}-01`) !== null : dayNumber(day) !== null) ? day : null;

const MONTHS = LEXICONS.filter(({ times }) => !times.unspaced).map(({ times }) =>
  times.months.map((each) => each.split('|')),
);
/** The shortest form of a month's name: `ene` of `enero`. */
const SHORTEST = 3;

/** The number of the month that a word is the name of, or the beginning of one; 0 for any other word. */
function monthNumber(word: string): number {
  if (word.length < SHORTEST) return 0;
  return Math.max(
    ...MONTHS.map((months) => months.findIndex((names) => names.some((name) => name.startsWith(word))) + 1),
  );
}

const written = (year: string, month: number | string, day?: string): string | null =>
  valid([year, String(month).padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-'));

const DAY_NAMED =
  /(?<![\d.])(\d{1,2})(?:\.|º|er|st|nd|rd|th)?(?: de| of)? ([a-zß-ɏ]{3,12})\.?(?: de| del)?,? (20\d\d)(?!\d)/;
const MONTH_NAMED = /(?<![a-zß-ɏ])([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (20\d\d)(?!\d)/;
const ISO = /(?<![\d-])(20\d\d)-(\d\d)-(\d\d)(?!\d)/;
const HAN = /(20\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/;
const DOTTED = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(20\d\d)(?!\d)/;
const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(20\d\d)(?![\d/])(?: (?:às|à|a las|alle|ore|um) |)/;
const MOST_MONTHS = 12;

/** A day in a line, and where it stands in it. */
interface DayOfLine {
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

/** `19/03/2026`: the day first where only that can be, or where the hour behind it is not an English one. */
function slashed(lower: string): DayOfLine | null {
  const hit = SLASHED.exec(lower);
  if (!hit) return null;
  const [first, second] = [Number(hit[1]), Number(hit[2])];
  const dayFirst = first > MOST_MONTHS || hit[0].endsWith(' ');
  if (!dayFirst && second <= MOST_MONTHS) return null;
  const day = dayFirst ? written(hit[3]!, second, hit[1]) : written(hit[3]!, first, hit[2]);
  return day === null ? null : { day, start: hit.index, end: hit.index + hit[0].trimEnd().length };
}

/** The first full date of a line in lower case. */
export function dayOfLine(lower: string): DayOfLine | null {
  const at = (hit: RegExpExecArray | null, day: (found: RegExpExecArray) => string | null): DayOfLine | null => {
    const found = hit && day(hit);
    return found ? { day: found, start: hit.index, end: hit.index + hit[0].length } : null;
  };
  const named = (year: string, month: number, day: string): string | null =>
    month > 0 ? written(year, month, day) : null;
  return (
    at(DAY_NAMED.exec(lower), (hit) => named(hit[3]!, monthNumber(hit[2]!), hit[1]!)) ??
    at(MONTH_NAMED.exec(lower), (hit) => named(hit[3]!, monthNumber(hit[1]!), hit[2]!)) ??
    at(ISO.exec(lower), (hit) => written(hit[1]!, hit[2]!, hit[3])) ??
    at(HAN.exec(lower), (hit) => written(hit[1]!, hit[2]!, hit[3])) ??
    at(DOTTED.exec(lower), (hit) => written(hit[3]!, hit[2]!, hit[1])) ??
    slashed(lower)
  );
}

/** What says that the date behind it is the one of the article. */
const LABEL =
  /(?<![a-zß-ɏ])(?:posted|published|updated|last (?:update|change)|first (?:posted|published)|date|stand|veröffentlicht|aktualisiert|publicado|actualizado|atualizado|publié|publiée?|mis à jour|pubblicato|aggiornato|opublikowano|aktualizacja|data publikacji|发布时间|发表于|更新时间)[^\d.]{0,16}$/;
/** The same with the month alone. */
const MONTH_LABEL =
  /(?<![a-zß-ɏ])(?:posted|published|updated|stand|veröffentlicht|aktualisiert|publicado|actualizado|atualizado|publié|mis à jour|pubblicato|aggiornato)(?: on| am| el| le| il| em)?:? ([a-zß-ɏ]{3,12}) (20\d\d)(?!\d)/;
/** A day of the week before the date, in all languages. */
const WEEKDAYS = LEXICONS.filter(({ times }) => !times.unspaced).flatMap(({ times }) => times.weekdays);
const isWeekday = (before: string): boolean => before === '' || WEEKDAYS.includes(before.replace(/[, ]+$/, ''));
/** What parts a date from the rest of such a line. */
const PARTED_BEFORE = /(?:[|·•,–—(]|: | - | le | il | el )\s*$/;
const PARTED_BEHIND = /^(?:\s*$|\s*[|·•,;–—)]|\s+-\s|\. ?(?:$|[A-Z]))/;
const FEW_WORDS = 6;

/** Whether the line is no sentence: the date is all of it, or parted from few other words. */
function isDated(line: string, { start, end }: DayOfLine): boolean {
  const before = line.slice(0, start).trim();
  if (isWeekday(before.toLowerCase())) return PARTED_BEHIND.test(line.slice(end)) || /^ \d/.test(line.slice(end));
  const isShort = before.split(/\s+/).length <= FEW_WORDS && !/[.!?]\s*$/.test(line);
  return isShort && PARTED_BEFORE.test(line.slice(0, start)) && PARTED_BEHIND.test(line.slice(end));
}

/** Words before a date that is one of the product: `Release date: 5 March 2026`. */
const OF_PRODUCT =
  /release|launch|unveil|announce|reveal|event|avail|order|ship|sale|price|deliver|debut|coming|arriv|start|verkauf|bestell|erschein|vorstell|liefer|lanz|presenta|venta|estreno|llega|sortie|commercialis|vente|livrais|uscita|vendit|conseg|premier|sprzeda|dostaw|lançament|venda|chega|estreia|entrega|上市|发布会|开售|预售/;
const LONGEST_LINE = 130;

/** Whether the line only tells who wrote the article and when, and what day that is; null for any other line. */
export function dayOfByline(line: string): string | null {
  if (line.length > LONGEST_LINE || !/20\d\d/.test(line)) return null;
  const found = dayOfLine(line.toLowerCase());
  const before = line.slice(0, found?.start ?? 0).toLowerCase();
  if (!found || OF_PRODUCT.test(before)) return null;
  return LABEL.test(before) || isDated(line, found) ? found.day : null;
}

const MOST_LINES = 4;
const LAST_LINES = 12;
/** Place and day before the first sentence: `TOKYO, June 3, 2026 — `. */
const DATELINE = /^[A-Z\u00c0-\u00de][^.!?\n]{2,40} (?:20\d\d|\d{1,2}) ?(?:[—–]| - )/;
const LONGEST_HEAD = 110;

/** The day that a line at the head of the text gives without being a sentence: `Par Ann, le 3 décembre 2025`. */
function ofHead(line: string): string | null {
  const dateline = DATELINE.exec(line)?.[0];
  if (dateline === undefined && (line.length > LONGEST_HEAD || /[.!?。]\s*$/.test(line))) return null;
  return dayOfLine((dateline ?? line).toLowerCase())?.day ?? null;
}

/** The month that a line gives as the one of the article. */
function monthOf(line: string): string | null {
  const hit = line.length > LONGEST_LINE ? null : MONTH_LABEL.exec(line.toLowerCase());
  const month = hit ? monthNumber(hit[1]!) : 0;
  return month === 0 ? null : written(hit![2]!, month);
}

/** The day that the lines at the head of a text give, else those at its foot; a month where no line gives a day. */
export function fromBylines(text: string): string | null {
  const lines = text.split('\n');
  const head = lines.slice(0, MOST_LINES);
  const foot = lines.slice(MOST_LINES).slice(-LAST_LINES);
  const first = (all: readonly string[], read: (line: string) => string | null): string | null => {
    for (const line of all) {
      const day = read(line.trim());
      if (day !== null) return day;
    }
    return null;
  };
  return first(head, ofHead) ?? first([...head, ...foot], dayOfByline) ?? first(head, monthOf);
}
