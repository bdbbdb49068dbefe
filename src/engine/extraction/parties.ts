import { draft, type Draft } from './draft.js';
import type { Cast } from './cast.js';
import { apart, cuesOf, hasCue, type Line } from './scene.js';
import type { Mention } from './mentions.js';
import { readMadeTogether } from './made-together.js';
import { readSupplied } from './supplied.js';
import { PLACES } from './lexicon/places.js';
import { matches } from './matches.js';

const TIES =
  /(?:partner|collab|cooperat|co operat|co-operat|co-brand|co brand|co-develop|co develop|co-engineer|joint|teamed|team up|teams up|teaming|tie-up|tie up|ties|alliance|developed|built|made with|works with|work with|working with|common cause|signed|deal|tracking|zusammen|kooper|entwickel|współprac|partnerst|asoci|colabor|hecho con|合作|联合)/;
const BADGE_AFTER =
  /^(?:'s)?[- ](?!camera sensor|lens sensor)(?:powered|branded|branding|tuned|lens|lenses|logo|optics|camera|cameras|engineered|certified|imaging|kamera|optik|schriftzug)/;
const BADGE_BEFORE =
  /(?:lens|lenses|camera|logo|optics|glass|lente|lentes|aparat\w*|kamera|ottica|ottiche|objektive|optique|optiques|óptica) (?:from|by|of|lens|system of|von|de|di|od|firmat[aoie]|signées?|firmad[oa]s? por|by)? ?$/;
const OVER =
  /\b(?:no longer|once|until now|used to|used|ended|last|previous(?:ly)?|former(?:ly)?|not be|after what happened|instead of|with huawei)\b/;

/** Whether a partner word names a tie between companies, and not only a badge. */
export const isTie = (text: string): boolean => TIES.test(text);

/** Whether the sentence speaks of the maker or its product at all. */
function concernsMaker(line: Line, cast: Cast, maker: string): boolean {
  const mentions = cast.mentions[line.index] ?? [];
  return (
    mentions.some((each) => each.company === maker) ||
    /\b(?:its|their) (?:first|partnership|next)|\bthe (?:company|firm|maker|manufacturer|phone|device|watch|duo|pair|two|handset|smartphone|cameras?|lens|lenses|sensors?|speakers?|display|screen|project|car|headset|tablet|laptop|console|glasses|headphones|earbuds|machine)\b|^it /i.test(
      line.text,
    )
  );
}

/** Whether what wears the badge is another product, named right behind: `the Intel-powered Claw 8`. */
const isBadgeOfOther = (line: Line, partner: Mention): boolean =>
  line.mentions.some(
    (each) =>
      each.kind !== 'company' &&
      each.start > partner.end &&
      / \d/.test(each.name) &&
      /^-[a-z]+ $/.test(line.text.slice(partner.end, each.start)),
  );

function tie(line: Line, partner: Mention): { start: number; end: number } | null {
  const strong = cuesOf(line, 'partner').filter((cue) => isTie(line.lower.slice(cue.start, cue.end)));
  const near = strong
    .filter((cue) => apart(line, cue, partner) < 80)
    .sort((a, b) => apart(line, a, partner) - apart(line, b, partner))[0];
  if (near) return near;
  if (BADGE_AFTER.test(line.lower.slice(partner.end)) && !isBadgeOfOther(line, partner))
    return { start: partner.start, end: Math.min(line.text.length, partner.end + 9) };
  return BADGE_BEFORE.test(line.lower.slice(Math.max(0, partner.start - 24), partner.start)) ? partner : null;
}

/** Whether what ties these two is over, or ties other companies. */
function isOver(line: Line, partner: Mention): boolean {
  const before = line.lower.slice(Math.max(0, partner.start - 34), partner.start);
  const after = line.lower.slice(partner.end, partner.end + 24);
  return OVER.test(before) || /^ (?:once|used to)/.test(after);
}

/** Whether the tie is denied: "there is no partnership with", "denies that it is developing … with". */
const isDenied = (line: Line, cue: { readonly start: number }, partner: Mention): boolean =>
  /\b(?:no|not|den(?:y|ies|ied)|dismiss(?:es|ed)?|without|never|rejects?|rejected)\b[^,.;]{0,50}$/.test(
    line.lower.slice(0, Math.min(cue.start, partner.start)),
  );

/** The companies that develop, brand or build the product together with its maker. */
function partners(line: Line, cast: Cast): Draft[] {
  const maker = cast.devices[0]?.company;
  if (!maker || !concernsMaker(line, cast, maker)) return [];
  return (cast.mentions[line.index] ?? []).flatMap((mention) => {
    if (mention.kind !== 'company' || mention.company === maker) return [];
    const cue = tie(line, mention);
    if (!cue || isOver(line, mention)) return [];
    const stance = isDenied(line, cue, mention) ? 'refutes' : 'supports';
    return [draft(line, 'partner', mention.company, mention, cue, { primary: true, stance })];
  });
}

const NAME = '((?:[A-Z] (?=[A-Z]))?(?:[A-Z][\\w&-]+)(?: (?:[A-Z][\\w&-]+)){0,2})';
/** Before the name of who makes the product or a part of it. */
const MADE_BY = [
  '(?:displays?|screens?|panels?|batter(?:y|ies)|cells?) from|(?:displays?|screens?|panels?|sensors?|batter(?:y|ies)|cells?|modem|motors?|lens|lenses)(?: of [\\d.,]+ [a-z]+)? by|in production at|production at|manufactured by|assembled by|built by|made by|produced by|supplied by|[Ss]uppliers? such as|supplier|sensor by|made especially .{0,20}by|sourced from|come from|comes from|coming from|provided by|fabricated by|mass production at',
  'gefertigt von|gebaut von|hergestellt von|produziert von|geliefert von|gefertigt bei|stammen von|stammt von',
  'gone to|awarded to|orders? (?:has|have) been placed with|order from|contract maker|come[s]? from',
  'fabricad[oa]s? por|suministrad[oa]s? por|suministrar(?:á|ía)(?: la| el)?(?: [a-zà-ÿ]+)?|fabricar(?:á|ía)(?: la| el)?(?: [a-zà-ÿ]+)?|ensamblar(?:á|ía)(?: la| el)?(?: [a-zà-ÿ]+)?|ensamblad[oa]s? por|producid[oa]s? por',
  'gravée?s? (?:en \\d+ ?nm )?(?:chez|par)|w procesie \\d+ ?nm (?:u|przez|w)|(?:in|im) \\d+[- ]nm(?:-verfahren)? bei|(?:en|a) \\d+ ?nm (?:por|da|pela|de)',
  'fournie?s? par|fabriquée?s? par|produite?s? par|assemblée?s? par',
  'fornit[aoie] da|prodott[aoie] da|realizzat[aoie] da|assemblat[aoie] da|costruit[aoie] da',
  'dostarczan\\w{1,3} przez|produkowan\\w{1,3} przez|wyprodukowan\\w{1,3} przez|montowan\\w{1,3} przez',
  'fornecid[oa]s? pel[ao]|produzid[oa]s? pel[ao]|fabricad[oa]s? pel[ao]|montad[oa]s? pel[ao]',
].join('|');
/** Behind it. */
const MAKES = [
  '(?:will|would|is to|are to|could) (?:supply|provide|manufacture|build|assemble|produce|make the)|(?:has|have) (?:begun|started) (?:to )?(?:assembl|build|produc|manufactur|suppl)\\w{1,4}|is (?:assembling|building|producing|supplying)|(?:makes|builds|supplies) (?:it|them)(?=[,.;]| and |$)|(?:makes|supplies|builds|produces|delivers|provides|manufactures|assembles) (?:the|its|their|all) (?:panels?|displays?|screens?|batter(?:y|ies)|cells?|sensors?|chips?|lens|lenses|modems?|cameras?|motors?|housings?|hinges?)',
  '(?:gefertigt|gebaut|hergestellt|produziert|geliefert|montiert)',
  '(?:suministr|fabric|produc|ensambl)\\w{1,4}(?:á|ía|án|ían)|(?:volverá a |va a )?encargar(?:se|á) del? ensamblaje|se encargar(?:á|ía) de',
  '(?:fournira|fournirait|fabriquera|fabriquerait|produira|produirait|assemblera)',
  '(?:fornirà|fornirebbe|produrrà|produrrebbe|costruirà|assemblerà)',
  '(?:dostarczy|wyprodukuje|zmontuje|fornecerá|forneceria|produzirá|fabricará|montará)',
].join('|');
/** Before the name of a firm that is won as one that makes the product: `has taken on X as a second manufacturer`. */
const WON =
  '(?:taken on|took on|hired|chosen|chose|picked|signed up|enlisted|contracted|tapped|brought in|won over|added)';
/** Behind it. */
const AS_MAKER = '(?= as (?:an? |its |the )?(?:[a-z-]+ ){0,2}(?:manufacturer|supplier|assembler|maker|producer))';
const MAKERS = new RegExp(
  `(?:(?<![A-Za-z])(?:${MADE_BY}) ${NAME}|(?<![A-Za-z])${WON} ${NAME}${AS_MAKER}|${NAME}(?: of [A-Z][a-z]+)? (?:${MAKES})(?![A-Za-z])|(?:代工方|代工厂|供应商|组装方)[^，,。]{0,14}?(?:是|为|由)([A-Za-z\\u4e00-\\u9fff]{2,8}?)(?=[，,。；;]|一家|独家|$)|由(?![^，,。]{0,6}工厂)([A-Za-z\\u4e00-\\u9fff]{2,8})(?:代工|生产|供应|制造|供货|提供)|(?:on|in|using|with) ${NAME}(?=['\u2019]s (?:[\w-]+ ){0,2}\d(?: ?-?nm| nanomet)))`,
  'gu',
);

/** What leads to such a name in a sentence without another word for it. */
const PART_OF =
  /(?:displays?|screens?|panels?|sensors?|batter(?:y|ies)|cells?|motors?|inches|lens|lenses) (?:by|from) [A-Z]|[a-z] (?:makes|builds|supplies) (?:it|them)(?:[,.;]| and )|[A-Z]\w+ (?:makes|builds|supplies) (?:it|them)(?:[,.;]| and )|['\u2019]s (?:[\w-]+ ){0,2}\d(?: ?-?nm| nanomet)| as (?:an?|its|the) (?:[a-z-]+ ){0,2}(?:manufacturer|supplier|assembler|maker|producer)/;

/** Whether the name before such a verb is a device or a word that starts a sentence. */
const isNoSupplier = (line: Line, at: number): boolean =>
  line.mentions.some((each) => each.kind !== 'company' && each.start <= at && at < each.end) ||
  !line.names.some((run) => run.start <= at && at < run.end);

/** The companies that make the product or a part of it, the maker itself left out. */
function suppliers(line: Line, maker: string | undefined): Draft[] {
  if (!hasCue(line, 'supplier', 'production') && !PART_OF.test(line.text)) return [];
  return matches(line.text, MAKERS).flatMap((hit) => {
    if (/(?:snapdragon|exynos|dimensity|chip|tensor|soc)[^.;]{0,30}$/.test(line.lower.slice(0, hit.index))) return [];
    if (
      /^['\u2019]s (?:[a-z]+ )?(?:snapdragon|exynos|dimensity|tensor)/.test(line.lower.slice(hit.index + hit[0].length))
    )
      return [];
    const name = hit.slice(1).find((each) => each !== undefined) ?? '';
    const at = hit.index + hit[0].indexOf(name);
    const company = line.mentions.find(
      (each) =>
        each.kind === 'company' && each.start === at && (each.end >= at + name.length || !name.startsWith(each.name)),
    );
    if (hit[3] !== undefined && isNoSupplier(line, at)) return [];
    const value = company?.company ?? name;
    if (value === maker || PLACES.has(value.toLowerCase())) return [];
    return [draft(line, 'supplier', value, { start: at, end: at + name.length }, { start: hit.index, end: at })];
  });
}

/** The companies that take part in the product beside its maker. */
export function readParties(line: Line, cast: Cast): Draft[] {
  const maker = cast.devices[0]?.company;
  const told = [...partners(line, cast), ...suppliers(line, maker)];
  const supplied = readSupplied(line, maker, told);
  return [...told, ...supplied, ...readMadeTogether(line, maker, [...told, ...supplied])];
}
