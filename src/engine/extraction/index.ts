/** Text → what it claims, who said it, how surely. */
export * from './reading.js';
export { actOf } from './acts.js';
export { corpusRecord } from './corpus-form.js';
export { extract } from './extract.js';
export { alsoFollowing, mayName, prepareKnowledge, type PreparedKnowledge } from './names.js';
