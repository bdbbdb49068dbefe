import { draft, type Draft } from './draft.js';
import { PLACES } from './lexicon/places.js';
import { matches } from './matches.js';
import type { Line } from './scene.js';

const NAME = '(?<name>[A-Z\\u00c0-\\u017d][\\w\\u00c0-\\u017e&-]+(?: [A-Z\\u00c0-\\u017d][\\w\\u00c0-\\u017e&-]+)?)';
/** What leads to the company with which the maker develops or builds it. */
const WITH = [
  '(?:gemeinsam|zusammen) mit|in (?:Zusammenarbeit|Kooperation|Partnerschaft) mit|(?:Kooperation|Partnerschaft|Zusammenarbeit|Vereinbarung) mit',
  'insieme (?:a|ad|al|alla|all|con)|in (?:collaborazione|partnership) con|accordo con',
  '(?:en )?(?:partenariat|collaboration) avec(?: l[ea]| l)?|conjointement avec(?: l[ea])?|accord avec(?: l[ea])?|main dans la main avec',
  '(?:bajo un |en virtud de un )?acuerdo con|en (?:colaboraci\u00f3n|alianza) con|junto (?:a|con)|de la mano de',
  'we wsp\u00f3\u0142pracy z|wsp\u00f3lnie z|razem z|wsp\u00f3\u0142prac\\w{1,2} z',
  'em (?:parceria|colabora\u00e7\u00e3o|conjunto) com|parceria com|acordo com|(?:junto|juntamente) com',
].join('|');
const TIED = new RegExp(
  `(?<![A-Za-z\\u00c0-\\u017e])(?:${WITH})(?:['\\u2019]|(?: [a-z\\u00df-\\u017e-]+){0,2} )${NAME}`,
  'gu',
);
const MAY_TIE =
  / mit |insieme |collabor|accord|partena|conjoint|main avec|acuerdo|colabora|alianza|junto|mano de|wsp\u00f3l|razem|parceria|acordo|conjunto/;
/** What they do together. */
const DOING =
  /(?<![a-z\u00df-\u017e])(?:entwick|bau|bereite|fertig|produzier|konstru|tüftel|werkel|arbeite|svilupp|produ[zctr]|costru|progett|realizz|fabric|desarroll|dise\u00f1|prepar|constru|d\u00e9velopp|con[\u00e7c]|fabriqu|opracow|buduj|tworz|przygotow|powsta|produkow|desenvolv|projet|criad|modell|produkt|kooper|partnerschaft|zusammenarbeit)/;
/** So near it must stand to a company that is known, and so near before one that is not. */
const REACH = 90;
const NEAR = 40;
/** A denial of the tie: `Eine Kooperation mit Orvane bestehe nicht`, `il n'y a pas de partenariat avec`. */
const NONE_BEFORE =
  /(?<![a-z\u00df-\u017e])(?:keine?|n['\u2019]y a (?:pas|aucun) (?:de )?|aucun|aucune|sin|ning\u00fan|ninguna|no hay|nessun[ao]?|non c['\u2019]\u00e8|\u017cadn\w{1,3}|nie ma|n\u00e3o h\u00e1|nenhuma?)(?![a-z\u00df-\u017e])[^,.;]{0,40}$/;
const NONE_BEHIND =
  /^[^.;,]{0,50} (?:(?:besteh(?:t|e)|gibt es|gebe es|bestand) (?:nicht|nie)|n['\u2019]existe pas|no existe|non esiste|nie istnieje|n\u00e3o existe)(?![a-z\u00df-\u017e])/;

/** Whether the words around tell of making something. */
const isDoing = (line: Line, start: number, end: number, isKnown: boolean): boolean =>
  DOING.test(line.lower.slice(Math.max(0, start - (isKnown ? REACH : NEAR)), isKnown ? end + REACH : start));

/** The companies with which the maker develops or builds the product, told in the languages beside English. */
export function readMadeTogether(line: Line, maker: string | undefined, known: readonly Draft[]): Draft[] {
  if (!maker || !MAY_TIE.test(line.lower)) return [];
  return matches(line.text, TIED).flatMap((hit) => {
    const name = hit.groups!.name!;
    const start = hit.index + hit[0].length - name.length;
    const at = { start, end: start + name.length };
    const mention = line.mentions.find((each) => each.start <= start && start < each.end);
    const isOther = mention === undefined || mention.kind === 'company';
    if (!isOther || mention?.company === maker || PLACES.has(name.toLowerCase())) return [];
    if (known.some((other) => other.start === start)) return [];
    if (!isDoing(line, hit.index, at.end, mention !== undefined) || (!mention && / /.test(name))) return [];
    const isNone =
      NONE_BEFORE.test(line.lower.slice(Math.max(0, hit.index - REACH), hit.index)) ||
      NONE_BEHIND.test(line.lower.slice(at.end, at.end + REACH));
    const stance = isNone ? 'refutes' : 'supports';
    return [draft(line, 'partner', mention?.company ?? name, at, hitAt(hit), { primary: true, stance })];
  });
}

const hitAt = (hit: RegExpExecArray | RegExpMatchArray): { start: number; end: number } => ({
  start: hit.index!,
  end: hit.index! + hit[0].length,
});
