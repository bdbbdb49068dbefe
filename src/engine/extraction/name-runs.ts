import { NO_NAMES, noNamesOf } from './lexicon/no-names.js';
import type { Sentence } from './segment.js';
import type { Token } from './tokens.js';

const SMALL = new Set(['de', 'van', 'von', 'der', 'del', 'la', 'al', 'bin']);
/** Those that stand in surnames only, and so behind a forename and a title too. */
const ALWAYS_SMALL = new Set(['van', 'von', 'ten', 'bin']);
/** Words that outlets have in their names behind a maker's: `Canon Rumors`. */
const OUTLET_ENDS = new Set(
  'rumors rumours insider central authority leaks news blog times post daily journal arena police'.split(' '),
);
/** A run of capitalised words: the tokens `first` to `last`. */
export interface NameRun {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

function isCapital(line: Sentence, token: Token | undefined): boolean {
  if (!token || NO_NAMES.has(token.key)) return false;
  const word = line.text.slice(token.start, token.end);
  if (token.key.includes('_') && /^[a-z]{2,}_[a-z_\d]+$/.test(word)) return true;
  return (
    word !== word.toLowerCase() && (/^[A-Z\u00c0-\u00deĆČĘĞİŁŃŐŘŚŞŠŰŹŻŽ\u0391-\u042f]/.test(word) || word.length >= 6)
  );
}

/** How many tokens the run grows by: a capital word, a particle with one (`de Meo`), the end of an outlet's name. */
function growth(line: Sentence, last: number, alone: boolean): number {
  const [here, next, after] = line.tokens.slice(last, last + 3);
  if (!here || !next || !/^[ -]$|^\. $/.test(line.text.slice(here.end, next.start))) return 0;
  if (isCapital(line, next)) return 1;
  const capital = line.text.charAt(next.start) !== next.key.charAt(0);
  if (capital && OUTLET_ENDS.has(next.key)) return 1;
  return (alone ? SMALL : ALWAYS_SMALL).has(next.key) && isCapital(line, after) ? 2 : 0;
}

const MOST_WORDS = 5;

/** The tokens `first` to `last` of a sentence as a run. */
export function runOf(line: Sentence, first: number, last: number): NameRun {
  const start = line.tokens[first]!.start;
  const end = line.tokens[last]!.end;
  return { first, last, start, end, name: line.text.slice(start, end) };
}

/** Whether a run may start there: with a name, or with any word before the end of an outlet's: `Photo Rumors`. */
function startsRun(line: Sentence, index: number, noNames: ReadonlySet<string>): boolean {
  const [token, next] = line.tokens.slice(index, index + 2);
  if (!token) return false;
  if (isCapital(line, token)) return !noNames.has(token.key);
  const isUpper = (at: number, key: string): boolean => line.text.charAt(at) !== key.charAt(0);
  const ends = next && OUTLET_ENDS.has(next.key) && isUpper(next.start, next.key) && next.start - token.end === 1;
  return ends === true && isUpper(token.start, token.key) && token.key.length > 3;
}

/** The runs of capitalised words of a sentence in that language, in reading order. */
export function nameRuns(line: Sentence, language: string): NameRun[] {
  const noNames = noNamesOf(language);
  const runs: NameRun[] = [];
  for (let first = 0; first < line.tokens.length; first += 1) {
    if (!startsRun(line, first, noNames)) continue;
    let last = first;
    for (let more = growth(line, last, true); more > 0 && last - first < MOST_WORDS;) {
      last += more;
      more = growth(line, last, false);
    }
    runs.push(runOf(line, first, last));
    first = last;
  }
  return runs;
}

/** Whether the run is the name of an outlet, although a maker's stands in it: `Canon Rumors`. */
export const isOutlet = (run: NameRun): boolean =>
  run.last > run.first && OUTLET_ENDS.has(run.name.split(' ').at(-1)!.toLowerCase());
