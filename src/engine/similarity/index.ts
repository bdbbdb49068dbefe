/** Text → fingerprint; which reports are one. */
export { canonicalUrl } from './address.js';
export { sha256 } from './digest.js';
export * from './fingerprint.js';
export { BANDS, bandsOf } from './minhash.js';
export { normaliseText } from './normalise.js';
export * from './relation.js';
