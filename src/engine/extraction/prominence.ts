import type { FoundCue } from './cues.js';
import type { Mention } from './mentions.js';
import { cuesOf, hasCue, type Line, type Stretch } from './scene.js';

/** What stands before a rival that a product is made against: `Samsung's answer to AirTag`. */
const RIVALLED =
  /(?:answer to|alternatives? to|rivals? (?:to|of|for)|challeng\w{0,4}(?: to| for)?|takes? on|competitors? (?:to|of|for)|antwort auf|konkurrent (?:zum|zur|für)|konkurrenz (?:zum|zur|für)|rivale? d[eai]\w{0,3}|respuesta a\w?|réponse (?:à|au)|risposta a\w{0,3}|resposta a\w?|odpowiedź na|konkurent\w{0,2}) (?:the |den |die |das |la |le |el |il |o |apple's |google's )?$/;

/** Whether a product is made against the mentioned one. */
const isRivalled = (line: Line, { start }: Mention): boolean =>
  RIVALLED.test(line.lower.slice(Math.max(0, start - 32), start));

/** Whether the mention only serves for comparison: "than the X", "as in the X", "predecessor X". */
export function isCompared(line: Line, mention: Mention): boolean {
  return cuesOf(line, 'compare').some((cue: FoundCue) => {
    const gap = line.text.slice(cue.end, mention.start);
    return (
      cue.end <= mention.start &&
      gap.length <= 28 &&
      /^(?:'s|,)?(?: [A-Za-z\u00c0-\u1fff\u3040-\ud7ff']{1,12}){0,3} ?$/.test(gap)
    );
  });
}

/** What follows the name of a product that is on sale or was: `the K8 costs`, `das K8 kam`. */
const IS_OUT =
  /^,? (?:(?:which|who) )?(?:was |were )?(?:released|launched|introduced|presented|sorti|lanzad[oa]|erschienen|uscit[oa]|lançad[oa]) (?:in|last|on|at|back|en|l'|nel|em|im) |^(?:'s)? (?:\(\d{4}\) )?(?:(?:itself )?(?:costs|cost|started|starts at|sells|sold|came|has been|went on sale|launched in|launched at|is (?:already|currently|now|sold|available|on sale|out)|remains?|stays?|still|continues|reached|offers|arrived in|debuted in|released in|introduced in|announced in|is not affected)|kostet|kam|bleibt|startete|erschien|ist (?:bereits|seit|schon)|wurde|cuesta|costaba|salió|sigue|tenía|llegó|se queda|actual|co\u00fbte|co\u00fbtait|reste|date de|est (?:en vente|sorti)|s'est vendue?|actuel|costa|costava|\u00e8 (?:uscit|in vendita|arrivat|rimast)|resta|aveva|attuale|kosztuje|kosztowa\u0142|mia\u0142|zostaje|pozostaje|zadebiutowa\u0142|custa|custava|tinha|continua|segue|chegou|permanece)\b|^(?:\u4e8e\u53bb\u5e74|\u53bb\u5e74|\u552e\u4ef7)/;
/** What stands before such a name: `the current K8`. */
const OF_TODAY =
  /(?:current|today's|existing|outgoing|older|old|regular|previous|original|existing|first|aktuelle[rn]?|bisherige[rn]?|alte[rn]?|actual|anterior|actuel(?:le)?|pr\u00e9c\u00e9dente?|attuale|precedente|vecchi[ao]|obecn\w{1,3}|atual|\u4e0a\u4e00\u4ee3|\u73b0\u6b3e) $/i;

/** Whether the sentence names the product as one that people can buy already, or could. */
export function isOut(line: Line, { start, end }: Stretch): boolean {
  if (line.where === 'title') return false;
  return OF_TODAY.test(line.text.slice(Math.max(0, start - 16), start)) || IS_OUT.test(line.text.slice(end, end + 30));
}

const FIRST_LINES = 4;
/** What a name counts for in the title, in the first sentences, in a heading, and elsewhere. */
const place = (line: Line): number =>
  line.where === 'title' ? 8 : line.index < FIRST_LINES ? 2 : line.heading ? 1.5 : 1;

/** How much of its weight a name keeps that is compared with, one of a product that is out, and one of a rival maker's. */
const [COMPARED, OUT, RIVAL] = [0.15, 0.5, 0.4];

/** How prominent one naming of a product makes it. */
export function weightOf(line: Line, mention: Mention, maker: string | null): number {
  const kind = mention.kind === 'device' ? 1 : mention.kind === 'line' ? 0.3 : 0.1;
  const weight = place(line) * kind;
  if (isCompared(line, mention) || isRivalled(line, mention)) return weight * COMPARED;
  const rival = maker !== null && mention.company !== maker && line.where !== 'title' ? RIVAL : 1;
  return weight * rival * (isOut(line, mention) ? OUT : 1);
}

/** What a maker's name counts for in the title and in the first sentences. */
const [IN_TITLE, IN_LEAD] = [6, 2];

/** The maker that the article is about: named in the title and early, and not for comparison; null where none is named. */
export function makerOf(lines: readonly Line[], mentions: readonly (readonly Mention[])[]): string | null {
  const counts = new Map<string, number>();
  lines.forEach((line, index) => {
    const weight = line.where === 'title' ? IN_TITLE : line.index < FIRST_LINES ? IN_LEAD : 1;
    for (const mention of mentions[index] ?? []) {
      const counted = isCompared(line, mention) ? weight * COMPARED : weight;
      counts.set(mention.company, (counts.get(mention.company) ?? 0) + counted);
    }
  });
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

const ROMAN: Readonly<Record<string, number>> = { ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7 };
const MARK = /^(.*?)(?:mark)?(ii|iii|iv|v|vi|vii)$/;

/** A name without its number, and that: `kpro` and 9 of `K9 Pro`; the first generation may have none. */
function generationOf(key: string): { readonly stem: string; readonly number: number } {
  const number = /\d{1,4}/.exec(key)?.[0];
  if (number !== undefined) return { stem: key.replace(number, ''), number: Number(number) };
  const [, stem = key, roman = ''] = MARK.exec(key) ?? [];
  return { stem, number: ROMAN[roman] ?? 1 };
}

/** Whether the names without their numbers are one, with a line before them or not. */
const isAlike = (one: string, other: string): boolean =>
  one === other || (one.length > 2 && other.endsWith(one)) || (other.length > 2 && one.endsWith(other));

/** How a name must stand there that a later generation is spoken of as one to come. */
const AHEAD = ['ahead', 'reported', 'hedge', 'guess', 'k_rumor'] as const;
/** Words for a successor, which make the product of a title the one before. */
const SUCCESSOR =
  /success|follow-?up|next|próxim|prochain|prossim|nächst|następn|nachfolg|sucesor|sucessor|successeur|success|erede|nast\u0119pc|\u7ee7\u4efb|\u4e0b\u4e00\u4ee3/i;

interface Rated {
  readonly mention: Mention;
  readonly weight: number;
}

/** So much of the weight of the one before a later generation needs at least. */
const LEAST = 0.12;

/**
 * The place, among products with the most prominent first, of the later generation of the first one that the article
 * looks ahead to: `Quest 4` where it says more of the `Quest 3`; 0 where there is none, or the title names the first.
 */
export function awaitedGeneration(
  rated: readonly Rated[],
  lines: readonly Line[],
  isNamed: (line: Line, index: number) => boolean,
): number {
  const [first] = rated;
  const [title] = lines;
  if (!first || !title) return 0;
  const own = generationOf(first.mention.key);
  const isTitled = title.where === 'title' && isNamed(title, 0) && !SUCCESSOR.test(title.lower);
  if (isTitled) return 0;
  return Math.max(
    0,
    rated.findIndex(({ mention, weight }, index) => {
      const other = generationOf(mention.key);
      if (!isAlike(other.stem, own.stem) || mention.company !== first.mention.company) return false;
      if (other.number <= own.number || weight < first.weight * LEAST) return false;
      return lines.some((line) => isNamed(line, index) && hasCue(line, ...AHEAD));
    }),
  );
}
