import type { Hearing, Said } from './hearing.js';
import type { Speaker } from './officers.js';
import type { Line } from './scene.js';

/** Those who speak for a company without a name of their own. */
const SPOKES =
  /(?:spokes(?:person|man|woman|people)|(?:unternehmens|firmen|presse)?sprecher(?:in)?|porte-parole|portavoz|portavoce|rzeczni(?:k|czka)\w{0,3}|porta-voz|发言人)(?![a-z\u00df-\u024f])/;
const REACH = 60;
/** So far behind such a word that is the subject of its sentence the verb may stand, and so near the start it does. */
const [SUBJECT_REACH, AT_START] = [140, 12];
/** The company behind such a word, and the one before it. */
const BEHIND = /^ (?:for|of|at|from|von|bei|de|del|di|da|do|du|d'|w) ?(?:the )?([A-Z][\w&]+(?: [A-Z][\w&]+)?)/;
const BEFORE = /([A-Z][\w&]+(?: [A-Z][\w&]+)?)(?:'s)?[ -]$/;

/** The name of the company for which the word at that place speaks, known or not; null where none stands beside it. */
function companyBeside(line: Line, start: number, end: number): string | null {
  const known = line.mentions.find(
    (each) => each.kind === 'company' && each.end <= start && /^(?:'s)?[ -]?$/.test(line.text.slice(each.end, start)),
  );
  if (known) return known.name;
  const named = BEHIND.exec(line.text.slice(end)) ?? BEFORE.exec(line.text.slice(Math.max(0, start - REACH), start));
  return named?.[1] ?? null;
}

/** The company for which somebody without a name speaks near a verb; the maker where none is named, null where nobody does. */
export function spokenFor({ line, verb }: Said, { people, maker }: Hearing): Speaker | null {
  const opening = SPOKES.exec(line.lower.slice(0, SUBJECT_REACH));
  const isSubject = opening !== null && opening.index <= AT_START && verb.start - opening.index < SUBJECT_REACH;
  const from = Math.max(0, verb.start - REACH);
  const hit = isSubject ? opening : SPOKES.exec(line.lower.slice(from, verb.end + REACH));
  if (!hit) return null;
  const at = isSubject ? hit.index : from + hit.index;
  if (people.on(line.index).some((each) => Math.abs(each.start - at) < REACH)) return null;
  const companies = line.mentions.filter((each) => each.kind === 'company' && Math.abs(each.start - at) < REACH);
  const near = companies.sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0];
  const company = companyBeside(line, at, at + hit[0].length) ?? near?.name ?? maker;
  const role = line.text.slice(at, at + hit[0].length);
  return company === null ? null : { speaker: company, role, organisation: company };
}

/** What a maker says without anybody who says it: the words of a picture, a poster, an invitation. */
const SLOGAN =
  /(?<![a-z\u00df-\u024f])(?:captions?|slogans?|taglines?|mottos?|posters?|teasers?|invitations?|invites?|banners?|einladung|plakat|bildunterschrift|lema|esl[oó]gan|invitación|cartel|affiche|invito|locandina|didascalia|hasł[oea]m?|zaproszeni[ea]|plakat\w{0,3}|convite|cartaz|legenda)(?![a-z\u00df-\u024f])|海报|预热|口号|邀请函/;
/** What reads such words out. */
const READS = /^(?:reads|says|lit|lautet|heißt|verspricht|recita|reza|dice|dit|proclame|głosi|mówi|diz|写道|写着)$/;
const SLOGAN_REACH = 60;

/** The company whose poster or caption a verb reads out; null where nobody of those involved is named. */
export function sloganOf({ line, verb }: Said, { maker, people }: Hearing): Speaker | null {
  if (!READS.test(line.lower.slice(verb.start, verb.end)) || people.on(line.index).length > 0) return null;
  const around = line.lower.slice(Math.max(0, verb.start - SLOGAN_REACH), verb.end + SLOGAN_REACH);
  if (!SLOGAN.test(around)) return null;
  return maker === null ? null : { speaker: maker, role: null, organisation: maker };
}
