/** No article on the web is older; an earlier date is one that somebody did not set. */
const EARLIEST = Date.UTC(1995, 0, 1);
const DAY_MS = 86_400_000;

const ISO = /^\d{4}-\d{2}(?:-\d{2}(?:[t ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s?(?:z|[+-]\d{2}:?\d{2})?)?)?$/i;
const MAIL =
  /^(?:[a-z]{2,9},?\s{1,3})?\d{1,2}\s[a-z]{3,9}\s\d{4}(?:\s\d{1,2}:\d{2}(?::\d{2})?(?:\s?(?:[a-z]{1,5}|[+-]\d{4}))?)?$/i;
const ZONED = /:\d{2}(?:[.,]\d{1,9})?\s?(?:[a-z]{1,5}|[+-]\d{2}:?\d{2})$/i;

/**
 * The moment that a date of a feed or a page names, epoch milliseconds: RFC 3339, ISO 8601 or RFC 2822; without a zone in
 * UTC. Null for what is no date, lies before there was a web, or more than a day after the present.
 */
export function momentOf(text: string, now: number): number | null {
  const said = text.slice(0, 100).replaceAll(/\s+/g, ' ').trim();
  const at = ISO.test(said) ? ofIso(said) : MAIL.test(said) ? ofMail(said) : NaN;
  return Number.isFinite(at) && at >= EARLIEST && at <= now + DAY_MS ? at : null;
}

const ofIso = (said: string): number => {
  const whole = said.replace(' ', 'T').replace(' ', '').replace(',', '.');
  return Date.parse(!whole.includes(':') || ZONED.test(whole) ? whole : `${whole}Z`);
};

const ofMail = (said: string): number => {
  if (!ZONED.test(said)) return Date.parse(`${said} GMT`);
  const at = Date.parse(said);
  return Number.isFinite(at) ? at : Date.parse(said.replace(/\s?[a-z]{1,5}$/i, ' GMT')); // a zone that nobody knows
};

/** The day of a moment, `YYYY-MM-DD` in UTC; null for none. */
export const dayOf = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString().slice(0, 10);
