/** What can be claimed, and how its values read, compare and print. */
export * from './catalogue.js';
export * from './claim.js';
export * from './criteria.js';
export * from './dates.js';
export * from './implications.js';
export * from './names.js';
export * from './plain-wordings.js';
export * from './stance.js';
export * from './subject.js';
export * from './value.js';
export * from './wordings.js';
