import { NO_NAMES, noNamesOf } from './lexicon/no-names.js';
import { modelWord, PART_AFTER, type ModelWord } from './model-words.js';
import type { Line } from './scene.js';

/** A name of a brand and a model, by its spelling, with the sentences that name it. */
export interface Shape {
  readonly name: string;
  /** The words before the model, without the line where there are more than one. */
  readonly brand: string;
  /** What stands behind the brand, for which the device is also named alone: `17T Pro`; null where it is too short. */
  readonly model: string | null;
  /** Whether it is the first thing of the text, with a line. */
  opens: boolean;
  /** Whether one word stands before the model, which may be a known maker's line: `BeamO 2`. */
  readonly isSingle: boolean;
  /** Whether the model is a number alone. */
  readonly isBare: boolean;
  readonly lines: Set<Line>;
  /** How often it stands so early that the sentence is about it. */
  subject: number;
}

/** A model that is known again without its brand: letters and digits, or more than one word. */
const DISTINCT = /\d[A-Za-z]|[A-Za-z]\d|[A-Za-z0-9] [A-Za-z0-9]/;
const MOST_WORDS = 3;
/** A mention that starts so early, or in the title, is what the sentence is about. */
const EARLY = 60;
/** Words with a capital and a number behind them that number no product: places in a text, software, roads, contests. */
const NUMBERED_ELSE = new Set(
  `quartal platz stufe kapitel teil staffel runde punkt artikel klasse zone gleis phase linie absatz bild tabelle seite os ui ai
  beta alpha sdk update directx opengl vulkan gate terminal hall halle pavilion stand booth highway interstate boeing airbus apollo artemis
  gpt gemini claude llama grok mistral copilot euro league liga bundesliga cup grand group class tier type typ line core cortex
  adreno mali ryzen xeon epyc celeron pentium intel amd arm qualcomm mediatek pci pcie thunderbolt hdmi displayport matter zigbee dolby
  unreal unity directive agenda project projekt office covid psalm act world`.split(/\s+/),
);

type KindAt = (index: number) => ModelWord | null;

function kindsOf(line: Line): KindAt {
  const { tokens, text } = line;
  return (index) => {
    const token = tokens[index];
    return token === undefined ? null : modelWord(token, text, tokens[index + 1], false);
  };
}

const isGlued = ({ tokens, text }: Line, index: number): boolean =>
  index > 0 &&
  index < tokens.length &&
  /^(?:'s)?(?: \(?|-)$/.test(text.slice(tokens[index - 1]!.end, tokens[index]!.start));

/** The last token of the model number, suffixes and kinds of product that begin at that token. */
function modelEnd(line: Line, kindAt: KindAt, first: number): number {
  let last = first;
  while (isGlued(line, last + 1) && /^(?:number|suffix|product)$/.test(kindAt(last + 1) ?? '')) last += 1;
  return last;
}

/** Whether a brand's name may begin with that word: it has a capital, is no word of the language and stands nowhere small. */
function mayBegin(line: Line, index: number, kindAt: KindAt, taken: ReadonlySet<string>, language: string): boolean {
  const token = line.tokens[index]!;
  if (kindAt(index) !== 'line' || token.end - token.start < 3 || NUMBERED_ELSE.has(token.key)) return false;
  if (taken.has(token.key) || NO_NAMES.has(token.key) || noNamesOf(language).has(token.key)) return false;
  return !line.cues.some((each) => each.first === index && /^(?:product|role|k_)/.test(each.cue));
}

/** Where the capital words before a model begin, three at most. */
function wordsFrom(line: Line, first: number, kindAt: KindAt): number {
  let from = first;
  while (
    first - from < MOST_WORDS &&
    isGlued(line, from) &&
    kindAt(from - 1) !== null &&
    kindAt(from - 1) !== 'number' &&
    !NUMBERED_ELSE.has(line.tokens[from - 1]!.key)
  )
    from -= 1;
  return from;
}

/** Whether the name is a known one; that of a known line may go on an unknown brand's: `Kestrin Arc 3`. */
function isKnown({ mentions, tokens }: Line, from: number, last: number): boolean {
  const { start } = tokens[from]!;
  return mentions.some((each) => {
    if (each.start >= tokens[last]!.end || start > each.end + 1) return false;
    return each.start <= start || each.kind === 'company' || each.known !== null || each.name.startsWith(each.company);
  });
}

/** The names of a brand and a model that may begin before the token at which a model begins. */
function* namesAt(line: Line, first: number, kindAt: KindAt): Generator<{ from: number; last: number; line: Line }> {
  const last = modelEnd(line, kindAt, first);
  if (PART_AFTER.has(line.tokens[last + 1]?.key ?? '')) return;
  for (let from = wordsFrom(line, first, kindAt); from < first; from += 1)
    if (!isKnown(line, from, last)) yield { from, last, line };
}

/** The last token of the brand: all words before the model, without its line where there are two: `Zanvo` of `Zanvo Nord CE 5`. */
function brandEnd(line: Line, from: number, first: number): number {
  const kindAt = kindsOf(line);
  let end = from;
  while (end + 1 < first && kindAt(end + 1) === 'line') end += 1;
  return Math.max(from, end - 1);
}

/** Whether a model begins there: a number, or a kind of product in a language that does not write every noun with a capital. */
function beginsModel(line: Line, index: number, kindAt: KindAt, language: string): boolean {
  const kind = kindAt(index);
  return (kind === 'number' || (kind === 'product' && language !== 'de')) && isGlued(line, index);
}

/** Adds the sentence to what is known of the name of those tokens. */
function note(shapes: Map<string, Shape>, line: Line, from: number, first: number, last: number): void {
  const { tokens, text } = line;
  const start = tokens[from]!.start;
  const name = text.slice(start, tokens[last]!.end).replace("'s ", ' ');
  const isSingle = first - from === 1;
  const isBare = isSingle && last === first && /^\d/.test(tokens[first]!.key);
  const end = brandEnd(line, from, first);
  const brand = text.slice(start, tokens[end]!.end);
  const alone = text.slice(tokens[end + 1]!.start, tokens[last]!.end);
  const model = DISTINCT.test(alone) ? alone : null;
  const shape = shapes.get(name) ?? {
    name,
    brand,
    model,
    isSingle,
    isBare,
    opens: false,
    lines: new Set<Line>(),
    subject: 0,
  };
  shape.opens ||= line.index === 1 && start === 0 && last - from > 1;
  shape.lines.add(line);
  if (line.where === 'title' || start < EARLY) shape.subject += 1;
  shapes.set(name, shape);
}

/** The names of a brand and a model in the article, by their shape. */
export function shapesIn(lines: readonly Line[], taken: ReadonlySet<string>, language: string): Map<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const line of lines) {
    const kindAt = kindsOf(line);
    for (let first = 1; first < line.tokens.length; first += 1) {
      if (!beginsModel(line, first, kindAt, language)) continue;
      for (const { from, last } of namesAt(line, first, kindAt))
        if (mayBegin(line, from, kindAt, taken, language)) note(shapes, line, from, first, last);
    }
  }
  return shapes;
}
