/** Text → what it claims, who said it, how surely. */
export * from './reading.js';
