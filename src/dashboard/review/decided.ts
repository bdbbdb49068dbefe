import type { DecidedWord } from './review-query.dto.js';

/** Where a browser goes after a decision: to what waits still, or to a page of it, which says what was done. */
export const decided = (did: DecidedWord, page = '/review') => ({ url: `${page}?did=${did}`, statusCode: 303 });
