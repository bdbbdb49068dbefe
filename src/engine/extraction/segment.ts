import { dayOfByline } from './bylines.js';
import { plain, tokenize, type Token } from './tokens.js';
import { matches } from './matches.js';

/** A sentence, a heading or a list item, with its place in the title or the text. */
export interface Sentence {
  readonly where: 'title' | 'text';
  /** Its number in reading order, the title first. */
  readonly index: number;
  readonly paragraph: number;
  /** Its offset in the title or the text. */
  readonly start: number;
  /** Its characters, typographic variants made plain; as long as the original. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Whether it is a line of its own without a full stop. */
  readonly heading: boolean;
}

const LONGEST = 800;
const ABBREVIATIONS =
  /(?:^|[\s(.])(?:mr|mrs|ms|dr|prof|inc|ltd|corp|co|st|vs|no|nr|approx|ca|jan|feb|aug|sept|oct|nov|dec|z\.b|bzw|id|[a-z])\.$/i;
const ENDS = /(?<![.!?…])[.!?…。！？]{1,6}["')\]»”’“]{0,2}(?=\s|$)|[。！？]["')\]»”’“]{0,2}/g;

/** What a German number with a point goes on with: `am 24. April`. */
const ORDINAL =
  /^ (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Quartal|Halbjahr|Generation|Hälfte|Platz|Jahrestag)/;

/** The offsets at which the sentences of one line end. */
function sentenceEnds(line: string): number[] {
  const ends: number[] = [];
  let last = 0;
  for (const hit of matches(line, ENDS)) {
    const end = hit.index + hit[0].length;
    const next = line.slice(end).match(/^\s*["'(«“„‘–—-]?\s?(\S)/)?.[1] ?? '';
    const small = next !== '' && next !== next.toUpperCase();
    const short = hit[0] === '.' && ABBREVIATIONS.test(line.slice(Math.max(0, end - 12), end));
    const ordinal =
      hit[0] === '.' &&
      /(?:^|\s)\d{1,2}\.$/.test(line.slice(Math.max(0, end - 5), end)) &&
      ORDINAL.test(line.slice(end, end + 14));
    if ((small && hit[0] !== '。') || short || ordinal) continue;
    ends.push(end);
    last = end;
  }
  if (last < line.length) ends.push(line.length);
  return ends;
}

/** Where a piece that is longer than any sentence may be cut: after its last blank, if it has one. */
function cut(text: string): number {
  if (text.length <= LONGEST) return text.length;
  const blank = text.lastIndexOf(' ', LONGEST);
  return blank > LONGEST / 2 ? blank : LONGEST;
}

/** Everything after such a line is the page's and not the article's. */
const PAGE_END =
  /^\s*(?:leave a (?:reply|comment)|post a comment|no comments|\d+ comments?$|popular stories|about the author|related (?:posts|articles|stories)|laisser un commentaire|schreibe einen kommentar|deja un comentario|lascia un commento|previous post|read next$|share this|popular now|more from|recommended for you)/i;
/** Such a line, or such a piece of one, is the page's. */
const DEBRIS =
  /^\s*(?:see also|read (?:next|more|also)\b|also read|you (?:might|may) also like|image (?:source|credit)|\(?image(?: credit)?:|photo:|follow us|subscribe|sign up|by [A-Z][a-z]+ [A-Z]|share\b|skip to|advertisement|- advertisement|we use cookies|this site uses|filed in|tags?:|buy through our|join us|we may (?:get|earn)|updated?:|voir aussi|lesen sie auch|siehe auch|leer también)/i;

/** A line that only tells who wrote and when: `Publicado el 14 de octubre de 2025`, `October 13, 2026`. */
const BYLINE =
  /^\s*(?:(?:last )?(?:posted|published|updated)\b|publicado (?:el|em|por)|publié le|pubblicato (?:il|da)|veröffentlicht am|opublikowano|autor(?:ka)?\s?:|por \p{Lu}|par \p{Lu}|von \p{Lu}|di \p{Lu}|作者[：:]|来源[：:]|发布时间|20\d\d ?年\d{1,2}月\d{1,2}日 ?\d{1,2}[:：]|\d{1,2}\.? \p{L}{3,12},? 20\d\d\s*(?:[-–|·]|$)|\p{Lu}\p{L}{2,9} \d{1,2}, 20\d\d\s*$)/iu;
const LONGEST_BYLINE = 110;

const isByline = (line: string): boolean =>
  line.length <= LONGEST_BYLINE &&
  /\d|[：:]/.test(line) &&
  !/[.!?。]\s*$/.test(line) &&
  (BYLINE.test(line) || dayOfByline(line) !== null);

/** A stamp with the day of publication that a feed or an archive put before the line. */
const STAMP = /^\s*(?:date )?(?:\d{4}-\d{2}(?:-\d{2})?)(?: \d{1,2}:\d{1,2}(?::\d{2})?)?(?= |$)/;

/** Of these lines one that stands before the middle is a bar of buttons or a teaser; after it the article goes on. */
const BAR = /^\s*(?:share this|\d+ comments?$|popular now|more from|recommended for you|read next$)/i;
const isPageEnd = (line: string, start: number, length: number): boolean =>
  start > 0 && PAGE_END.test(line) && !(BAR.test(line) && start < length / 2);

interface Line {
  readonly start: number;
  readonly text: string;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (isPageEnd(line.slice(0, 80), start, text.length)) break;
    const stamp = STAMP.exec(line)?.[0].length ?? 0;
    const body = line.slice(stamp);
    if (body.trim() !== '' && !DEBRIS.test(body.slice(0, 80)) && !BAR.test(body.slice(0, 80)) && !isByline(body))
      lines.push({ start: start + stamp, text: body });
    start += line.length + 1;
  }
  return lines;
}

/** Cuts one line into pieces and gives each to `add`, with its offset in the line. */
function pieces(line: string, add: (start: number, piece: string) => void): void {
  let from = 0;
  for (const end of sentenceEnds(line)) {
    while (from < end) {
      const piece = line.slice(from, end);
      const length = cut(piece);
      const lead = piece.length - piece.trimStart().length;
      const body = piece.slice(lead, length).trimEnd();
      if (body !== '') add(from + lead, body);
      from += length;
    }
  }
}

/** The sentences of an article in reading order, without what belongs to the page around it. */
export function segment(title: string, text: string): Sentence[] {
  const sentences: Sentence[] = [];
  const add = (where: 'title' | 'text', paragraph: number, start: number, piece: string, heading: boolean): void => {
    sentences.push({ where, index: sentences.length, paragraph, start, text: piece, tokens: tokenize(piece), heading });
  };
  if (title.trim() !== '') pieces(plain(title), (start, piece) => add('title', 0, start, piece, true));
  linesOf(plain(text)).forEach((line, number) => {
    const heading = !/[.!?…。！？:;,]["')\]»]?\s*$/.test(line.text) && line.text.length < 120;
    pieces(line.text, (start, piece) => add('text', number + 1, line.start + start, piece, heading));
  });
  return sentences;
}
