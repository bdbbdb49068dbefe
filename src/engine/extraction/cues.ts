import { type Cue, type Lexicon } from './lexicon/cue.js';
import { findPhrases, phrasebook, type Phrasebook } from './phrasebook.js';
import type { Sentence } from './segment.js';

/** A cue word in a sentence, offsets within the sentence. */
export interface FoundCue {
  readonly cue: Cue;
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
}

const books = new WeakMap<Lexicon, Phrasebook<Cue>>();

function bookOf(lexicon: Lexicon): Phrasebook<Cue> {
  const known = books.get(lexicon);
  if (known) return known;
  const entries = Object.entries(lexicon.cues).flatMap(([cue, phrases]) =>
    phrases.split(',').map((phrase): [string, Cue] => [phrase.trim(), cue as Cue]),
  );
  const book = phrasebook(entries);
  books.set(lexicon, book);
  return book;
}

/** The cues of a sentence in reading order, all in one pass. */
export function findCues(sentence: Sentence, lexicon: Lexicon): FoundCue[] {
  return findPhrases(bookOf(lexicon), sentence.tokens).map(({ value, first, last }) => ({
    cue: value,
    start: sentence.tokens[first]!.start,
    end: sentence.tokens[last]!.end,
    first,
    last,
  }));
}
