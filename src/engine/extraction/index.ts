/** Text → what it claims, who said it, how surely. */
export * from './reading.js';
export { corpusRecord } from './corpus-form.js';
export { extract } from './extract.js';
export { prepareKnowledge, type PreparedKnowledge } from './names.js';
