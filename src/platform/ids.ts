import { monotonicFactory } from 'ulid';

/** What an id is of, by its first letters. */
export const ID_PREFIXES = [
  'dev', // device
  'rum', // rumor
  'rep', // report
  'ev', // evidence
  'st', // statement
  'src', // source
  'co', // company
  'ing', // ingestion
  'can', // candidate
  'asm', // assessment
  'rcn', // reconstruction
  'con', // contradiction
  'res', // resolution
  'act', // act about who is who
  'prp', // proposal of resolutions
  'era', // erasure
  'imp', // import of a file
  'wh', // webhook
  'dlv', // delivery to a webhook
  'alr', // rule by which somebody is alerted
  'fir', // alert that was given
  'sub', // subscription
  'job', // job of the refresh
  'evt', // event
  'aud', // entry of the audit trail
  'key', // key of the API
] as const;
export type IdPrefix = (typeof ID_PREFIXES)[number];

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** Random numbers, drawn from the system many at a time: to ask it for each by itself takes longer than all else of an id. */
const drawn = new Uint32Array(1024);
let left = 0;
function chance(): number {
  if (left === 0) {
    crypto.getRandomValues(drawn);
    left = drawn.length;
  }
  left -= 1;
  return drawn[left]! / 2 ** 32;
}

const next = monotonicFactory(chance);

/** A new id, `dev_01J9…`; the ids of one process sort as they were made, even if the clock is set back. */
export const newId = (prefix: IdPrefix, now: number): string => `${prefix}_${next(now)}`;

/** Whether a text has the shape of an id, of that prefix if one is named. Says nothing about whether the row exists. */
export function isId(text: unknown, prefix?: IdPrefix): text is string {
  if (typeof text !== 'string') return false;
  const [head, ulid, ...rest] = text.split('_');
  const known = prefix === undefined ? ID_PREFIXES.some((each) => each === head) : head === prefix;
  return known && rest.length === 0 && ULID.test(ulid ?? '');
}
