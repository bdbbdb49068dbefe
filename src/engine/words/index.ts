/** Text → the words by which it is found, in every script; what is asked for → where it is answered. */
export { termsOf, type Term } from './asked.js';
export { excerptOf, matchesIn, type Excerpt, type Match } from './excerpt.js';
export { foldWord } from './fold.js';
export {
  cutAt,
  nameWhole,
  spellingOf,
  stretchesOf,
  wordsOf,
  wordText,
  type Spelling,
  type Stretch,
  type Word,
} from './words.js';
