import { GLUED_ONLY, UNITS, type Unit } from './lexicon/units.js';

/** A number with its unit in a sentence. Several values are a list ("8/12 GB"); `upTo` and `from` are bounds. */
export interface Quantity {
  readonly unit: Unit;
  /** The values as text, with a decimal point: one, several, or one range. */
  readonly values: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Digits are parted by blanks only in a capacity of several thousand: `2 670 mAh`. */
const NUMBER = '\\d{1,3}(?:,\\d{3}){1,2}(?!\\d)|\\d{1,2} \\d{3}(?= ?mah)|\\d{1,6}(?:[.,]\\d{1,3})?';
const UNIT = [...UNITS.keys()]
  .sort((a, b) => b.length - a.length)
  .map((unit) => unit.replace(/[.*+?]/g, '\\$&'))
  .join('|');
const JOINER = '\\s?(?:-|to|\\/|or|and|,|und|oder|bis|y|e|o|i|lub|et|ou|a|à|至|或|和|、|~)\\s?';
/** Words before the number of a chip, which is no first number of a list. */
const CHIPS = 'gen |elite |exynos |dimensity |snapdragon |tensor g|ryzen |ultra ';
const QUANTITY = new RegExp(
  `(?<![A-Za-z\\u00c0-\\u024f\\d.,$€£]|${CHIPS})(${NUMBER})(?:(${JOINER})(${NUMBER}))?(?:(${JOINER})(${NUMBER}))?[\\s-]{0,2}(${UNIT})(?![A-Za-z\\u00c0-\\u024f])(?!(?<![\\u4e00-\\u9fff])\\d)`,
  'g',
);

/** The number as claims write it: no thousands mark, a decimal point. */
export function plainNumber(text: string): string {
  const bare = /^\d{1,2} \d{3}$/.test(text)
    ? text.replace(' ', '')
    : /^\d{1,3}(?:[,.]\d{3})+$/.test(text) && !/^0/.test(text)
      ? text.replace(/[,.]/g, '')
      : text.replace(',', '.');
  return String(Number(bare));
}

/** The value in the unit that claims use, without the noise of the conversion. */
function converted(value: string, times: number): string {
  if (times === 1) return value;
  const product = Number(value) * times;
  return String(times > 1 ? Math.round(product) : Number(product.toFixed(2)));
}

/** The quantities of a sentence in lower case, in reading order. */
export function findQuantities(lower: string): Quantity[] {
  if (!/\d/.test(lower)) return [];
  const all: Quantity[] = [];
  for (const hit of lower.matchAll(QUANTITY)) {
    const written = hit[6]!;
    const { unit, times } = UNITS.get(written)!;
    const end = hit.index + hit[0].length;
    const glued = hit[0].endsWith(`${hit[5] ?? hit[3] ?? hit[1]}${written}`) || hit[0].endsWith(`-${written}`);
    if (GLUED_ONLY.has(written) && !glued && !(written === 'g' && /\d$/.test(hit[1]!))) continue;
    if (unit === 'nm' && Number(hit[1]) > 32) continue;
    const numbers = [hit[1], hit[3], hit[5]]
      .filter((each) => each !== undefined)
      .map((each) => converted(plainNumber(each), times));
    const range =
      /-|to|bis|至|~|à| a /.test(hit[2] ?? '') && hit[5] === undefined && Number(numbers[0]) < Number(numbers[1]);
    all.push({ unit, values: range ? [numbers.join('-')] : numbers, start: hit.index, end });
  }
  return all;
}

/** `>=` or `<=` where the words before a number make it a bound ("up to", "from"), else nothing. */
export function boundBefore(lower: string, start: number): '' | '<=' | '>=' {
  const before = lower.slice(Math.max(0, start - 26), start);
  if (
    /(?:up to|as much as|under|below|less than|at most|no more than|maximum of|cheaper than|bis zu|unter|weniger als|maximal|hasta|menos de|jusqu'à|moins de|maximum|fino a|meno di|sotto i|al massimo|até|abaixo de|poniżej|mniej niż|aż do|nawet do|maksymalnie|max\.?) (?:a |an |an? \w+ |einem |ca\. )?$|(?:至多|最高|不到|低于)$/.test(
      before,
    )
  )
    return '<=';
  if (
    /(?:at least|more than|over|from|starts? at|starting at|begins? at|minimum of|upwards of|north of|above|exceed|exceeds|mindestens|über|mehr als|ab|desde|al menos|más de|a partir de|à partir de|au moins|plus de|dès|almeno|più di|superare i|superare gli|oltre|oltre i|a partire da|pelo menos|mais de|co najmniej|ponad|powyżej|od) (?:a |an |just |only )?$|(?:至少|超过)$/.test(
      before,
    )
  )
    return '>=';
  return '';
}
