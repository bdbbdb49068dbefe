import { findMentions } from './mentions.js';
import { hanBrands } from './han-brands.js';
import { brandsShown } from './shown-devices.js';
import { DETERMINED } from './naming.js';
import { alsoKnowing, type PreparedKnowledge } from './names.js';
import { calledAt, calledBehind, isModel, isTied, owns, speaks, withoutMaker } from './company-signs.js';
import type { NameRun } from './name-runs.js';
import { prominentNames } from './prominent-names.js';
import type { KnownCompany } from './reading.js';
import { hasCue, type Line } from './scene.js';

/** A name that an article may show to be a company's although nobody knows it yet; what speaks for it is counted. */
interface Shown {
  /** Its aliases are its spellings with a legal form: `Halden Optik AG`. */
  readonly company: KnownCompany & { readonly aliases: string[] };
  /** How often it says, announces or denies something, or something of its own is named. */
  acts: number;
  /** How often it is called a maker of whole products. */
  makes: number;
  /** How often it is called a maker of parts, or has its legal form. */
  firm: number;
  /** How often a partnership with it is named. */
  ties: number;
}

const LEGAL_FORM = / (?:AG|SE|GmbH|Inc|Ltd|LLC|Corp|Corporation|KG|SpA|BV|AB|Oy|PLC)$/;
/** A trade that makers have in their names: `Halden Labs`. */
const TRADE_FORM =
  / (?:Labs|Imaging|Audio|Motors|Robotics|Electronics|Technologies|Technology|Mobility|Optics|Instruments|Devices|Bikes|Motorcycles|Drones|Acoustics|Computing|Computers|Wearables)$/;
/** A name that may be a company's: one to three words with a capital, without a digit. */
const NAME = /^[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f&]{2,}(?:[ -][A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f]+){0,2}$/;
/** Names that act and bear numbers, and make nothing: platforms, standards, tests. */
const NO_MAKERS: ReadonlySet<string> = new Set(
  `android windows linux chrome chromeos tizen harmonyos ios bluetooth wi-fi usb snapdragon geekbench antutu dxomark gorilla steam
  formula channel`.split(/\s+/),
);

/** The words that belong to known names, or that the article also writes small and that are thus no names. */
function takenWords(lines: readonly Line[]): ReadonlySet<string> {
  const taken = new Set(NO_MAKERS);
  for (const { text, tokens, mentions } of lines) {
    for (const { name } of mentions) for (const word of name.toLowerCase().split(' ')) taken.add(word);
    for (const { key, start } of tokens) if (text.startsWith(key, start)) taken.add(key);
  }
  return taken;
}

/** Counts what speaks for the company that a run of capital words names. */
function count(entry: Shown, line: Line, run: NameRun): void {
  const called = calledAt(line, run.first - 1);
  const isLonger = run.name !== entry.company.name;
  const legal = isLonger && !TRADE_FORM.test(run.name);
  if (isLonger && !entry.company.aliases.includes(run.name)) entry.company.aliases.push(run.name);
  if (called === 'firm' || legal) entry.firm += 1;
  else if (called === 'maker' || isLonger || calledBehind(line, run)) entry.makes += 1;
  if (isTied(line, run)) entry.ties += 1;
  if (!isModel(line, run) && (speaks(line, run) || owns(line, run))) entry.acts += 1;
}

/** The names that may be companies', with what the sentences say for each, by name. */
function shownIn(lines: readonly Line[], taken: ReadonlySet<string>): Map<string, Shown> {
  const shown = new Map<string, Shown>();
  for (const line of lines) {
    for (const whole of line.names) {
      const run = withoutMaker(line, whole);
      const name = run.name.replace(LEGAL_FORM, '').replace(TRADE_FORM, '');
      if (!NAME.test(name) || taken.has(name.toLowerCase())) continue;
      const entry = shown.get(name) ?? {
        company: { name, aliases: [], lines: [] },
        acts: 0,
        makes: 0,
        firm: 0,
        ties: 0,
      };
      count(entry, line, run);
      shown.set(name, entry);
    }
  }
  return shown;
}

/** A model that is more than a number: `9 Max`, `Watch 4`. */
const MODEL_WORD = /[a-z]{2}/;
const TWICE = 2;

/** Whether the company is one that names devices as makers do, and what kind of thing it makes shows. */
function isMaker({ company, acts, makes }: Shown, lines: readonly Line[], knowledge: PreparedKnowledge): boolean {
  if (acts + makes === 0) return false;
  const knowing = alsoKnowing(knowledge, [company]);
  const about = lines.filter((line) => line.text.includes(company.name));
  const devices = about
    .flatMap((line) => findMentions(line, knowing))
    .filter((each) => each.kind === 'device' && each.company === company.name);
  const isProduct =
    makes > 0 || about.some((line) => hasCue(line, 'product')) || devices.some(({ key }) => MODEL_WORD.test(key));
  return isProduct && (devices.length >= (makes > 0 ? 1 : TWICE) || (makes > 0 && isNamedThing(company.name, about)));
}

/** Whether a product of that maker is named with an article, whose name is a word: `the Halden Loop`. */
function isNamedThing(name: string, lines: readonly Line[]): boolean {
  return lines.some((line) =>
    line.names.some((run) => {
      const word = run.name.startsWith(`${name} `) ? run.name.slice(name.length + 1) : '';
      if (word === '' || TRADE_FORM.test(run.name) || LEGAL_FORM.test(run.name)) return false;
      return DETERMINED.test(line.text.slice(Math.max(0, run.start - 6), run.start));
    }),
  );
}

/** Whether a longer name ends with it, as a person's does with the surname. */
const isSurname = (name: string, lines: readonly Line[]): boolean =>
  lines.some((line) => line.names.some((run) => run.name.endsWith(` ${name}`)));

/** The company that acts most, where the article names none that is known, of a product that needs no maker's name. */
function actor(shown: readonly Shown[], lines: readonly Line[]): KnownCompany[] {
  if (lines.some(({ mentions }) => mentions.length > 0)) return [];
  const acting = shown.filter(({ acts, company }) => acts >= TWICE && !isSurname(company.name, lines));
  const [most] = acting.sort((a, b) => b.acts - a.acts);
  if (!most) return [];
  return prominentNames(lines, most.company.name).some((names) => names.length > 0) ? [most.company] : [];
}

const FIRST_LINES = 3;

/** The name that is called a maker where title and first sentences name no known company: whose product it is about. */
function firstMaker(shown: readonly Shown[], lines: readonly Line[]): Shown | null {
  const early = lines.filter(({ where, index }) => where === 'title' || index <= FIRST_LINES);
  if (early.some(({ mentions }) => mentions.length > 0)) return null;
  const isEarly = ({ company }: Shown): boolean => early.some(({ text }) => text.includes(company.name));
  const [most] = shown
    .filter((each) => each.makes > 0 && isEarly(each) && !isSurname(each.company.name, lines))
    .sort((a, b) => b.makes + b.acts - a.makes - a.acts);
  return most ?? null;
}

/** The brands that show by their devices alone, in the article's script. */
const brandsIn = (lines: readonly Line[], taken: ReadonlySet<string>, language: string): readonly string[] =>
  language === 'zh'
    ? [...brandsShown(lines, taken, language), ...hanBrands(lines)]
    : brandsShown(lines, taken, language);

/** Whether the brand is another one with more behind it: `Murrow Audio` beside `Murrow`. */
const isLonger = (name: string, brands: readonly string[]): boolean =>
  brands.some((other) => name.startsWith(`${other} `));

/** A company of which only the brand is known; longer spellings of it are its aliases. */
const bareCompany = (name: string, brands: readonly string[]): KnownCompany => ({
  name,
  aliases: brands.filter((other) => other.startsWith(`${name} `)),
  lines: [],
});

/**
 * The makers that nobody has told the reader of, and their partners. A maker shows by its devices alone (`brandsShown`),
 * or is a name that speaks, owns or is called a maker in the article and stands before model words as a known maker's
 * does: twice, or once where it is called a maker. A partner is called a firm of some trade, has a legal form, or a
 * partnership with it is named twice; without such a maker none is looked for.
 */
function newcomers(lines: readonly Line[], knowledge: PreparedKnowledge, language: string): KnownCompany[] {
  const taken = takenWords(lines);
  const brands = brandsIn(lines, taken, language);
  const isProduct = lines.some((line) => hasCue(line, 'product'));
  if (!isProduct && brands.length === 0) return [];
  const shown = [...shownIn(lines, taken).values()];
  const isBrand = ({ company }: Shown): boolean => brands.includes(company.name);
  const first = isProduct ? firstMaker(shown, lines) : null;
  const isSeen = (each: Shown): boolean => each === first || isMaker(each, lines, knowledge);
  const makers = shown.filter((each) => isBrand(each) || (isProduct && isSeen(each)));
  const bare = brands.filter((name) => !makers.some(({ company }) => company.name === name));
  if (makers.length + bare.length === 0) return isProduct ? actor(shown, lines) : [];
  const partners = shown.filter((each) => !makers.includes(each) && (each.firm > 0 || each.ties >= TWICE));
  return [
    ...bare.filter((name) => !isLonger(name, bare)).map((name) => bareCompany(name, bare)),
    ...[...makers, ...partners].map(({ company }) => company),
  ];
}

/** The sentences with the names of those companies and their devices found too. */
export function withNewcomers(lines: readonly Line[], knowledge: PreparedKnowledge, language: string): readonly Line[] {
  const found = newcomers(lines, knowledge, language);
  if (found.length === 0) return lines;
  const knowing = alsoKnowing(knowledge, found);
  return lines.map((line) => ({ ...line, mentions: findMentions(line, knowing) }));
}
