import type { Act } from '../subjects/index.js';
import { actOf } from './acts.js';
import type { FoundCue } from './cues.js';
import type { People } from './people.js';
import { findQuotes, type Quote } from './quotes.js';
import { cuesOf, type Line, type Stretch } from './scene.js';
import { speakerOf, type Speaker } from './speakers.js';

/** Words of a speaker while they are read; offsets in the text. */
export interface Spoken extends Speaker {
  readonly act: Act;
  readonly direct: boolean;
  readonly start: number;
  readonly end: number;
}

/** An article as statements are read from it. */
export interface Hearing {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly people: People;
  /** The maker that the article is about, whom "the company" means. */
  readonly maker: string | null;
  readonly isInvolved: (organisation: string | null) => boolean;
}

/** A text with more quotations than this is no article; the rest is not read. */
const MOST_QUOTES = 120;

const NOUN =
  /\b(?:the|these|those|were|are|by|to|of|earlier|former|new|recent|other|several|more|many|such) (?:reports|claims|notes|posts|hints)$/;

const countWords = (text: string): number => text.split(/\s+/).length;
const NAME_WORDS = 5;

/** A single word, or few words that all have a capital: a name in quotation marks, not a statement. */
function isName(words: string): boolean {
  const count = countWords(words);
  if (count < 2) return true;
  return count < NAME_WORDS && words.split(/\s+/).every((word) => word.charAt(0) !== word.charAt(0).toLowerCase());
}

/** How far from a quotation its verb may stand, for one of few words and for others. */
const REACH_SHORT = 48;
const REACH = 140;
const FEW_WORDS = 4;

interface Said {
  readonly line: Line;
  readonly verb: FoundCue;
}

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

const PRONOUN = /\b(?:he|she|the (?:analyst|leaker|tipster|executive|ceo)|il|elle|er|sie)\b/;
const COMPANY_PRONOUN = /\b(?:they|the (?:company|firm|maker|two|pair|firms|companies)|both)\b/;
const LINES_BACK = 2;

/** Whoever was named last in the sentence or the two before it. */
function lastNamed(people: People, line: Line): Speaker | null {
  for (let index = line.index; index >= Math.max(0, line.index - LINES_BACK); index -= 1) {
    const person = people.on(index).at(-1);
    const known = person ? people.named(person.name) : null;
    if (known) return { speaker: known.name, role: known.role, organisation: known.organisation };
  }
  return null;
}

const around = ({ line, verb }: Said): string => line.lower.slice(Math.max(0, verb.start - 24), verb.end + 16);

/** Who speaks a quotation with a verb of saying. */
function speakerOfQuote(
  said: Said,
  hearing: Hearing,
  quotes: readonly Quote[],
  last: Spoken | undefined,
): Speaker | null {
  const { people, maker } = hearing;
  const { line, verb } = said;
  const masked: Stretch[] = quotes.map(({ start, end }) => ({ start: start - line.start, end: end - line.start }));
  const before = last ? { speaker: last.speaker, role: last.role, organisation: last.organisation } : null;
  const back = (): Speaker | null => lastNamed(people, line) ?? before;
  const named = (PRONOUN.test(around(said)) ? back() : null) ?? speakerOf(line, verb, people, masked);
  if (named) return named;
  if (COMPANY_PRONOUN.test(around(said)) && maker !== null) return { speaker: maker, role: null, organisation: maker };
  return back();
}

const LONG_QUOTE = 6;

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
    const speaker = said ? speakerOfQuote(said, hearing, quotes, spoken.at(-1)) : silent;
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
  const near = people
    .on(line.index)
    .some((each) => each.name === speaker?.speaker && each.end <= verb.start && verb.start - each.end < NEAR);
  if (!speaker || !near) return null;
  const start = verb.end + (LEAD.exec(line.text.slice(verb.end))?.[0].length ?? 0);
  const end = Math.min(line.text.replace(/[.!?]{1,3}$/, '').length, start + MAX_REPORTED);
  if (countWords(line.text.slice(start, end).trim()) < FEWEST_REPORTED) return null;
  const act = actOf(line.lower.slice(Math.max(0, verb.start - 30), verb.end + 12), '');
  return { ...speaker, act, direct: false, start: line.start + start, end: line.start + end };
}

/** Reported speech of officials: a named person of an involved company, a verb of saying, and what follows it. */
function readReportedSpeech({ lines, people, isInvolved }: Hearing): Spoken[] {
  return lines.flatMap((line): Spoken[] => {
    if (line.where !== 'text' || people.on(line.index).length === 0 || /["“„«]/.test(line.text)) return [];
    for (const verb of cuesOf(line, 'say')) {
      const spoken = reportedIn(line, verb, people);
      if (spoken && isInvolved(spoken.organisation)) return [spoken];
    }
    return [];
  });
}

/** The statements of an article in reading order: quotations of anybody, reported speech of officials. */
export function readStatements(hearing: Hearing): Spoken[] {
  const reported = readReportedSpeech(hearing).slice(0, MOST_QUOTES);
  return [...readQuotations(hearing), ...reported].sort((a, b) => a.start - b.start);
}
