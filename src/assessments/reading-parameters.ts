import { Several } from '../platform/http/parameters.js';

/** What is to be shown with an answer: words of a set, each once, with commas between them. */
export const Expand = (set: readonly string[]): PropertyDecorator => Several(set);
