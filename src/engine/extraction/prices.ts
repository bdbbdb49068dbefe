import { draft, type Draft } from './draft.js';
import { AFTER_AMOUNT, BEFORE_AMOUNT, CODES, HOME } from './lexicon/currencies.js';
import { placeNear } from './places.js';
import { boundBefore, plainNumber } from './quantities.js';
import { hasCue, nearest, type Line } from './scene.js';
import { isFormer } from './former.js';
import { PAIR } from './memory.js';
import { matches } from './matches.js';
import { isPriceOfSold } from './sold-prices.js';

const AMOUNT =
  '\\d{1,2}(?:,\\d{2}){1,2},\\d{3}(?!\\d)|\\d{1,3}(?:[,. ]\\d{3}){1,2}(?!\\d)(?:[.,]\\d{2}(?!\\d))?|\\d{1,6}(?:[.,]\\d{1,2})?(?!\\d)';
const quoted = (codes: readonly string[]): string => codes.map((code) => code.replace(/[.$]/g, '\\$&')).join('|');
const BEFORE = quoted(BEFORE_AMOUNT);
const AFTER = quoted(AFTER_AMOUNT);
const MONEY = new RegExp(
  `(?<![A-Za-z\\u00c0-\\u1fff\\d])(?:(${BEFORE}) ?(${AMOUNT})(?: ?(?:-|to|or|and|und|bis|y|a|e|o|ou|et|à) ?(?:${BEFORE})? ?(${AMOUNT}))?|(?<![.,$€£¥₹])(${AMOUNT})(?:(?: ?(?:${AFTER}))? ?(?:-|to|or|and|und|bis|y|a|e|o|ou|et|à|至|到) ?(${AMOUNT}))? ?(${AFTER})(?![A-Za-z\\u00c0-\\u1fff]))`,
  'g',
);

/** A number beside a currency, which every price has. */
const PRICED = new RegExp(`\\d ?(?:${AFTER})|(?:${BEFORE}) ?\\d`);

const bare = (amount: string): string => {
  const cents = /^(.+)[.,](\d{2})$/.exec(amount);
  const whole = plainNumber((cents ? cents[1]! : amount).replaceAll(' ', ''));
  return cents && cents[2] !== '00' ? `${whole.replace(/\..*/, '')}.${cents[2]}` : whole;
};

function variantOf(line: Line, start: number, end: number): string | null {
  const pair = matches(line.lower, PAIR).findLast((hit) => hit.index < start);
  if (pair) return `${pair[1]}GB/${pair[2]}${pair[3] === 'tb' ? 'TB' : 'GB'}`;
  const around = line.lower.slice(Math.max(0, start - 45), end + 25);
  if (/\b(?:lte|cellular)\b/.test(around) && !/wi-fi model/.test(line.lower.slice(start, end + 25))) return 'LTE';
  if (/\bwi-fi\b/.test(around)) return 'Wi-Fi';
  const after = /^.{0,16}(?:for the |for |für die |version |model |variant )(?:(\d{1,2})\/)?(\d{1,4}) ?(gb|tb)\b/.exec(
    line.lower.slice(end),
  );
  if (after) return `${after[1] ? `${after[1]}GB/` : ''}${after[2]}${after[3]!.toUpperCase()}`;
  const size = /\b(\d{2,4}) ?(gb|tb)\b/.exec(line.lower.slice(Math.max(0, start - 40), start));
  return size ? `${size[1]}${size[2]!.toUpperCase()}` : null;
}

const CHANGE_BEFORE =
  /(?<![a-zß-ɏ])(?:soit|up|down|(?<!surprised )by|um|rund um|(?:aument\w+|redu\w+|sub\w+|ca\w+|baix\w+|cort\w+) em|de apenas|extra|additional|another|(?:increase|rise|hike|cut|drop) of) (?:about |around |some |roughly |an? )?$/;
const CHANGE_AFTER =
  /^ (?:de plus|de moins|más|menos que|mais que|in più|in meno|mehr|weniger|teurer|günstiger|więcej|mniej|taniej|drożej|more|less|cheaper|dearer|higher|lower|extra|(?:price )?(?:increase|rise|hike|cut|drop)|above|below)\b/;

/** Whether the amount is only how much more or less something costs: "up $100 from its predecessor". */
const isChange = (line: Line, start: number, end: number): boolean =>
  CHANGE_BEFORE.test(line.lower.slice(Math.max(0, start - 30), start)) || CHANGE_AFTER.test(line.lower.slice(end));

/** What is paid for a product that is on sale, which is no price of one to come. */
const STILL_SOLD =
  /(?<![a-zß-ɏ])(?:(?:still|currently|already|now|today) (?:sells?|costs?|sold|selling|available|offered|goes)|kostet (?:heute|derzeit|aktuell|zurzeit)|cuesta (?:hoy|actualmente)|coûte (?:aujourd'hui|actuellement)|costa (?:oggi|attualmente)|kosztuje (?:dziś|obecnie|u nas)|custa (?:hoje|atualmente)|(?:had|has) paid|came out at|was offered at|can be (?:had|found) for) ?[^,;]{0,24}$/;
/** The same behind the amount. */
const AT_LAUNCH =
  /^ (?:réclamés au lancement|au lancement|at launch|beim start|al lancio|na premierę|no lançamento|en su lanzamiento|in advance|these days|today|nowadays|at present|at the start|at its launch|when it (?:came out|launched)|below the list price)(?![a-z])/;
/** What somebody paid or asked in a year that is named behind the amount: `cost $1,799 in 2019`. */
const PAID = /(?:cost|asked|charged|began at|started at|sold for|retailed (?:at|for)) (?:about |around |just |only )?$/;
const IN_YEAR = /^ (?:back )?(?:in|at) (?:[a-z]+ )?(?:19|20)\d\d|^ (?:at (?:the start|launch|first)|when (?:it|new))/;
const wasPaid = (line: Line, start: number, end: number): boolean =>
  PAID.test(line.lower.slice(Math.max(0, start - 40), start)) && IN_YEAR.test(line.lower.slice(end));

/** A product beside the one to come, right before the amount or the brackets that it stands in. */
const OF_OTHER =
  /(?:than|predecessor|poprzedni\w+|vorgänger\w*|predecesor\w*|prédécesseur|predecessore|antecessor\w*|上代|前代|上一代|现款)[^.;]{0,30}\([^()]{0,40}$/;

/** Whether the amount is a conversion in brackets, a change, a discount, a turnover or a fine, and so no price. */
function isNoPrice(line: Line, start: number, end: number, earlier: boolean): boolean {
  const inBrackets = /\((?:[^()]{0,24})$/.test(line.lower.slice(Math.max(0, start - 26), start));
  const slash = /[\/=≈~] ?$/.test(line.lower.slice(Math.max(0, start - 3), start));
  const scaled =
    /^ ?(?:million|billion|bn|m\b|k?\s?trillion|mil millones|millones|milliarden|millionen|mld|mln|milh|bilh|miliard|亿)/.test(
      line.lower.slice(end),
    );
  if (isChange(line, start, end) || isFormer(line, start) || wasPaid(line, start, end)) return true;
  const before = line.lower.slice(Math.max(0, start - 90), start);
  if (STILL_SOLD.test(before) || OF_OTHER.test(before) || AT_LAUNCH.test(line.lower.slice(end, end + 30))) return true;
  const discount = nearest(line, { start, end }, ['discount'], 24)?.found;
  const isCut = discount !== undefined && !/\bkick(?:s|ed)? $/.test(line.lower.slice(0, discount.start));
  return (earlier && (inBrackets || slash)) || scaled || isCut;
}

/** The unit of `29.9万元`. */
const TEN_THOUSAND = 10_000;

/** The amounts of a hit as claims write them: one, a range, or the two of a list. */
function amountsOf(hit: RegExpMatchArray, lead: string, scale: number): string[] {
  if (scale > 1) return [String(Math.round(Number(hit[4]) * scale))];
  const low = bare(hit[2] ?? hit[4] ?? '');
  const high = hit[3] ?? hit[5];
  if (high === undefined || Number(bare(high)) <= Number(low)) return [low];
  const list = /\bor\b|\band\b/.test(hit[0]) && !/between $/.test(lead);
  return list ? [low, bare(high)] : [`${low}-${bare(high)}`];
}

/** What makes an amount the least one behind it: `4999元起`, `bei 899 Euro beginnen`. */
const AND_UP =
  /^(?: ?起(?!诉)| (?:and up|upwards|onwards|or more|beginn\w+|starten|aufwärts|in su|wzwyż|en adelante|para cima))/;
const boundBehind = (line: Line, end: number): '' | '>=' => (AND_UP.test(line.lower.slice(end)) ? '>=' : '');

/** Words for the price of the cheapest version, right before the amount. */
const STARTING =
  /(?:(?:starting|entry|entry-level) prices?|einstiegspreis\w*|startpreis|precio (?:de partida|inicial|base)|prix (?:de départ|d'appel)|prezzo (?:di partenza|base)|cen\w początkow\w|preço (?:inicial|de partida)|起售价|起步价|起价)[^.;:\d]{0,24}$/;
const boundOfStart = (line: Line, start: number): '' | '>=' =>
  STARTING.test(line.lower.slice(Math.max(0, start - 50), start)) ? '>=' : '';

/** An amount that somebody expects, or that is said to be aimed at, without a word for a price. */
const EXPECTED_BEFORE =
  /(?<![a-z])(?:expects?|expecting|anticipates?|predicts?|guesses|mentions?|names?|speaks? of|heard of|(?:a|the) (?:figure|sum|amount) of|puts? it at|pegs? it at|means|works out (?:at|to)|translates (?:in)?to|equates to) (?:about |around |some |roughly |just |only )?$/;
const EXPECTED_AFTER = /^ (?:is|was|remains|would be) (?:the|its|their) (?:target|goal|aim|figure|plan|number)/;
const isExpected = (line: Line, { start, end }: { readonly start: number; readonly end: number }): boolean =>
  EXPECTED_BEFORE.test(line.lower.slice(Math.max(0, start - 40), start)) || EXPECTED_AFTER.test(line.lower.slice(end));

/** A sentence that is nothing but an amount, as the answer to a question. */
const ONLY_AMOUNT = /^\W?(?:(?:About|Around|Roughly|Just|Some) )?[$€£¥₹]? ?\d[\d.,]*(?: ?[A-Za-z€]{1,8})?[.!]?$/;

const LEAST_AMOUNT = 5;
const LEAD = 10;
const CUE_REACH = 100;

/** The prices that a sentence names. */
export function readPrices(line: Line): Draft[] {
  if (!PRICED.test(line.lower)) return [];
  const isItem = /^\s*(?:[-•*]|\d)/.test(line.text) || line.heading || ONLY_AMOUNT.test(line.text);
  const drafts: Draft[] = [];
  for (const hit of matches(line.lower, MONEY)) {
    const at = { start: hit.index, end: hit.index + hit[0].length };
    const currency = CODES.get(hit[1] ?? hit[6] ?? '');
    const cue = nearest(line, at, ['price'], CUE_REACH);
    const scale = /万/.test(hit[6] ?? '') ? TEN_THOUSAND : 1;
    const amounts = amountsOf(hit, line.lower.slice(Math.max(0, at.start - LEAD), at.start), scale);
    const isPriced = cue !== null || isItem || hasCue(line, 'guess') || isExpected(line, at);
    if (!currency || !(Number.parseFloat(amounts[0]!) >= LEAST_AMOUNT) || !isPriced) continue;
    if (isNoPrice(line, at.start, at.end, drafts.length > 0) || isPriceOfSold(line, at.start, at.end)) continue;
    const bound = amounts[0]!.includes('-')
      ? ''
      : boundBefore(line.lower, at.start) || boundBehind(line, at.end) || boundOfStart(line, at.start);
    const more = { region: placeNear(line, at) ?? HOME[currency] ?? null, variant: variantOf(line, at.start, at.end) };
    for (const amount of amounts) {
      drafts.push(draft(line, 'price', `${bound}${currency} ${amount}`, at, cue?.found ?? at, more));
    }
  }
  return drafts;
}
