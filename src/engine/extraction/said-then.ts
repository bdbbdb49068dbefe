import type { Anchor } from './dates.js';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
/** When it was said, and the words from which on it is counted. */
const SAID_THEN = new RegExp(`(?<![a-z])last (${MONTHS.join('|')})(?![a-z])`);
const SAYING = /(?<![a-z])(?:said|told|wrote|promised|announced|announcing|stated|pledged|hinted)(?![a-z])/;

/**
 * What the times of a sentence are counted from: `next year` of what somebody said in a month gone by is the year after
 * that month, and not the one after the publication.
 */
export function countedFrom(lower: string, anchor: Anchor): Anchor {
  if (anchor.publishedOn === null || !lower.includes('next year')) return anchor;
  const month = SAID_THEN.exec(lower)?.[1];
  if (month === undefined || !SAYING.test(lower)) return anchor;
  const number = MONTHS.indexOf(month) + 1;
  const [year, now] = anchor.publishedOn.split('-').map(Number);
  const then = number < now! ? year! : year! - 1;
  return { ...anchor, publishedOn: `${then}-${String(number).padStart(2, '0')}-01` };
}
