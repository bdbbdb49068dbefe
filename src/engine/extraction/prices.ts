import { draft, type Draft } from './draft.js';
import { AFTER_AMOUNT, BEFORE_AMOUNT, CODES, HOME } from './lexicon/currencies.js';
import { placeNear } from './places.js';
import { boundBefore, plainNumber } from './quantities.js';
import { nearest, type Line } from './scene.js';
import { isFormer, PAIR } from './specs.js';

const AMOUNT = '\\d{1,3}(?:[,. ]\\d{3}){1,2}(?!\\d)(?:\\.\\d{2})?|\\d{1,6}(?:[.,]\\d{1,2})?(?!\\d)';
const quoted = (codes: readonly string[]): string => codes.map((code) => code.replace(/[.$]/g, '\\$&')).join('|');
const BEFORE = quoted(BEFORE_AMOUNT);
const AFTER = quoted(AFTER_AMOUNT);
const MONEY = new RegExp(
  `(?<![A-Za-z\\u00c0-\\u1fff\\d])(?:(${BEFORE}) ?(${AMOUNT})(?: ?(?:-|to|or|and|und|bis|y|a|e|o|ou|et|à) ?(?:${BEFORE})? ?(${AMOUNT}))?|(?<![.,$€£¥₹])(${AMOUNT})(?: ?(?:-|to|or|and|und|bis|y|a|e|o|ou|et|à|至|到) ?(${AMOUNT}))? ?(${AFTER})(?![A-Za-z\\u00c0-\\u1fff]))`,
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
  const pair = [...line.lower.matchAll(PAIR)].findLast((hit) => hit.index < start);
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
  /(?<![a-zß-ɏ])(?:soit|up|down|by|um|rund um|em|de apenas|extra|additional|another|(?:increase|rise|hike|cut|drop) of) (?:about |around |some |roughly |an? )?$/;
const CHANGE_AFTER =
  /^ (?:de plus|de moins|más|menos que|mais que|in più|in meno|mehr|weniger|teurer|günstiger|więcej|mniej|taniej|drożej|more|less|cheaper|dearer|higher|lower|extra|(?:price )?(?:increase|rise|hike|cut|drop)|above|below)\b/;

/** Whether the amount is only how much more or less something costs: "up $100 from its predecessor". */
const isChange = (line: Line, start: number, end: number): boolean =>
  CHANGE_BEFORE.test(line.lower.slice(Math.max(0, start - 30), start)) || CHANGE_AFTER.test(line.lower.slice(end));

/** Whether the amount is a conversion in brackets, a change, a discount, a turnover or a fine, and so no price. */
function isNoPrice(line: Line, start: number, end: number, earlier: boolean): boolean {
  const inBrackets = /\((?:[^()]{0,24})$/.test(line.lower.slice(Math.max(0, start - 26), start));
  const slash = /[\/=≈~] ?$/.test(line.lower.slice(Math.max(0, start - 3), start));
  const scaled =
    /^ ?(?:million|billion|bn|m\b|k?\s?trillion|mil millones|millones|milliarden|millionen|mld|mln|milh|bilh|miliard|亿)/.test(
      line.lower.slice(end),
    );
  if (isChange(line, start, end) || isFormer(line, start)) return true;
  return (earlier && (inBrackets || slash)) || scaled || nearest(line, { start, end }, ['discount'], 24) !== null;
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

const LEAST_AMOUNT = 5;
const LEAD = 10;
const CUE_REACH = 70;

/** The prices that a sentence names. */
export function readPrices(line: Line): Draft[] {
  if (!PRICED.test(line.lower)) return [];
  const isItem = /^\s*(?:[-•*]|\d)/.test(line.text) || line.heading;
  const drafts: Draft[] = [];
  for (const hit of line.lower.matchAll(MONEY)) {
    const at = { start: hit.index, end: hit.index + hit[0].length };
    const currency = CODES.get(hit[1] ?? hit[6] ?? '');
    const cue = nearest(line, at, ['price'], CUE_REACH);
    const scale = /万/.test(hit[6] ?? '') ? TEN_THOUSAND : 1;
    const amounts = amountsOf(hit, line.lower.slice(Math.max(0, at.start - LEAD), at.start), scale);
    if (!currency || !(Number.parseFloat(amounts[0]!) >= LEAST_AMOUNT) || (!cue && !isItem)) continue;
    if (isNoPrice(line, at.start, at.end, drafts.length > 0)) continue;
    const bound = amounts[0]!.includes('-') ? '' : boundBefore(line.lower, at.start);
    const more = { region: placeNear(line, at) ?? HOME[currency] ?? null, variant: variantOf(line, at.start, at.end) };
    for (const amount of amounts) {
      drafts.push(draft(line, 'price', `${bound}${currency} ${amount}`, at, cue?.found ?? at, more));
    }
  }
  return drafts;
}
