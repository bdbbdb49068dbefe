import { figureOf } from '../engine/confidence/index.js';
import { dayRangeLabel, monthEnd, monthsOf, precisionOf } from '../engine/subjects/index.js';

const SPACE = '\u00a0';
/** A probability in per cent, in step with its word; one that is still open is never shown as 0 or 100. */
export function percent(probability: number): string {
  if (probability < 0.01) return `<${SPACE}1${SPACE}%`;
  if (probability > 0.99) return `>${SPACE}99${SPACE}%`;
  return `${figureOf(probability)}${SPACE}%`;
}

/** The ends of a range of probabilities: `58–83 %`, never 0 or 100; one number where they are the same. */
export function range(low: number, high: number): string {
  const whole = (end: number): number => Math.min(99, Math.max(1, Math.round(end * 100)));
  const ends = [...new Set([whole(low), whole(high)])];
  return `${ends.join('–')}${SPACE}%`;
}

/** A change in percentage points with its sign and that many decimals: `+11 pp`. */
export function points(change: number, decimals = 0): string {
  const size = Math.abs(change).toFixed(decimals);
  const sign = Number(size) === 0 ? '±' : change > 0 ? '+' : '−';
  return `${sign}${size}${SPACE}pp`;
}

/** A number with its sign and that many decimals. */
export const signed = (value: number, decimals = 2): string =>
  `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(decimals)}`;

/** A calendar day or month (`YYYY-MM-DD`, `YYYY-MM`) as people write it: `27 June 2022`. */
export function sayDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return dayRangeLabel(date === undefined ? monthsOf(year!, month!, month!) : { earliestOn: day, latestOn: day });
}

/** The same in the space of a table cell or an axis: `27 Jun 2022`; without the year where it is `year`. */
export function shortDay(day: string, year?: string): string {
  const parts = sayDay(day).split(' ');
  const short = parts.map((part) => (/^[A-Z]/.test(part) ? part.slice(0, 3) : part));
  return (day.slice(0, 4) === year ? short.slice(0, -1) : short).join(SPACE);
}

/** A range of days in the space of a table cell: `Sep – Nov 2022`, `1 Jun – 7 Aug 2022`; its own label where that is short. */
export function shortRange(earliestOn: string | null, latestOn: string | null): string {
  const range = { earliestOn, latestOn };
  if (earliestOn === null || latestOn === null || precisionOf(range) !== 'range') return dayRangeLabel(range);
  const isWhole =
    earliestOn.endsWith('-01') && latestOn === monthEnd(Number(latestOn.slice(0, 4)), Number(latestOn.slice(5, 7)));
  const cut = (day: string): string => (isWhole ? day.slice(0, 7) : day);
  return `${shortDay(cut(earliestOn), latestOn.slice(0, 4))} – ${shortDay(cut(latestOn))}`;
}

/** The day (UTC) of an instant in epoch milliseconds, `YYYY-MM-DD`. */
export const dayAt = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** A number of things: `1 report`, `3 reports`. */
export const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;

/** A word of a closed set as people read it: `press_release` is `press release`. */
export const words = (text: string): string => text.replaceAll('_', ' ');

/** A text that starts with a capital letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Several names in a row: `Ledger`, `Ledger and Courier`, `Ledger, Courier and Gazette`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
