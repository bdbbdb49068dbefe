import { shapesIn, type Shape } from './brand-shapes.js';
import type { Cue } from './lexicon/cue.js';
import { cuesOf, hasCue, type Line } from './scene.js';

const TWICE = 2;
/** Title and first sentence: a known company there is the maker of what has no brand of its own. */
const FIRST_LINES = 2;

/** Words for what a thing is made of. */
const PARTS: readonly Cue[] = [
  'battery',
  'charging',
  'display',
  'camera',
  'main',
  'ram',
  'storage',
  'weight',
  'sensor',
];
/** An amount of money, as a price is. */
const MONEY =
  /[$\u20ac\u00a3\u00a5\u20b9] ?\d|\d ?(?:[$\u20ac\u00a3\u5143]|euros?\b|dollars?\b|yuan\b|z\u0142|d\u00f3lares\b|dollari\b)/;
/** Words for what becomes of a product. */
const FATES: readonly Cue[] = [
  'launch',
  'announce',
  'announced',
  'preorder',
  'production',
  'delayed',
  'cancelled',
  'in_testing',
  'exists',
];
/** Words of stories and games, whose sequels are numbered like devices. */
const STORIES =
  /\b(?:films?|movies?|sequels?|episodes?|trailers?|box office|video ?games?|studio|spiels?|pel\u00edculas?|juegos?|jeux?|giochi|gioco|filmy?|gry|jogos?)\b|\u7535\u5f71|\u6e38\u620f/;

const isWord = (text: string, at: number, length: number): boolean =>
  at >= 0 && !/[A-Za-z\d]/.test(text.charAt(at - 1) + text.charAt(at + length));

/** Whether the text names the brand in a sentence that does not name the device. */
const isAlone = ({ brand, lines: own }: Shape, lines: readonly Line[]): boolean =>
  lines.some(
    (line) => line.where === 'text' && !own.has(line) && isWord(line.text, line.text.indexOf(brand), brand.length),
  );

/** The sentences that name the device, those with its model alone too. */
function naming({ model, lines: own }: Shape, lines: readonly Line[]): readonly Line[] {
  if (model === null) return [...own];
  return lines.filter((line) => own.has(line) || isWord(line.text, line.text.indexOf(model), model.length));
}

/** So near a name a word for a product is what it is called: `the Quorra 5 phone`, `das Handy Quorra 5`. */
const BESIDE = 6;

/** Whether the sentence calls the thing of that name a product. */
function isCalled(line: Line, { name }: Shape): boolean {
  const start = line.text.indexOf(name);
  if (start < 0) return false;
  const end = start + name.length;
  return cuesOf(line, 'product').some(
    (cue) => (cue.start >= end && cue.start - end < BESIDE) || (cue.end <= start && start - cue.end < BESIDE),
  );
}

/** Whether the sentences that name it show that it is a product: one to come or made of parts; a bare number needs both. */
function isDevice(shape: Shape, lines: readonly Line[], isStory: boolean): boolean {
  const { isBare, subject, opens, lines: own } = shape;
  const named = naming(shape, lines);
  const isTitled = [...own].some(({ where }) => where === 'title');
  const isMeant = named.length >= TWICE ? subject > 0 : (isTitled && isAlone(shape, lines)) || opens;
  if (!isMeant) return false;
  const isMade = named.some(
    (line) =>
      hasCue(line, ...PARTS) || MONEY.test(line.lower) || (isBare ? isCalled(line, shape) : hasCue(line, 'product')),
  );
  const isFated = named.some((line) => hasCue(line, ...FATES));
  return isBare || isStory ? isMade && isFated : isMade || isFated;
}

/**
 * The brands that an article shows by their devices alone: capital words and a model number that stand together in two
 * sentences, of which one is about them, and which tell what becomes of the thing or what it is made of. Of names that
 * end alike the longest counts: `Quarrel` of `Quarrel Anvil 3`, where `Anvil 3` stands too.
 *
 * @param taken words that are no brands here, in lower case
 */
export function brandsShown(lines: readonly Line[], taken: ReadonlySet<string>, language: string): readonly string[] {
  const isStory = lines.filter((line) => STORIES.test(line.lower)).length >= TWICE;
  const isMade = lines.slice(0, FIRST_LINES).some(({ mentions }) => mentions.some(({ kind }) => kind === 'company'));
  const shown = [...shapesIn(lines, taken, language).values()].filter(
    (each) => isDevice(each, lines, isStory) && !(isMade && each.isSingle && !isAlone(each, lines)),
  );
  const whole = shown.filter(({ name }) => !shown.some((other) => other.name.endsWith(` ${name}`)));
  return [...new Set(whole.map(({ brand }) => brand))];
}
