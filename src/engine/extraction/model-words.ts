import { isHan, type Token } from './tokens.js';

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that continue the name of a device: `Pro`, `Ultra`, `Fold`. */
const SUFFIXES = list(
  `pro ultra max plus mini lite fold flip note edge air se fe gt xt xl ti super neo play ace prime active classic studio slim go
   one elite extreme master premium standard youth turbo racing speed art style zoom zero power fusion razr hd oled ultimate
   enhanced edition special limited advanced digital deluxe x s z r t c d e i ii iii iv v vi vii viii ix xi xii mark mk duo trio quad nano
   sport cross wagon coupe touring long range performance plaid hybrid turbo gts gti amg quattro pilot carbon wireless ear
   studio open kids junior titanium flex vista country scribe`,
);
/** Kinds of product that stand in names: `Pixel Watch`, `Galaxy Buds`. */
const PRODUCTS = list(
  `watch pad tab tablet buds pods phone book laptop ring band glass glasses tv car deck vision headset console speaker pen
   earbuds earphones frame pocket camera drone truck cam dock hub soundbar bar home controller portal headphone
   headphones ear earphone handheld keyboard mouse robot scooter bike monitor soundlink notebook stick cube go pill charger
   doorbell vacuum printer projector router lock thermostat mower turntable amp reader bracelet gimbal treadmill purifier toothbrush`,
);
/** Words that look like a line of devices and are none. */
const NOT_LINES = list(
  `ryzen threadripper epyc xeon snapdragon dimensity exynos tensor kirin bionic helio android wear ios ipados watchos macos windows miui harmonyos hyperos
   coloros oneui ui gorilla isocell oxygen camera ceo cto cfo president founder chief group corporation electronics inc ag ltd
   assistant maps wallet play store pay search cloud drive photos event keynote unpacked connect conference summit smartphone
   smartphones phone phones january february march april may june july august september october november december
   monday tuesday wednesday thursday friday saturday sunday q1 q2 q3 q4 h1 h2 gen series the a and or in on at of for with
   is will has was said says leica sensor display semiconductor mobile technologies technology research media analyst level chapter version part step day week episode season top route room page figure table`,
);
/** Whether the word, in lower case, stands beside devices and is in none of their names: `Snapdragon`, `June`, `sensor`. */
export const isNoLine = (key: string): boolean => NOT_LINES.has(key);
const UNIT =
  /^(?:mah|mp|mpx|megapixels?|w|watts?|wh|hz|khz|mhz|ghz|gb|tb|mb|gigs?|nm|in|inch(?:es)?|mm|cm|g|kg|grams?|k|p|fps|x|h|hours?|minutes?|seconds?|years?|months?|weeks?|days?|times|percent|million|billion|units?|cores?|cameras?|lenses|nits|ppi|euros?|dollars?|pounds?|yuan|points?|models?|versions?|devices|phones|smartphones|colou?rs|people|st|nd|rd|th|year|month|week|am|pm|cuda|bits?|miles|km|volts?|kwh|hp|版本|月|日|年|万|颗|英寸)$/;
/** Units that are other words where they stand apart from a number: `9 in early 2027`, `12 am 5. Mai`. */
const GLUED_ONLY = list('in am pm st nd rd th g k p x h w m a');
/** Whether the word, in lower case, is a unit or another word that stands behind a number that is no model's. */
export const isUnit = (key: string): boolean => UNIT.test(key);
const GLUED_UNIT =
  /^\d+(?:[.,]\d+)?(?:mah|mp|mpx|w|wh|hz|khz|mhz|ghz|gb|tb|mb|nm|in|mm|cm|g|kg|k|p|fps|x|h|th|st|nd|rd|am|pm|bit)$/;
const NUMBERED = /^(?:[a-z]{0,4}\d{1,5}(?:[a-z]{1,3}\d{0,2}){0,2}|\d{1,2}\.\d)\+?$/;
const YEAR = /^(?:19|20)\d\d$/;
const PART = /^(?:my|imx|gn|hn|hp|jn|ov|s5k|sm|lpddr|usb|wifi|ip|ddr|gddr|mt)\d/;

/** What a token may be within a name. */
export type ModelWord = 'number' | 'suffix' | 'product' | 'line';

/** The second number of a name that has two: `9950X3D` of `Ryzen 9 9950X3D`, `285K` of `Ultra 9 285K`. */
const isSecondNumber = (key: string): boolean => /^\d{3,5}(?:x3d2?|xt?|k[fs]?|f|u|v|hx|hs|ge)$/.test(key);

/** Whether the number counts what follows it or is the first part of a longer one: `12 GB`, `12.5`, not `12 in early`. */
function isCounted(token: Token, next: Token, text: string): boolean {
  const apart = text.slice(token.end, next.start);
  if (apart === ' ' && (GLUED_ONLY.has(next.key) || isSecondNumber(next.key))) return false;
  return UNIT.test(next.key) || (/^\d/.test(next.key) && apart !== ' (');
}

/** Whether the token is a model number: `12`, `S22+`, `3060`, not a year, a size or a part. */
function isModelNumber(token: Token, text: string, next: Token | undefined, brandOnly: boolean): boolean {
  const { key } = token;
  if (isSecondNumber(key) && /\d $/.test(text.slice(Math.max(0, token.start - 2), token.start))) return true;
  if (!NUMBERED.test(key) || YEAR.test(key) || GLUED_UNIT.test(key) || PART.test(key)) return false;
  if (/^\d+$/.test(key) && next && isCounted(token, next, text)) return false;
  if (key === '5g' || key === '4g' || key === '3d' || key === '2d') return false;
  return !(brandOnly && /^[am]\d{1,2}$/.test(key) && next !== undefined && CHIP_AFTER.has(next.key));
}

const CHIP_AFTER = list('bionic chip chips soc processor fusion pro-chip chipset');
/** Words after a name which show that it names a part. */
export const PART_AFTER = list(
  'app apps sensor sensors panel panels soc processor processors chipset chipsets chip chips material soc cpu modem bionic silicon isp display screen',
);

/** `Series 8`, `Series X`: a part of the name, where the number or letter follows. */
const isNumberedSeries = (token: Token, text: string, next: Token | undefined): boolean =>
  next !== undefined &&
  text.charAt(token.start) === 'S' &&
  (/^\d{1,2}$/.test(next.key) || /^[A-Z]$/.test(text.slice(next.start, next.end)));

/** Kinds of product that stand between a maker and its model in Chinese: `\u8363\u8000\u624b\u8868Magic 6`. */
const HAN_PRODUCTS = [
  '\u624b\u8868',
  '\u624b\u673a',
  '\u5e73\u677f',
  '\u624b\u73af',
  '\u8033\u673a',
  '\u773c\u955c',
  '\u7b14\u8bb0',
  '\u76f8\u673a',
];
const isHanProduct = (token: Token, text: string): boolean =>
  isHan(text.charCodeAt(token.start)) &&
  (HAN_PRODUCTS.includes(text.slice(token.start, token.start + 2)) ||
    HAN_PRODUCTS.includes(text.slice(token.start - 1, token.start + 1)));

const SMALL_A = 97;
const SMALL_Z = 122;

/** Whether the token is a word in small letters that stands in no name; most tokens are. */
function isSmallWord({ key, start }: Token, text: string): boolean {
  const code = text.charCodeAt(start);
  if (code < SMALL_A || code > SMALL_Z || key.length === 1 || key === 'gen' || key === 'mini') return false;
  return text.startsWith(key, start) && !/\d/.test(key);
}

/** What the token is within a name, judged by its form; null where it ends the name. */
export function modelWord(token: Token, text: string, next: Token | undefined, brandOnly: boolean): ModelWord | null {
  if (isSmallWord(token, text)) return null;
  const written = text.slice(token.start, token.end);
  if (isHanProduct(token, text)) return 'product';
  if (isModelNumber(token, text, next, brandOnly)) return 'number';
  if (token.key === 'gen') return /^\d{1,2}$/.test(next?.key ?? '') && !brandOnly ? 'suffix' : null;
  if (token.key === 'series') return isNumberedSeries(token, text, next) ? 'suffix' : null;
  if (/^[a-z]$/.test(written) && text.charAt(token.start - 1) === '(' && text.charAt(token.end) === ')')
    return 'suffix';
  if (next && /^[a-z]$/.test(written) && /^\d{2,4}$/.test(next.key) && text.slice(token.end, next.start) === '-')
    return 'suffix';
  if (written === 'mini' && next !== undefined && /^\d{1,2}$/.test(next.key)) return 'suffix';
  const capital = written !== written.toLowerCase();
  if (SUFFIXES.has(token.key)) return capital && (token.key.length > 1 || written.length === 1) ? 'suffix' : null;
  if (PRODUCTS.has(token.key)) return capital ? 'product' : null;
  return capital && !NOT_LINES.has(token.key) && /^[A-Za-z\u00c0-\u1fff\u3040-\ud7ff]/.test(written) ? 'line' : null;
}

/** Words that make a name before them a whole series. */
export const SERIES_AFTER = list(
  'series family families range line-up lineup line lines generation trio 系列 models phones flagships devices serie gamme gama reihe familia',
);
