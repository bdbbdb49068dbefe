import { modelWord } from './model-words.js';
import type { Line } from './scene.js';
import { isHan } from './tokens.js';

/** Characters of words that stand before a number and are no brand's: parts, platforms, verbs, counts. */
const NO_BRAND =
  /[的了在和与是为将款代第约达到从于至仅近超或及对其该这那有被由比等月日年季周元价]|骁龙|天玑|麒麟|安卓|鸿蒙|澎湃|高通|联发|酷睿|锐龙|手机|手表|系列|型号|版本|电池|内存|搭载|采用|配备|发布|推出|曝光|处理器|芯片|屏幕|支持|升级|爆料|容量|系统/u;
/** What a number counts that stands before it. */
const COUNTED = /^ ?[款个倍元分寸毫天周代名家台片核档亿万颗年月日季号点时小个％%]/u;
const SHORTEST = 2;
const LONGEST = 4;
const TWICE = 2;

/** How many tokens of a Chinese word stand right before that one. */
function hanBefore({ tokens, text }: Line, first: number): number {
  let length = 0;
  while (length <= LONGEST) {
    const token = tokens[first - length - 1];
    const gap = token ? text.slice(token.end, tokens[first - length]!.start) : '?';
    if (!token || !isHan(token.key.charCodeAt(0)) || !(gap === '' || (gap === ' ' && length === 0))) break;
    length += 1;
  }
  return length;
}

/** The model that begins at that token, as written; null where the number counts something or is of a known name. */
function modelAt(line: Line, first: number): string | null {
  const { tokens, text, mentions } = line;
  const token = tokens[first]!;
  if (modelWord(token, text, tokens[first + 1], false) !== 'number' || COUNTED.test(text.slice(token.end))) return null;
  return mentions.some((each) => each.start <= token.start && token.start <= each.end)
    ? null
    : text.slice(token.start, token.end);
}

/** Counts the words that begin behind no other Chinese character and stand before a model. */
function countIn(line: Line, counts: Map<string, string>): void {
  const { tokens, text } = line;
  for (let first = SHORTEST; first < tokens.length; first += 1) {
    const length = hanBefore(line, first);
    if (length < SHORTEST || length > LONGEST) continue;
    const model = modelAt(line, first);
    const brand = text.slice(tokens[first - length]!.start, tokens[first - 1]!.end);
    if (model !== null && !NO_BRAND.test(brand)) counts.set(brand, model);
  }
}

/** The Chinese brands that an article shows by a device alone: a word at the start of a clause and a model, named in two sentences. */
export function hanBrands(lines: readonly Line[]): readonly string[] {
  const models = new Map<string, string>();
  for (const line of lines) countIn(line, models);
  return [...models].flatMap(([brand, model]) => {
    const named = lines.filter(({ text }) => text.includes(brand + model) || text.includes(`${brand} ${model}`));
    return named.length >= TWICE ? [brand] : [];
  });
}
