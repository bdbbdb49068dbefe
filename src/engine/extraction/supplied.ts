import { draft, type Draft } from './draft.js';
import { PLACES } from './lexicon/places.js';
import { matches } from './matches.js';
import type { Line } from './scene.js';

const NAME =
  '(?<name>[A-Z\\u00c0-\\u017d][\\w\\u00c0-\\u017e&-]+(?: [A-Z\\u00c0-\\u017d][\\w\\u00c0-\\u017e&-]+){0,2})';
/** What may stand between a preposition and a company: its country, its trade. */
const KNOWN_AS =
  "(?:['\\u2019](?:[a-z\\u00df-\\u017e-]+ ){0,2}|(?: (?:dem|der|den))?(?: [a-z\\u00df-\\u017e-]+){0,2}(?: (?:Zulieferer|Auftragsfertiger|Hersteller|Konzern|Unternehmen|Spezialisten?|Firma))?) ?";
const written = (words: readonly string[]): string => `(?<![A-Za-z\\u00c0-\\u017e])(?:${words.join('|')})`;

/** Before the name of the company that makes it or a part of it. */
const MADE_BY = written([
  '(?:gefertigt|gebaut|hergestellt|produziert|geliefert|zugeliefert|beigesteuert|montiert|bezogen) (?:von|vom|bei|durch)',
  'fornit[aoie] d(?:a|al|alla|all|ai|agli|alle)|(?:prodott|realizzat|assemblat|costruit|fabbricat)[aoie] d(?:a|al|alla|all|ai|agli|alle)|affidat[aoie] a(?:l|lla|ll|d|i|gli)?',
  "(?:fourni|fabriqu\u00e9|produit|assembl\u00e9|mont\u00e9)e?s? par(?: l[ea]s?| l)?|(?<!s['\u2019](?:est|\u00e9tait) )confi\u00e9e?s? (?:au|\u00e0(?: la| l)?)",
  '(?:suministrad|fabricad|producid|ensamblad|montad|aportad|proporcionad)[oa]s? por(?: el| la)?|(?:encargad|confiad|encomendad)[oa]s? a(?:l| la)?|(?:correr\u00e1n?|correr\u00edan?|corren?) a cargo de(?:l| la)?',
  '(?:dostarczan|dostarczon|produkowan|wyprodukowan|wytwarzan|montowan|zmontowan)\\w{0,2}[\u0105\u0119]? przez|(?<=(?:^|[,;.] |\\b(?:a|i|oraz) )[Zz]a [a-z\u00df-\u017e ]{3,30})(?:odpowiada(?:\u0107|j\u0105)?|odpowie)(?: ma| b\u0119dzie)?',
  '(?:fornecid|produzid|fabricad|montad|feit)[oa]s? (?:pel[ao]s?|por)|confiad[oa]s? (?:\u00e0|ao|a)|(?:ficar(?:\u00e1|ia|\u00e3o|iam)|fica|ficam) a cargo d[aoe]',
]);
/** Behind it. */
const MAKES = written([
  '(?:suministr|fabric|ensambl|mont)ar(?:\u00e1n?|\u00edan?)|produci?r(?:\u00e1n?|\u00edan?)',
  '(?:fourni|fabrique|produi|assemble)r(?:a|ait|ont|aient)',
  '(?:forni|produr|costrui|assemble|fabbriche)r(?:\u00e0|anno|ebbe|ebbero)',
  '(?:dostarczy|wyprodukuje|zmontuje|wytworzy)',
  '(?:fornecer|produzir|fabricar|montar)(?:\u00e1|\u00e3o|iam?)',
]);
/** The parts of which it is told where they come from; tips and pictures come from somebody too. */
const PARTS =
  'motor sensor akku display panel zelle chip kamera optik linse objektiv prozessor modem antrieb batteri celle schermo motore sensore pannell lent obiettiv processore \u00e9cran dalle capteur moteur cellule batterie objectif guides puce pantalla bater\u00eda celda c\u00e1mara procesador ekran silnik czujnik ogniw matryc obiektyw procesor tela bateria c\u00e9lula c\u00e2mera painel pain\u00e9is lente processador';
/** One of them, small or with a capital. */
const PART = `(?<![A-Za-z\\u00c0-\\u017e])(?:[A-Z][a-z\\u00df-\\u017e]{2,14})?(?:${PARTS.split(' ')
  .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
  .join('|')})`;
/** Verbs of coming, between a part and the company. */
const COMES = written([
  '(?:stamm(?:t|e|en|ten)|komm(?:t|e|en)|k\u00e4men?)(?: [a-z\u00df-\u017e]+)? vo[nm]',
  '(?:arriv(?:a|ano|er\u00e0|eranno|erebbe|erebbero)|provien?e|provengono|proverr(?:\u00e0|anno|ebbe|ebbero)) d(?:a|al|alla|all|ai|agli)',
  '(?:provien(?:t|nent|drait|draient|dra|dront)|vien(?:t|nent|drait|draient|dra|dront)) (?:du|des|de chez|de la|de l|de|d)',
  '(?:proviene|provienen|provendr(?:\u00e1n?|\u00edan?)|procede|proceden|proceder(?:\u00e1n?|\u00edan?)|vendr(?:\u00e1n?|\u00edan?)) de(?:l| la)?',
  'pochodz(?:i|\u0105|i\u0142[aoy]?)(?: ma| maj\u0105)? (?:od|z|ze)(?: firmy)?',
  '(?:v[e\u00ea]m|vir(?:\u00e1|\u00e3o|iam?)|prov[e\u00ea]m|provir(?:\u00e1|\u00e3o|iam?)) d[aoe]',
]);

const BEFORE_NAME = new RegExp(`${MADE_BY}${KNOWN_AS}${NAME}`, 'gu');
const BEHIND_NAME = new RegExp(`${NAME}(?:,? (?:que|che|qui|kt\u00f3r[ay]))? ${MAKES}(?![a-z\\u00df-\\u017e])`, 'gu');
const FROM_NAME = new RegExp(`(?:${PART}[^.,;:]{0,50} |^Der |^Dieser )${COMES}${KNOWN_AS}${NAME}`, 'gu');

/** What every one of these phrases has; the rest of the sentences are not searched. */
const MAY_MAKE =
  /gefertigt|gebaut|hergestellt|produzi|liefer|beigesteuert|montiert|bezogen|forni|prodott|realizzat|assembl|costrui|fabbric|affidat|fourni|fabri|produi|mont|confi|suministr|produci|ensambl|aportad|proporcionad|encargad|encomend|cargo|dostarcz|produk|wytw|odpowi|fornec|feit|produr/;
const MAY_COME = /stamm|komm|k\u00e4me|arriv|prov|vien|proced|vendr|pochodz|v[\u00eae]m |vir/;

/** A deal on which the company makes it, which makes it a partner. */
const DEAL =
  /(?<![a-z\u00df-\u017e])(?:accordo|acuerdo|accord|acordo|abkommen|vereinbarung|umow\w{1,2}|porozumieni\w{1,2})(?![a-z\u00df-\u017e])/;
/** Words that begin with a capital and name no company. */
const NO_COMPANY =
  /^(?:Se|Lo|La|Le|El|Il|Elle|Ils|Elles|On|Les|Los|Las|Gli|Ele|Ela|Qui|Que|Che|Chi|Quien|Hand|Anfang|Ende|Hause|Werk|Experten|Kunden|Nutzern?|[A-Z]\d?)$/;
/** So much before a name is looked at. */
const LEAD = 6;
const IN_A_PLACE = /(?<![a-z\u00df-\u017e])(?:in|im|aus|w|we|z|en|\u00e0|em) $/i;

/** Whether the name at `start` is one of a product, and none of a company. */
const isProduct = (line: Line, start: number): boolean =>
  line.mentions.some((each) => each.kind !== 'company' && each.start <= start && start < each.end);

/** The company that a hit names, by the name under which it is known; null where it names none. */
function companyOf(line: Line, name: string, start: number): string | null {
  if (NO_COMPANY.test(name) || PLACES.has(name.toLowerCase()) || isProduct(line, start)) return null;
  const known = line.mentions.find((each) => each.kind === 'company' && each.start === start);
  return known?.company ?? name;
}

/** What a pattern of these finds: the company and where its name stands. */
function found(line: Line, pattern: RegExp, isLed: boolean, maker: string | undefined): Draft[] {
  return matches(line.text, pattern).flatMap((hit) => {
    const name = hit.groups!.name!;
    const start = isLed ? hit.index + hit[0].length - name.length : hit.index;
    const at = { start, end: start + name.length };
    if (
      !/^[A-Z\u00c0-\u017d]/.test(name) ||
      (!isLed && IN_A_PLACE.test(line.text.slice(Math.max(0, start - LEAD), start)))
    )
      return [];
    const value = companyOf(line, name, start);
    if (value === null || value === maker) return [];
    const subject = DEAL.test(line.lower.slice(Math.max(0, start - 60), at.end + 60)) ? 'partner' : 'supplier';
    return [draft(line, subject, value, at, { start: hit.index, end: hit.index + hit[0].length }, { primary: true })];
  });
}

/** Behind a company in Chinese, where a name has no end of its own: `由海元代工`. */
const HAN_MAKES = /^(?:独家|负责|首发)?(?:代工|供货|供应|提供|生产|制造)/;
/** A part or a process behind it, with a verb of use before it: `采用海元2nm工艺`. */
const HAN_PART =
  /^[\u4e00-\u9fff]{2,6}?的?(?:[\d.]+(?:nm|纳米)(?:工艺|制程)|(?:[a-z ]{2,12})?(?:面板|屏幕|屏|电芯|电池|传感器|铰链))/i;
const HAN_USES = /(?:采用|使用|搭载|用上|配备|的|是|为)(?:了|来自)?$/;
/** What makes it a partner: `由海元调校`, `与海元联合`. */
const HAN_TUNES = /^(?:联合)?(?:调校|联名|共同(?:研发|开发)|联合(?:研发|开发|打造))/;

/** So far behind the company its part or its verb stands. */
const REACH = 24;

/** The same in Chinese, of companies that are known. */
function hanMakers(line: Line, maker: string | undefined): Draft[] {
  if (!/[\u4e00-\u9fff]/.test(line.text)) return [];
  return line.mentions.flatMap((each) => {
    if (each.company === maker) return [];
    const isPart =
      HAN_PART.test(line.text.slice(each.start, each.end + REACH)) &&
      HAN_USES.test(line.text.slice(Math.max(0, each.start - LEAD), each.start));
    const behind = each.kind === 'company' ? line.text.slice(each.end, each.end + REACH) : '';
    const subject = HAN_TUNES.test(behind) ? 'partner' : HAN_MAKES.test(behind) || isPart ? 'supplier' : null;
    return subject === null ? [] : [draft(line, subject, each.company, each, each, { primary: true })];
  });
}

/**
 * The companies that make the product or a part of it, told in German, French, Spanish, Italian, Polish,
 * Portuguese or Chinese;
 * one that makes it on a deal is a partner. Names that `known` holds already are left out.
 */
export function readSupplied(line: Line, maker: string | undefined, known: readonly Draft[]): Draft[] {
  const all = [
    ...(MAY_MAKE.test(line.lower) ? found(line, BEFORE_NAME, true, maker) : []),
    ...(MAY_MAKE.test(line.lower) ? found(line, BEHIND_NAME, false, maker) : []),
    ...(MAY_COME.test(line.lower) ? found(line, FROM_NAME, true, maker) : []),
    ...hanMakers(line, maker),
  ];
  return all.filter((each) => !known.some((other) => other.start === each.start));
}
