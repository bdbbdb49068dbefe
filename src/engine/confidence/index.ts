/** Evidence → probability with contributions. */
export * from './evidence.js';
