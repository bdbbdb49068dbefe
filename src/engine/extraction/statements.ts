import { actOf } from './acts.js';
import type { Hearing, Said, Spoken } from './hearing.js';
import { isOfficer } from './offices.js';
import { around, lastNamed, speakerOfQuote } from './quote-speakers.js';
import { findQuotes, type Quote } from './quotes.js';
import { reportedSpeech } from './reported-speech.js';
import { cuesOf, type Line } from './scene.js';
import { countWords } from './spoken-words.js';
import type { Speaker } from './officers.js';

/** A text with more quotations than this is no article; the rest is not read. */
const MOST_QUOTES = 120;

const NOUN =
  /\b(?:the|these|those|were|are|by|to|of|earlier|former|new|recent|other|several|more|many|such) (?:reports|claims|notes|posts|hints)$/;

const NAME_WORDS = 5;

/** A single word, or few words that all have a capital: a name in quotation marks, not a statement. */
function isName(words: string): boolean {
  const count = countWords(words);
  if (count < 2) return true;
  return (
    count < NAME_WORDS &&
    !/[\u3400-\u9fff]/.test(words) &&
    words.split(/\s+/).every((word) => word.charAt(0) !== word.charAt(0).toLowerCase())
  );
}

/** How far from a quotation its verb may stand, for one of few words and for others. */
const REACH_SHORT = 48;
const REACH = 140;
const FEW_WORDS = 4;
/** What joins even few words to a verb that stands further off: `told X in July that it is "near"`. */
const JOINED = /(?<![a-z\u00df-\u024f])(?:that|dass|que|che|że|by|von|por|par|da|przez) [^.;]{0,120}$/;

/** The verb of saying that goes with a quotation: the nearest one outside every quotation, in the sentences it touches. */
function verbOf(touched: readonly Line[], quote: Quote, quotes: readonly Quote[], words: number): Said | null {
  let best: Said | null = null;
  let least = REACH;
  for (const line of touched) {
    for (const verb of cuesOf(line, 'say')) {
      const start = line.start + verb.start;
      const end = line.start + verb.end;
      const gap = end <= quote.start ? quote.start - end : start - quote.end + 1;
      if (gap < 0 || gap >= least) continue;
      const before = end <= quote.start ? line.lower.slice(verb.end, quote.start - line.start) : '';
      if (words < FEW_WORDS && gap >= REACH_SHORT && !JOINED.test(before)) continue;
      if (NOUN.test(line.lower.slice(0, verb.end))) continue;
      if (quotes.some((each) => start >= each.start && end <= each.end)) continue;
      best = { line, verb };
      least = gap;
    }
  }
  return best;
}

const LONG_QUOTE = 6;
const SHORT_QUOTE = 3;
/** What leads to a quotation of somebody with an office, whatever he does: `its founder Dana Vale, dryly: "Soon enough."` */
const COLON = /[:\uff1a]\s?["\u201c\u201e\u00ab]\s?$/;
/** So near behind a quotation another one without a verb goes on with it; so near one in the next lines, if it is long. */
const GAP = 120;
const FAR_GAP = 420;

/** Whoever spoke the quotation before, where this one goes on: `"…," said X. "…"`, or an answer in an interview. */
function goingOn(text: string, quote: Quote, last: Spoken | undefined, words: number): Speaker | null {
  if (!last?.direct) return null;
  const between = text.slice(last.end, quote.start);
  const isNear = between.length < GAP && !between.includes('\n') && words >= SHORT_QUOTE;
  const isAnswer = between.length < FAR_GAP && /[?？]/.test(between) && words >= LONG_QUOTE;
  return isNear || isAnswer ? { speaker: last.speaker, role: last.role, organisation: last.organisation } : null;
}

/** Words of somebody who speaks for those who make the product. */
const WE =
  /(?<![a-z\u00df-\u024f])(?:we|our|us|wir|uns|unser\w*|nosotros|nuestr\w+|nous|notre|nos|noi|nostr[oaie]|nós|nosso|nossa|my|nasz\w*|estamos|tenemos|hemos|abbiamo|siamo|temos)(?![a-z\u00df-\u024f])|我们/i;

/** The speakers without an organisation who say "we" and are no sources speak for the maker, wherever they speak. */
function forMaker(spoken: readonly Spoken[], { text, maker }: Hearing): Spoken[] {
  const own = new Set(
    spoken
      .filter(({ organisation, role }) => organisation === null && (role === null || isOfficer(role)))
      .filter(({ start, end }) => WE.test(text.slice(start, end)))
      .map(({ speaker }) => speaker),
  );
  return spoken.map((each) =>
    each.organisation === null && own.has(each.speaker) ? { ...each, organisation: maker } : each,
  );
}

/** The quotations of the text of two words or more, each with its speaker. */
function readQuotations(hearing: Hearing): Spoken[] {
  const { text, lines, people } = hearing;
  const quotes = findQuotes(text).slice(0, MOST_QUOTES);
  const spoken: Spoken[] = [];
  for (const quote of quotes) {
    const words = text.slice(quote.start, quote.end);
    if (isName(words)) continue;
    const touched = lines.filter(
      (line) => line.where === 'text' && line.start <= quote.end + 3 && quote.start <= line.start + line.text.length,
    );
    const said = verbOf(touched, quote, quotes, countWords(words));
    const led = COLON.test(text.slice(Math.max(0, quote.start - 4), quote.start));
    const least =
      led && people.on(touched[0]?.index ?? -1).some(({ role }) => role !== null) ? SHORT_QUOTE : LONG_QUOTE;
    const silent = touched[0] && countWords(words) >= least ? lastNamed(people, touched[0]) : null;
    const next = said ? null : goingOn(text, quote, spoken.at(-1), countWords(words));
    const speaker = said
      ? speakerOfQuote(said, touched[0] ?? said.line, hearing, quotes, spoken.at(-1))
      : (next ?? silent);
    if (!speaker || (quote.dashed && !said)) continue;
    const act = actOf(said ? around(said) : '', words.toLowerCase());
    spoken.push({ ...speaker, act, direct: true, start: quote.start, end: quote.end });
  }
  return spoken;
}

/** The statements of an article in reading order: quotations of anybody, reported speech of officials. */
export function readStatements(hearing: Hearing): Spoken[] {
  const reported = reportedSpeech(hearing).slice(0, MOST_QUOTES);
  return [...forMaker(readQuotations(hearing), hearing), ...reported].sort((a, b) => a.start - b.start);
}
