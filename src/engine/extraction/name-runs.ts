import type { Sentence } from './segment.js';
import type { Token } from './tokens.js';

const SMALL = new Set(['de', 'van', 'von', 'der', 'del', 'la', 'al', 'bin']);
/** Words that outlets have in their names behind a maker's: `Canon Rumors`. */
const OUTLET_ENDS = new Set(
  'rumors rumours insider central authority leaks news blog times post daily journal arena police'.split(' '),
);
/** Words with a capital that are no names: those that start sentences, months, nationalities, words of the trade. */
export const NO_NAMES = new Set(
  `the a an this that it its he she they we you i in on at of for and but or if as by to from with when while after before since
  according however although though yet still also now today last next first second more most many some all both each every no not
  january february march april may june july august september october november december monday tuesday wednesday thursday friday
  saturday sunday phone phones smartphone watch camera ios wear os rumor rumors rumour rumours leak leaks report
  reports source sources image credit photo update news price launch release date bericht leaker gerücht gerüchte quelle quellen angaben medienbericht what how why where who there here then beyond
  earlier despite until even just only our his her their my your new old china chinese india indian europe european us uk american
  canadian korean japanese japan german french british italian spanish taiwanese global spring festival ultra pro plus mini
  snapdragon exynos dimensity tensor bionic gen series edition weibo twitter facebook youtube instagram reddit whatsapp google play
  store read see follow subscribe sign join share expect instead meanwhile officially another other others nobody nothing everything
  something so always former fresh photos pictures images insiders analysts engineers suppliers carriers users fans experts someone
  early recent newest latest several soc cpu gpu ram ui eu usa ceo staff yes well why dear hello thanks okay thankfully
  unfortunately apparently reportedly allegedly renders official via`.split(/\s+/),
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
  return alone && SMALL.has(next.key) && isCapital(line, after) ? 2 : 0;
}

const MOST_WORDS = 5;

/** The tokens `first` to `last` of a sentence as a run. */
export function runOf(line: Sentence, first: number, last: number): NameRun {
  const start = line.tokens[first]!.start;
  const end = line.tokens[last]!.end;
  return { first, last, start, end, name: line.text.slice(start, end) };
}

/** The runs of capitalised words of a sentence, in reading order. */
export function nameRuns(line: Sentence): NameRun[] {
  const runs: NameRun[] = [];
  for (let first = 0; first < line.tokens.length; first += 1) {
    if (!isCapital(line, line.tokens[first])) continue;
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
