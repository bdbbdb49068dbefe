import type { Cue } from './lexicon/cue.js';
import { draft, type Draft } from './draft.js';
import { power } from './charging-power.js';
import { isFormer, isLost } from './former.js';
import { roleOf, ROLES } from './lens-roles.js';
import { memory, pairs } from './memory.js';
import { boundBefore, findQuantities, plainNumber, type Quantity } from './quantities.js';
import { apart, cuesOf, hasCue, nearest, type Line } from './scene.js';

const LENSES: Partial<Readonly<Record<Cue, string>>> = {
  main: 'camera.main.megapixels',
  ultrawide: 'camera.ultrawide.megapixels',
  tele: 'camera.tele.megapixels',
  macro: 'camera.macro.megapixels',
  front: 'camera.front.megapixels',
};

/** Whether the sentence compares; `que el` may only begin what is told. */
const isCompared = (line: Line, quantity: Quantity): boolean =>
  cuesOf(line, 'compare').some(
    (each) =>
      !/^(?:que|che) |^löst$/.test(line.lower.slice(each.start, each.end)) && apart(line, each, quantity) < COMPARED,
  );
const COMPARED = 90;
/** A verb that only sensors are the subject of: `löst 50 Megapixel auf`. */
const RESOLVES = /(?<![a-zß-ɏ])lös(?:t|e|en|te|ten) [^,.;]{0,20}\d ?(?:mp|megapixel|mpix)[a-z]{0,2} auf(?![a-zß-ɏ])/;

/** The subject of megapixels: the nearest lens, and its neighbour where one figure serves both. */
function lenses(line: Line, quantity: Quantity): string[] {
  const role = roleOf(line, quantity);
  if (!role)
    return (hasCue(line, 'camera', 'sensor') || RESOLVES.test(line.lower)) &&
      !isCompared(line, quantity) &&
      !hasCue(line, ...ROLES)
      ? ['camera.main.megapixels']
      : [];
  const subjects = [LENSES[role.found.cue]];
  if (/\bboth\b|\btwo\b|sensors as|los dos|beide|les deux/.test(line.lower)) {
    for (const other of cuesOf(line, ...ROLES)) {
      const [a, b] = other.start < role.found.start ? [other, role.found] : [role.found, other];
      if (other.cue !== role.found.cue && /^ (?:and|und|et|y|i) (?:the )?$/.test(line.lower.slice(a.end, b.start)))
        subjects.push(LENSES[other.cue]);
    }
  }
  return subjects.filter((each) => each !== undefined);
}

/** Which screen of a folding device a size is of: the one named before it in its clause, else the nearest. */
function screenOf(line: Line, quantity: Quantity): string | undefined {
  const before = cuesOf(line, 'outer', 'inner').filter(({ end }) => end <= quantity.start);
  const last = before.at(-1);
  const isOwn = last !== undefined && !/[,;:]| and /.test(line.lower.slice(last.end, quantity.start));
  return isOwn ? last.cue : nearest(line, quantity, ['outer', 'inner'], 30)?.found.cue;
}

/** Behind inches by which the versions of a product are told apart: `in 48, 55 and 65-inch sizes`. */
const BY_SIZE = /^ (?:sizes?|models?|versions?|variants?|options?|classe?s?)\b/;

function size(line: Line, quantity: Quantity): string | null {
  const inches = Number(quantity.values[0]!.split('-')[0]);
  if (inches <= 1.4)
    return hasCue(line, 'sensor', 'camera') || /type|sensor/.test(line.lower)
      ? 'camera.main.sensor_size'
      : hasCue(line, 'display')
        ? 'display.size'
        : null;
  if (inches > 120 || nearest(line, quantity, ['sensor'], 12) !== null) return null;
  if (screenOf(line, quantity) === 'outer') return 'display.outer.size';
  const pocket = inches < 20 && /\d ?hz|\d ?x ?\d{3}|\b(?:2k|4k|w?qhd|fhd)\b/.test(line.lower);
  const isSize = nearest(line, quantity, ['display'], 70) || hasCue(line, 'product') || pocket;
  return isSize || BY_SIZE.test(line.lower.slice(quantity.end)) ? 'display.size' : null;
}

/** What leads to the size of a single chip of memory. */
const CHIPS_OF = /(?:chips?|modules?) (?:of|with) $/;

/** The subjects that a quantity is a value of. */
function subjectsOf(line: Line, quantity: Quantity, graphics: boolean): readonly (string | null)[] {
  switch (quantity.unit) {
    case 'MP':
      return lenses(line, quantity);
    case 'mAh':
      return ['battery.capacity'];
    case 'W':
      return [power(line, quantity, graphics)];
    case 'Hz':
      return [nearest(line, quantity, ['touch'], 14) ? null : 'display.refresh'];
    case 'GB':
      return [
        graphics ? (CHIPS_OF.test(line.lower.slice(0, quantity.start)) ? null : 'gpu.memory') : memory(line, quantity),
      ];
    case 'nm':
      return ['chipset.process'];
    case 'in':
      return [size(line, quantity)];
    case 'bit':
      return [/bus|interface|memory/.test(line.lower) ? 'gpu.memory_bus' : null];
    case 'cores':
      return [/cuda/.test(line.lower) ? 'gpu.cuda_cores' : null];
    case 'g':
      return [nearest(line, quantity, ['weight'], WEIGHT_REACH) ? 'weight' : null];
    case 'h':
      return [isOfCharge(line, quantity) ? 'battery.life' : null];
    case 'x':
      return [zoom(line, quantity)];
  }
}

/** What follows a time that a charge lasts for. */
const OF_CHARGE =
  /^ (?:of (?:playback|listening|playtime|battery|runtime|operation|continuous use)|with (?:anc|noise[- ]cancel)|on (?:a|one|a single|a full) charge|per charge|between (?:charges|recharges))/;

/** Whether the time is how long a charge lasts, and not when or for how long something else is. */
function isOfCharge(line: Line, quantity: Quantity): boolean {
  if (
    /^ (?:later|ago|before|after|of music)|^ (?:später|después|plus tard|dopo|później|depois)|^[之后前]/.test(
      line.lower.slice(quantity.end),
    )
  )
    return false;
  return OF_CHARGE.test(line.lower.slice(quantity.end)) || nearest(line, quantity, ['life', 'battery'], 40) !== null;
}

function zoom(line: Line, quantity: Quantity): string | null {
  const factor = Number(quantity.values[0]);
  const tele = nearest(line, quantity, ['tele'], 30);
  const digital = /^.{0,10}\b(?:digital|hybrid)/.test(line.lower.slice(quantity.end, quantity.end + 22));
  return tele && factor <= 15 && !digital ? 'camera.tele.zoom' : null;
}

/** So far from a word for a weight the value may stand. */
const WEIGHT_REACH = 70;

const SIZES = new Set(['storage', 'ram']);

function values(line: Line, subject: string, quantity: Quantity): string[] {
  const unit = quantity.unit === 'cores' ? '' : ` ${quantity.unit}`;
  const bound = SIZES.has(subject) ? '' : boundBefore(line.lower, quantity.start);
  return quantity.values.map((value) => `${value.includes('-') ? '' : bound}${value}${unit}`);
}

/** A version with its price: its sizes tell which version is meant. */
const VERSION_PRICE =
  /\d ?(?:gb|tb)\b[^;]{0,60}(?:[$€£¥₹₩]|\b(?:cny|usd|eur|inr|gbp|yuan|euros?|pln)\b|元)|(?:[$€£¥₹₩] ?\d|\d ?(?:€|yuan|euros?|won|dollars?|dólares|zł|元))[^;.]{0,40}\b(?:model|version|variant|variante|versión|versione|wersj\w|versão)\b[^;.]{0,12}\d ?(?:gb|tb)|(?:[$€£¥₹₩] ?\d|\d ?(?:€|yuan|euros?|won|dollars?))[^;.]{0,14} (?:for|for the|für die) (?:\d+\/)?\d+ ?(?:gb|tb)/;

/** Sizes joined by a word are told as such, and not only as the name of a version. */
const IN_WORDS = / with /;

/** What leads to the value that the one before it takes the place of. */
const INSTEAD_OF = /\binstead of (?:the |just |only )?$/;

/** A value that another one takes the place of: `not 512 grams, as it had written, but 545`, with the number of that one. */
const NOT_THIS = /(?<![a-z])not (?:the )?(?:about |around )?$/;
const BUT_THAT = /^[^.;]{0,40}?,? but (?:about |around |only |rather )?(\d[\d.,]*\d|\d)(?![\d ]*[a-z%])/;

/** The draft of a value that the sentence corrects, and that of the corrected one where it has no unit of its own. */
function corrected(line: Line, each: Draft, unit: string): Draft[] {
  if (!NOT_THIS.test(line.lower.slice(Math.max(0, each.start - 20), each.start))) return [each];
  const other = BUT_THAT.exec(line.lower.slice(each.end));
  if (!other) return [each];
  const end = each.end + other[0].length;
  const value = `${plainNumber(other[1]!)} ${unit}`;
  const at = { start: end - other[1]!.length, end };
  return [{ ...each, stance: 'refutes' }, draft(line, each.subject, value, at)];
}

/** A size so near behind another is one of the same list: `128 GB and 256 GB`. */
const NEXT_SIZE = 8;

/** What the quantities of a sentence say: cameras, battery, charging, display, memory, weight. */
export function readSpecs(line: Line, graphics: boolean): Draft[] {
  const priced = VERSION_PRICE.test(line.lower);
  const both = graphics
    ? []
    : pairs(line).filter((each) => !priced || IN_WORDS.test(line.lower.slice(each.start, each.end)));
  if (priced && both.length === 0) return [];
  let sizes: { readonly end: number; readonly subject: string | null } = { end: -NEXT_SIZE, subject: null };
  const drafts = findQuantities(line.lower, line.text).flatMap((quantity) => {
    if (quantity.unit === 'GB' && both.some((each) => each.start < quantity.end && quantity.start < each.end))
      return [];
    const own = subjectsOf(line, quantity, graphics);
    const isNext = quantity.unit === 'GB' && own[0] === null && quantity.start - sizes.end < NEXT_SIZE;
    const subjects = isNext ? [sizes.subject] : own;
    if (quantity.unit === 'GB') sizes = { end: quantity.end, subject: subjects[0] ?? null };
    return subjects
      .filter((subject) => subject !== null)
      .flatMap((subject) => values(line, subject, quantity).map((value) => draft(line, subject, value, quantity)))
      .flatMap((each) => corrected(line, each, quantity.unit));
  });
  return [...drafts, ...both].filter(
    (each) =>
      !isLost(line, each.start) && !isFormer(line, each.start) && !INSTEAD_OF.test(line.lower.slice(0, each.start)),
  );
}
