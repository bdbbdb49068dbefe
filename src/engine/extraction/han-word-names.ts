import { nameKeyOf, type Mention } from './mentions.js';
import type { Line } from './scene.js';

/** A name in quotation marks behind a word that gives it: `内部代号为“星空”`. */
const GIVEN = /(?:代号|定名|命名|取名|名)(?:为|叫|是)?[“"「『]([\u3400-\u9fff]{2,6})[”"」』]/u;
/** Words behind a maker's name that are no product's. */
const NO_NAME =
  /^(?:汽车|手机|手表|平板|耳机|眼镜|科技|公司|集团|官方|宣布|方面|旗下|品牌|新款|新机|新品|首款|首个|首席|发布|推出|正在|将于|将在|预计|计划|近日|今日|今天|昨日|已经|或将|有望|表示|回应|否认|确认|创始|总裁|副总|产品|用户|工程|电子|移动|全球|中国|国内|旗舰|系列|电池|芯片|在|的|将|与|和|已|也|于|是|有|为|对|未|正|还|又|从|向|就|称|被|把|以|等|更|最|或|年|月)/u;
const [SHORTEST, LONGEST] = [2, 4];
const TWICE = 2;

/** The Chinese characters right behind a maker's name, four at most. */
function behind({ text, mentions }: Line, company: string): string[] {
  return mentions
    .filter((each) => each.kind === 'company' && each.company === company)
    .map(({ end }) => /^[\u3400-\u9fff]{2,4}/u.exec(text.slice(end, end + LONGEST))?.[0] ?? '')
    .filter((word) => word !== '' && !NO_NAME.test(word));
}

/** A model behind a name: `X6` of `办公本X6`. */
const MODEL = /^ ?[A-Z]{0,2}\d{1,4}(?: ?(?:Pro|Max|Ultra|Plus|Air))?(?![\d款年月日])/;

/** The longest word that stands twice behind the maker's name: `梦想家` of `岚图梦想家`. */
function repeated(lines: readonly Line[], company: string): string | null {
  const words = lines.flatMap((line) => behind(line, company));
  for (let length = LONGEST; length >= SHORTEST; length -= 1) {
    const counts = new Map<string, number>();
    for (const word of words)
      if (word.length >= length) counts.set(word.slice(0, length), (counts.get(word.slice(0, length)) ?? 0) + 1);
    for (const [word, count] of counts) if (count >= TWICE) return word;
  }
  return null;
}

function mentionsOf({ text, mentions }: Line, word: string, company: string): Mention[] {
  const found: Mention[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const brand = mentions.find((each) => each.kind === 'company' && each.company === company && each.end === at);
    const start = brand?.start ?? at;
    const end = at + word.length + (MODEL.exec(text.slice(at + word.length, at + word.length + 16))?.[0].length ?? 0);
    const name = text.slice(at, end);
    const named = { kind: 'device', company, key: nameKeyOf(name), known: null, start, end } as const;
    found.push({ ...named, name: brand ? `${company} ${name}` : name });
  }
  return found;
}

/** The product of a Chinese article whose name is a word: given in quotation marks, or twice behind its maker's name. */
export function hanWordName(lines: readonly Line[], company: string): { key: string; mentions: Mention[][] } | null {
  const given = lines.map(({ text }) => GIVEN.exec(text)?.[1]).find((name) => name !== undefined);
  const word = given ?? repeated(lines, company);
  if (!word) return null;
  const mentions = lines.map((line) => mentionsOf(line, word, company));
  return { key: mentions.flat()[0]?.key ?? nameKeyOf(word), mentions };
}
