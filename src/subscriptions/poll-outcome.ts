import type { OutsideAnswer } from '../platform/outbound/outbound.service.js';
import { Fault } from '../platform/fault.js';
import { patienceOf } from './poll-timing.js';
import { MOST_ADDRESS, type Subscription } from './subscription.entity.js';

/** What came of a poll. */
export interface PollOutcome {
  /** What was answered; null where nothing was. */
  readonly status: number | null;
  readonly error: Subscription['lastError'];
  readonly retryAfterMs: number;
  /** Where it is for good now, as its host says; null where it stays. */
  readonly movedTo: string | null;
  readonly isGone: boolean;
  /** What is kept of it: what it is, and by what its host tells whether it has changed. */
  readonly kept: Partial<Pick<Subscription, 'kind' | 'title' | 'etag' | 'lastModified' | 'changedAt'>>;
}

const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

/** Where all who were asked say that it is for good; null where one of them says it is so only now, or too much to keep. */
function movedTo({ hops, url }: OutsideAnswer): string | null {
  return url.length <= MOST_ADDRESS && hops.length > 0 && hops.every(({ status }) => PERMANENT.has(status))
    ? url
    : null;
}

/** The outcome of an answer, which brings something, or brings nothing because nothing is new. */
export const givenBy = (answer: OutsideAnswer, kept: PollOutcome['kept']): PollOutcome => ({
  status: answer.status,
  error: null,
  retryAfterMs: 0,
  movedTo: movedTo(answer),
  isGone: false,
  kept,
});

/** The outcome of a poll that failed. */
export function failedBy(error: unknown, answer: OutsideAnswer | null, now: number): PollOutcome {
  const said =
    error instanceof Fault
      ? { code: error.code, detail: error.message }
      : { code: 'internal', detail: 'It could not be read; the log says why.' };
  return {
    status: answer?.status ?? null,
    error: said,
    retryAfterMs: patienceOf(answer?.headers['retry-after'], now),
    movedTo: null,
    isGone: answer?.status === 410,
    kept: {},
  };
}
