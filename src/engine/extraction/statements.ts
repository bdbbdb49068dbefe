import { actOf } from './acts.js';
import type { FoundCue } from './cues.js';
import type { Hearing, Said, Spoken } from './hearing.js';
import { isOfficer } from './offices.js';
import type { People } from './people.js';
import { around, lastNamed, speakerOfQuote } from './quote-speakers.js';
import { findQuotes, type Quote } from './quotes.js';
import { cuesOf, type Line } from './scene.js';
import type { Speaker } from './officers.js';
import { speakerOf } from './speakers.js';

/** A text with more quotations than this is no article; the rest is not read. */
const MOST_QUOTES = 120;

const NOUN =
  /\b(?:the|these|those|were|are|by|to|of|earlier|former|new|recent|other|several|more|many|such) (?:reports|claims|notes|posts|hints)$/;

const HAN = /[\u3400-\u9fff]/g;
/** How many words a text has; two Chinese characters count for one. */
const countWords = (text: string): number => text.split(/\s+/).length + Math.floor((text.match(HAN)?.length ?? 0) / 2);
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

/** The verb of saying that goes with a quotation: the nearest one outside every quotation, in the sentences it touches. */
function verbOf(touched: readonly Line[], quote: Quote, quotes: readonly Quote[], words: number): Said | null {
  let best: Said | null = null;
  let least = words < FEW_WORDS ? REACH_SHORT : REACH;
  for (const line of touched) {
    for (const verb of cuesOf(line, 'say')) {
      const start = line.start + verb.start;
      const end = line.start + verb.end;
      const gap = end <= quote.start ? quote.start - end : start - quote.end + 1;
      if (gap < 0 || gap >= least || NOUN.test(line.lower.slice(0, verb.end))) continue;
      if (quotes.some((each) => start >= each.start && end <= each.end)) continue;
      best = { line, verb };
      least = gap;
    }
  }
  return best;
}

const LONG_QUOTE = 6;
const SHORT_QUOTE = 3;
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
    const silent = touched[0] && countWords(words) >= LONG_QUOTE ? lastNamed(people, touched[0]) : null;
    const next = said ? null : goingOn(text, quote, spoken.at(-1), countWords(words));
    const speaker = said ? speakerOfQuote(said, hearing, quotes, spoken.at(-1)) : (next ?? silent);
    if (!speaker) continue;
    spoken.push({ ...speaker, act: actOf(said ? around(said) : '', words.toLowerCase()), direct: true, ...quote });
  }
  return spoken;
}

const MAX_REPORTED = 320;
const LEAD = /^(?:(?: (?:on|in|at|earlier|last)\b[^,.;]{0,30}?)? that|,)? ?/;
const NEAR = 40;
const FEWEST_REPORTED = 3;

function reportedIn(line: Line, verb: FoundCue, people: People): Spoken | null {
  const speaker = speakerOf(line, verb, people);
  const isPerson =
    speaker !== null && people.named(speaker.speaker)?.name === speaker.speaker && speaker.speaker.includes(' ');
  const near =
    isPerson &&
    [...people.on(line.index), ...line.names].some(
      ({ name, end }) =>
        (name === speaker?.speaker || speaker?.speaker.endsWith(` ${name}`)) &&
        end <= verb.start &&
        verb.start - end < NEAR,
    );
  if (!speaker || !near) return null;
  const start = verb.end + (LEAD.exec(line.text.slice(verb.end))?.[0].length ?? 0);
  const end = Math.min(line.text.replace(/[.!?]{1,3}$/, '').length, start + MAX_REPORTED);
  if (countWords(line.text.slice(start, end).trim()) < FEWEST_REPORTED) return null;
  const act = actOf(line.lower.slice(Math.max(0, verb.start - 30), verb.end + 12), '');
  return { ...speaker, act, direct: false, start: line.start + start, end: line.start + end };
}

/** Verbs that stand beside quotations but tell no words: `he named no day`. */
const NO_SPEECH = /^(?:named|shared|shares|expects|concluded)$/;

/** A verb that tells nothing of its own: after a pronoun, or `neither confirmed nor denied`. */
const OF_PRONOUN = /\b(?:he|she|it|they|neither|nor) $/;

/** Reported speech of officials: a named person of an involved company, a verb of saying, and what follows it. */
function readReportedSpeech({ lines, people, isInvolved }: Hearing): Spoken[] {
  return lines.flatMap((line): Spoken[] => {
    if (
      line.where !== 'text' ||
      !line.names.some((each) => people.named(each.name.split(' ').at(-1)!) !== null) ||
      /["“„«]/.test(line.text)
    )
      return [];
    for (const verb of cuesOf(line, 'say')) {
      if (NO_SPEECH.test(line.lower.slice(verb.start, verb.end)) || OF_PRONOUN.test(line.lower.slice(0, verb.start)))
        continue;
      const spoken = reportedIn(line, verb, people);
      if (spoken && isInvolved(spoken.organisation)) return [spoken];
    }
    return [];
  });
}

/** The statements of an article in reading order: quotations of anybody, reported speech of officials. */
export function readStatements(hearing: Hearing): Spoken[] {
  const reported = readReportedSpeech(hearing).slice(0, MOST_QUOTES);
  return [...forMaker(readQuotations(hearing), hearing), ...reported].sort((a, b) => a.start - b.start);
}
