import { GLUED_ONLY, UNITS, type Unit } from './lexicon/units.js';
import { matches } from './matches.js';

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

/** One to ten and twelve in words, with units that are counted in words too: `nine days`, `one-inch`. */
const IN_WORDS: readonly (readonly [number, string])[] = [
  [1, 'one|ein|eine|einen|un|una|une|uno|jeden|um|uma|一'],
  [2, 'two|zwei|dos|deux|due|dwa|dois|duas|两'],
  [3, 'three|drei|tres|trois|tre|trzy|três|三'],
  [4, 'four|vier|cuatro|quatre|quattro|cztery|quatro|四'],
  [5, 'five|fünf|cinco|cinq|cinque|pięć|五'],
  [6, 'six|sechs|seis|sei|sześć|六'],
  [7, 'seven|sieben|siete|sept|sette|siedem|sete|七'],
  [8, 'eight|acht|ocho|huit|otto|osiem|oito|八'],
  [9, 'nine|neun|nueve|neuf|nove|dziewięć|九'],
  [10, 'ten|zehn|diez|dix|dieci|dziesięć|dez|十'],
  [12, 'twelve|zwölf|doce|douze|dodici|dwanaście|doze|十二'],
  [14, 'fourteen|vierzehn|catorce|quatorze|quattordici|czternaście|catorze'],
];
const WORDED = new RegExp(
  `(?<![a-z\\u00df-\\u024f])(?:${IN_WORDS.map(([value, words]) => `(?<w${value}>${words})`).join('|')})[ -]?(?:(?<inch>inch(?:es)?(?=[ -]))|(?<week>full weeks?|whole weeks?|weeks?|wochen?|semanas?(?: entera)?|semaines?|settiman[ae]|tygodni[ea]?|tydzień|周)|(?<day>full days?|whole days?|days?|tagen?|tag|días?|jours?|giorn[oi]|dni|dzień|dias?|天)|(?<hour>hours?|stunden?|horas?|heures?|or[ae]|godzin\\w?|个?小时))(?![a-z\\u00df-\\u024f])`,
  'g',
);
const HOURS = { day: 24, week: 168, hour: 1 } as const;

/** Quantities whose number is written in words. */
function worded(lower: string): Quantity[] {
  return matches(lower, WORDED).map((hit) => {
    const groups = hit.groups ?? {};
    const [value] = IN_WORDS.find(([each]) => groups[`w${each}`] !== undefined)!;
    const at = { start: hit.index, end: hit.index + hit[0].length };
    if (groups.inch) return { unit: 'in', values: [String(value)], ...at };
    const hours = groups.week ? HOURS.week : groups.day ? HOURS.day : HOURS.hour;
    return { unit: 'h', values: [String(value * hours)], ...at };
  });
}
/** A unit that is counted in words, which every such quantity has. */
const WORDED_UNIT =
  /inch|week|woche|semana|semaine|settiman|tygod|tydzie|day|tag|día|jour|giorn|dni|dzie|dia|hour|stunde|hora|heure|ore|ora|godzin|[周天小]/;

/** Digits parted as in India: `1,39,999`. */
const LAKHS = /^\d{1,2}(?:,\d{2})+,\d{3}$/;

/** The number as claims write it: no thousands mark, a decimal point. */
export function plainNumber(text: string): string {
  const bare = /^\d{1,2} \d{3}$/.test(text)
    ? text.replace(' ', '')
    : (/^\d{1,3}(?:[,.]\d{3})+$/.test(text) && !/^0/.test(text)) || LAKHS.test(text)
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

/** The size of a sensor is a part of an inch, down to one so small: `1/1.3-inch`. */
const LARGEST_PART = 5;

/** So long such a verb is at most, with its preposition. */
const LEAD = 24;
/** A verb of change before two numbers, of which the second is the new one: `pasa de 20 a 30`. */
const GROWS =
  /(?<![a-z\u00df-\u017e])(?:pas(?:a|an|ará|arán|aría|arían)|crec(?:e|erá|ería)|sub(?:e|irá|iría)|aument(?:a|ará|aria|aría|erà|erebbe)|passe(?:nt|ra|ront|rait|raient)?|grimpe(?:ra|rait)?|pass(?:a|ano|erà|eranno|erebbe|erebbero|aria|ariam|ará|am)|cresc(?:e|erà|erebbe|eria)|sal(?:e|irà|irebbe)|wzr(?:asta|ośnie)|ros(?:ną)|rośnie|steig(?:t|e|en)|wächst|wachse) (?:de|da|dai|von|z|do|d) ?$/;

/** The quantities of a sentence in lower case, in reading order. */
export function findQuantities(lower: string, text = lower): Quantity[] {
  const all: Quantity[] = WORDED_UNIT.test(lower) ? worded(lower) : [];
  if (!/\d/.test(lower)) return all;
  for (const hit of matches(lower, QUANTITY)) {
    const written = hit[6]!;
    const { unit, times } = UNITS.get(written)!;
    const end = hit.index + hit[0].length;
    const glued = hit[0].endsWith(`${hit[5] ?? hit[3] ?? hit[1]}${written}`) || hit[0].endsWith(`-${written}`);
    const isCapital = written.length === 2 && /^[GT]o$/.test(text.slice(end - 2, end));
    if (GLUED_ONLY.has(written) && !glued && !isCapital && !(written === 'g' && /\d$/.test(hit[1]!))) continue;
    if (unit === 'nm' && Number(hit[1]) > 32) continue;
    const numbers = [hit[1], hit[3], hit[5]]
      .filter((each) => each !== undefined)
      .map((each) => converted(plainNumber(each), times));
    if (unit === 'in' && hit[1] === '1' && hit[2] === '/' && Number(numbers[1]) < LARGEST_PART) {
      all.push({ unit, values: [(1 / Number(numbers[1])).toFixed(2)], start: hit.index, end });
      continue;
    }
    const range =
      /-|to|bis|至|~|à| a /.test(hit[2] ?? '') && hit[5] === undefined && Number(numbers[0]) < Number(numbers[1]);
    const isChange =
      hit[3] !== undefined && hit[5] === undefined && GROWS.test(lower.slice(Math.max(0, hit.index - LEAD), hit.index));
    all.push({
      unit,
      values: isChange ? numbers.slice(1) : range ? [numbers.join('-')] : numbers,
      start: hit.index,
      end,
    });
  }
  return all;
}

/** `>=` or `<=` where the words before a number make it a bound ("up to", "from"), else nothing. */
export function boundBefore(lower: string, start: number): '' | '<=' | '>=' {
  const before = lower.slice(Math.max(0, start - 26), start);
  if (
    /(?:up to|as much as|under|below|less than|at most|no more than|maximum of|cheaper than|bis zu|unter|weniger als|maximal|hasta|menos de|jusqu'à|moins de|ne dépass(?:e|era|erait|ent|eront|eraient) pas(?: les)?|no super(?:a|ará|aría|an|arán|arían)(?: los| las)?|non super(?:a|erà|erebbe|ano|eranno|erebbero)(?: i| gli| le)?|nie przekr(?:acza|oczy|oczą|oczyłb[ya])|não (?:passa|passará|passaria|ultrapass(?:a|ará|aria)) d[eoa]s?|maximum|fino a|meno di|sotto i|al massimo|até|abaixo de|poniżej|mniej niż|aż do|nawet do|wytrzyma do|wytrzymuje do|działa do|działać do|pracuje do|aguanta hasta|maksymalnie|max\.?) (?:a |an |an? \w+ |einem |ca\. )?$|(?:至多|最高|不到|低于|最长|最多|不超过)$/.test(
      before,
    )
  )
    return '<=';
  if (/from an? $/.test(before)) return '';
  if (
    /(?:at least|more than|over|from|starts? at|starting at|starting from|kicks? off at|opens? at|begins? at|minimum of|upwards of|north of|above|exceed|exceeds|mindestens|über|mehr als|ab|desde|al menos|más de|a partir de|à partir de|au moins|plus de|dès|almeno|più di|superare i|superare gli|oltre|oltre i|a partire da|part(?:e|irà|irebbe|iranno) da|parte de|arranca(?:rá|ría)? en|startet bei|beginnt bei|los bei|débuter(?:a|ait) à|début(?:e|ent) à|startuje od|zaczyna się od|começa(?:rá)? em|pelo menos|mais de|co najmniej|ponad|powyżej|od) (?:a |an |just |only )?$|(?:至少|超过)$/.test(
      before,
    )
  )
    return '>=';
  return '';
}
