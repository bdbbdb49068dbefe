/** Units as claims write them. */
export type Unit = 'MP' | 'mAh' | 'W' | 'Hz' | 'GB' | 'nm' | 'in' | 'bit' | 'g' | 'h' | 'x' | 'cores';

/** A number with its unit in a sentence. Several values are a list ("8/12 GB"); `upTo` and `from` are bounds. */
export interface Quantity {
  readonly unit: Unit;
  /** The values as text, with a decimal point: one, several, or one range. */
  readonly values: readonly string[];
  readonly start: number;
  readonly end: number;
}

const NUMBER = '\\d{1,3}(?:,\\d{3}){1,2}(?!\\d)|\\d{1,6}(?:[.,]\\d{1,3})?';
const UNITS: Readonly<Record<string, Unit>> = {
  mp: 'MP',
  mpx: 'MP',
  mpix: 'MP',
  megapixel: 'MP',
  megapixels: 'MP',
  'mega-pixel': 'MP',
  megapíxeles: 'MP',
  mégapixels: 'MP',
  mégapixel: 'MP',
  megapixeln: 'MP',
  megapikseli: 'MP',
  megapixeles: 'MP',
  mah: 'mAh',
  w: 'W',
  watt: 'W',
  watts: 'W',
  hz: 'Hz',
  hertz: 'Hz',
  gb: 'GB',
  tb: 'GB',
  gigs: 'GB',
  gigabytes: 'GB',
  gig: 'GB',
  go: 'GB',
  nm: 'nm',
  nanometer: 'nm',
  nanometre: 'nm',
  inch: 'in',
  inches: 'in',
  in: 'in',
  '"': 'in',
  "''": 'in',
  zoll: 'in',
  pulgadas: 'in',
  pulgada: 'in',
  pouces: 'in',
  pollici: 'in',
  cali: 'in',
  polegadas: 'in',
  英寸: 'in',
  bit: 'bit',
  g: 'g',
  grams: 'g',
  gram: 'g',
  ounces: 'g',
  oz: 'g',
  h: 'h',
  hours: 'h',
  day: 'h',
  days: 'h',
  hour: 'h',
  x: 'x',
  'cuda cores': 'cores',
  cores: 'cores',
  瓦: 'W',
  万像素: 'MP',
  毫安时: 'mAh',
  纳米: 'nm',
  克: 'g',
};
const UNIT = Object.keys(UNITS)
  .sort((a, b) => b.length - a.length)
  .map((unit) => unit.replace(/[.*+?]/g, '\\$&'))
  .join('|');
const JOINER = '\\s?(?:-|to|\\/|or|and|,|und|y|o|et|ou)\\s?';
const QUANTITY = new RegExp(
  `(?<![A-Za-z\\u00c0-\\u024f\\d.,$€£])(${NUMBER})(?:(${JOINER})(${NUMBER}))?(?:(${JOINER})(${NUMBER}))?[\\s-]{0,2}(${UNIT})(?![A-Za-z\\u00c0-\\u024f\\d])`,
  'g',
);

/** The number as claims write it: no thousands mark, a decimal point. */
export function plainNumber(text: string): string {
  const bare =
    /^\d{1,3}(?:[,.]\d{3})+$/.test(text) && !/^0/.test(text) ? text.replace(/[,.]/g, '') : text.replace(',', '.');
  return String(Number(bare));
}

function converted(value: string, unit: string): string {
  if (unit.startsWith('day')) return String(Number(value) * 24);
  if (unit === '万像素') return String(Number(value) / 100);
  if (unit === 'tb') return String(Number(value) * 1024);
  if (unit === 'ounces' || unit === 'oz') return String(Math.round(Number(value) * 28.35));
  return value;
}

/** The quantities of a sentence in lower case, in reading order. */
export function findQuantities(lower: string): Quantity[] {
  if (!/\d/.test(lower)) return [];
  const all: Quantity[] = [];
  for (const hit of lower.matchAll(QUANTITY)) {
    const written = hit[6]!;
    const unit = UNITS[written]!;
    const end = hit.index + hit[0].length;
    const glued = hit[0].endsWith(`${hit[5] ?? hit[3] ?? hit[1]}${written}`) || hit[0].endsWith(`-${written}`);
    if ((written === 'in' || written === 'x' || written === 'h' || written === 'go') && !glued) continue;
    if (unit === 'nm' && Number(hit[1]) > 32) continue;
    const numbers = [hit[1], hit[3], hit[5]]
      .filter((each) => each !== undefined)
      .map((each) => converted(plainNumber(each), written));
    const range = /-|to/.test(hit[2] ?? '') && hit[5] === undefined && Number(numbers[0]) < Number(numbers[1]);
    all.push({ unit, values: range ? [numbers.join('-')] : numbers, start: hit.index, end });
  }
  return all;
}

/** `>=` or `<=` where the words before a number make it a bound ("up to", "from"), else nothing. */
export function boundBefore(lower: string, start: number): '' | '<=' | '>=' {
  const before = lower.slice(Math.max(0, start - 26), start);
  if (
    /(?:up to|as much as|under|below|less than|at most|no more than|maximum of|cheaper than|bis zu|hasta|jusqu'à|fino a|até|max\.?) (?:a |an |an? \w+ )?$/.test(
      before,
    )
  )
    return '<=';
  if (
    /(?:at least|more than|over|from|starts? at|starting at|begins? at|minimum of|upwards of|north of|mindestens|ab|desde|al menos|至少) (?:a |an |just |only )?$/.test(
      before,
    )
  )
    return '>=';
  return '';
}
