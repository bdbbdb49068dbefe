import { NO_NAMES, noNamesOf } from './lexicon/no-names.js';
import { nameKeyOf, type Mention } from './mentions.js';
import { modelWord, PART_AFTER } from './model-words.js';
import { NO_PRODUCTS } from './no-products.js';
import type { Line } from './scene.js';

const MOST_WORDS = 2;
const TWICE = 2;
/** So many names are looked up at each mention of a heading, no more. */
const MOST_NAMES = 40;
/** Languages in which a capital behind a name shows nothing: every noun has one, or no word has. */
const NO_TAILS = new Set(['de', 'zh']);

/** Where the capital words end that go on a name: `Black` of `Hero 14 Black`; the name's own end where none do. */
function tailEnd(line: Line, mention: Mention, language: string): number {
  const { tokens, text, mentions } = line;
  let end = mention.end;
  let index = tokens.findIndex(({ start }) => start >= end);
  for (let words = 0; index > 0 && index < tokens.length && words < MOST_WORDS; words += 1, index += 1) {
    const token = tokens[index]!;
    if (text.slice(end, token.start) !== ' ' || PART_AFTER.has(token.key) || NO_PRODUCTS.has(token.key)) break;
    if (NO_NAMES.has(token.key) || noNamesOf(language).has(token.key)) break;
    if (mentions.some((each) => each.start <= token.start && token.start < each.end)) break;
    const kind = modelWord(token, text, tokens[index + 1], false);
    if (kind === null || kind === 'number') break;
    end = token.end;
  }
  return end;
}

const nameAt = (line: Line, mention: Mention, end: number): string => line.text.slice(mention.start, end);

/** The longer names that the text itself shows: a name with the same words behind it twice, not only in headings. */
function longerNames(lines: readonly Line[], language: string): ReadonlySet<string> {
  const counts = new Map<string, { all: number; inText: boolean }>();
  for (const line of lines) {
    for (const mention of line.mentions) {
      if (mention.kind !== 'device' && mention.kind !== 'line') continue;
      const end = tailEnd(line, mention, language);
      if (end === mention.end) continue;
      const name = nameKeyOf(nameAt(line, mention, end).replace(`${mention.company} `, ''));
      const known = counts.get(name) ?? { all: 0, inText: false };
      counts.set(name, { all: known.all + 1, inText: known.inText || !line.heading });
    }
  }
  return new Set([...counts].filter(([, { all, inText }]) => all >= TWICE && inText).map(([name]) => name));
}

/** The mention as that of the device whose name goes on to `end`. */
function longer(line: Line, mention: Mention, end: number): Mention {
  const name = mention.name + line.text.slice(mention.end, end);
  const tail = nameKeyOf(line.text.slice(mention.end, end));
  const key = mention.kind === 'company' ? tail : mention.key + tail;
  return { ...mention, kind: 'device', name, key, end };
}

/** Where the longest of the names of the text ends that begins with the mention; its own end where none does. */
function endOfNamed(line: Line, mention: Mention, names: readonly string[]): number {
  const rest = line.text.slice(mention.start);
  const found = names.filter((name) => rest.startsWith(name) && name.length > mention.end - mention.start);
  return found.length === 0 ? mention.end : mention.start + Math.max(...found.map(({ length }) => length));
}

/**
 * The sentences with the names of devices read to their ends: with words behind them that the text repeats
 * (`Hero 14 Black`), and in headings as far as in the text (`Vision Color 2`).
 */
export function withTails(lines: readonly Line[], language: string): readonly Line[] {
  const tailed = NO_TAILS.has(language) ? new Set<string>() : longerNames(lines, language);
  const inText = lines.filter(({ heading }) => !heading).flatMap(({ mentions }) => mentions);
  const names = [...new Set(inText.filter(({ kind }) => kind === 'device').map(({ name }) => name))].slice(
    0,
    MOST_NAMES,
  );
  return lines.map((line) => {
    const mentions = line.mentions.map((mention) => {
      if (mention.known) return mention;
      const end = tailed.size === 0 || mention.kind === 'company' ? mention.end : tailEnd(line, mention, language);
      const isTailed = end > mention.end && tailed.has(mention.key + nameKeyOf(line.text.slice(mention.end, end)));
      const to = isTailed
        ? end
        : line.heading && mention.kind !== 'series'
          ? endOfNamed(line, mention, names)
          : mention.end;
      return to === mention.end ? mention : longer(line, mention, to);
    });
    return { ...line, mentions };
  });
}
