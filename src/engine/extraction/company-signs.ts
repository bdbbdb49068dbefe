import { modelWord } from './model-words.js';
import { runOf, type NameRun } from './name-runs.js';
import type { Line } from './scene.js';

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** What a maker is called, in compounds too: `phone maker`, `Handyhersteller`. */
const MAKER =
  /(?:maker|manufacturer|hersteller|brand|start-?up|fabricante?|produttore|producent|marca|marque|firma|unternehmen|empresa|compañía|azienda|entreprise|société|spółka|company)$/;
const FIRM = list('firm specialist house supplier');
const TRADES = list('phone smartphone watch tablet wearables electronics tech car console audio drone');
const PARTS = list('chip sensor lens optics camera panel display screen battery glass memory');
const TIES =
  list(`partnership cooperation operation collaboration alliance partnered up venture partnerschaft zusammenarbeit
  kooperation partenariat colaboración collaborazione`);
const WITH = list('with mit avec con');
const ARTICLE = list('the der den le la el');
/** Between a company's name and what is its own: `Orvane's next phone`. */
const OWN = list('first next new upcoming latest own coming');
/** What may stand between a company and its verb, twice at most. */
const BETWEEN = list('has have had is also not never yet today now itself later hat ist nicht a est ha è jest');
/** Between an officer and the company. */
const OFFICER_OF = list('of for at von bei de di chez z da');

const keyAt = (line: Line, index: number): string => line.tokens[index]?.key ?? '';

/** Whether model words follow the name, so that not the company is meant. */
export function isModel(line: Line, { last, end }: NameRun): boolean {
  const next = line.tokens[last + 1];
  if (!next || line.text.slice(end, next.start) !== ' ') return false;
  const word = modelWord(next, line.text, line.tokens[last + 2], true);
  return word !== null && word !== 'line';
}

/** Whether the name speaks or is spoken for: a verb of saying stands right behind it or before it, or an officer of it. */
export function speaks(line: Line, { first, last }: NameRun): boolean {
  const isBetween = (at: number): boolean => BETWEEN.has(keyAt(line, at));
  const verbAt = last + (isBetween(last + 1) ? (isBetween(last + 2) ? 3 : 2) : 1);
  const officerAt = OFFICER_OF.has(keyAt(line, first - 1)) ? first - 2 : -1;
  return line.cues.some((each) => {
    const verb = each.cue === 'say' || each.cue === 'official';
    if (verb && each.last === first - 1) return true;
    if (each.cue === 'role') return each.last === officerAt || each.first === last + 1;
    return (
      (verb || each.cue === 'exists' || each.cue === 'announced' || each.cue === 'denied') && each.first === verbAt
    );
  });
}

/** Whether something of its own stands behind the name: `'s next phone`, `'s founder`. */
export function owns(line: Line, { last, end }: NameRun): boolean {
  if (!line.text.startsWith("'s ", end)) return false;
  let at = last + 1;
  while (OWN.has(keyAt(line, at))) at += 1;
  return line.cues.some(({ cue, first }) => first === at && (cue === 'product' || cue === 'role'));
}

/** An adjective of a place, which stands between a company and its name: `la empresa aragonesa Almozara`. */
const OF_ITS_PLACE =
  /^(?:[a-zà-ÿ]{3,}(?:esa|ana|ina|ola|eña|ense|aise|enne|aine|oise|ese|ano|ais|ien|ain|ois)|española?|alemana?|sueca?|suédoise?|belga|suizo|suiza|suisse|tedesca|svedese)$/;

/** What the word at that place calls the company behind it. */
export function calledAt(line: Line, index: number): 'maker' | 'firm' | null {
  const [before, last] = [keyAt(line, index - 1), keyAt(line, index)];
  const word = before === 'start' && last === 'up' ? 'startup' : OF_ITS_PLACE.test(last) ? before : last;
  const isFirm = FIRM.has(word);
  if (!isFirm && !MAKER.test(word)) return null;
  if (PARTS.has(before)) return 'firm';
  return !isFirm || TRADES.has(before) ? 'maker' : null;
}

/** What a company is called behind its name: `Nubelar, la empresa que …`, `Light, the maker of …`. */
const CALLED_BEHIND =
  /^(?: (?:of|from|aus|de|di|da|z) [A-ZÀ-Þa-zà-ÿ-]{2,20})?,(?: [a-zà-ÿ'-]{1,16}){0,4} ?(?:l'|un'|d')?(?:company|maker|makers|manufacturer|start-?up|brand|firm|outfit|hersteller|unternehmen|firma|empresa|compañía|fabricante?|marca|azienda|produttore|casa|entreprise|marque|société|producent|spółka|which (?:makes|builds|sells|has (?:made|built|sold)))\b/i;

/** Whether the word behind the name and a comma calls it a company. */
export const calledBehind = (line: Line, { end }: NameRun): boolean =>
  CALLED_BEHIND.test(line.text.slice(end, end + 90));

/** The run without the word for a maker that it begins with: `Orvane` of `Handyhersteller Orvane`. */
export function withoutMaker(line: Line, run: NameRun): NameRun {
  for (let index = run.last - 1; index >= run.first; index -= 1)
    if (calledAt(line, index) !== null) return runOf(line, index + 1, run.last);
  return run;
}

/** Whether the name stands behind a word for a partnership with it. */
export function isTied(line: Line, { first }: NameRun): boolean {
  const at = ARTICLE.has(keyAt(line, first - 1)) ? first - 2 : first - 1;
  return WITH.has(keyAt(line, at)) && TIES.has(keyAt(line, at - 1));
}
