import type { Clock } from '../clock.js';
import type { Revision } from '../database/revision.js';

const SECOND_MS = 1000;

/**
 * The first full second, epoch milliseconds, at whose beginning everything stood as it does. In the second of a change
 * itself another one may follow, and an instant in whole seconds could not tell the two apart.
 */
export const stoodFrom = ({ at }: Revision): number => Math.floor(at / SECOND_MS + 1) * SECOND_MS;

/** An instant as headers say it (RFC 9110, 5.6.7). */
export const sayDate = (instant: number): string => {
  if (instant !== last.instant) last = { instant, said: new Date(instant).toUTCString() };
  return last.said;
};

/** What was said last: most answers say the same, that of the last change. */
let last = { instant: 0, said: new Date(0).toUTCString() };

/** The instant that is told as that of the last change: never one that is still to come. */
export const modifiedAt = (revision: Revision, clock: Clock): string =>
  sayDate(Math.min(stoodFrom(revision), clock.now()));
