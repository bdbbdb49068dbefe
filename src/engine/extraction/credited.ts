import { isOutlet, runOf, type NameRun } from './name-runs.js';
import type { People } from './people.js';
import { PLACES } from './lexicon/places.js';
import { TELLING, TOLD_LEADS } from './lexicon/telling.js';
import { cuesOf, type Line } from './scene.js';

/** A source while it is read; offsets within its sentence. */
export interface Credited {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly line: Line;
  readonly start: number;
  readonly end: number;
}

/** A source that stands at a place of a sentence. */
export const credited = (
  line: Line,
  name: string,
  start: number,
  length: number,
  aliases: readonly string[] = [],
): Credited => ({
  name,
  aliases,
  line,
  start,
  end: start + length,
});

const SOURCE_ROLE =
  /tipster|informer|leaker|anal[yi][sz]t|analityk|insider|journalist|giornalist|periodista|jornalista|dziennikarz|reporter|blogger|youtuber|editor|host|tippgeber|filtrador|informant|informateur|vazador/i;
const OFFICE =
  /ceo|chief|chef|pr[eé]sident|prezes|founder|fundador|fondat|gründer|założyciel|chair|dire[ck]t|dyrektor|manager|menedżer|spokes|sprecher|vp\b|executive|amministratore|inżynier|ingenie/i;
const TELLS = new RegExp(`^,? ?(?:${TELLING})(?![A-Za-z\\u00c0-\\u1fff])`);
const TOLD_BY = new RegExp(
  `(?:^|[^A-Za-z\\u00c0-\\u1fff])(?:${TOLD_LEADS})(?: (?:the|a|an|le|la|el|il|o|der|die|das|dem|den|l'))? ?((?:[a-z\\u00df-\\u024f'-]{1,16} ){0,3})[@„"«]?$`,
);
/** What may stand between a name and its verb. */
const BEFORE_VERB =
  /^,? (?:has|have|had|now|also|first|already|later|even|further|again|once|who|which|then|was|himself|hat|ha|há|a|wird|já|già|ya|już|także|également|zudem|auch|[a-z]{2,12}ly)/;
const LONG_NAME = 6;

/** Whether a single capital word at the start of a sentence may be a name: of joined words, a known surname, or long. */
function isNameLike(run: NameRun, people: People): boolean {
  if (run.first !== run.last || run.first > 0 || run.name.length > LONG_NAME) return true;
  return /[a-z\d][A-Z]|^[A-Z]{3}/.test(run.name) || people.named(run.name) !== null;
}

/** What German writes with a capital before the name of a source: `Branchendienst`, `Blogs`. */
const OF_KIND =
  /^(?:[A-ZÄÖÜ][a-zäöüß]*)?(?:[Bb]log|[Mm]agazin|[Pp]ortal|[Ff]orum|[Dd]ienst|[Ss]eite|[Zz]eitung|[Bb]etreiber(?:in)?|[Ss]ender|[Aa]gentur|[Kk]anal)(?:e?s)? (?=[A-Z\u00c0-\u00de])/;

/** `Dealabs` of `Insider Dealabs`. */
function withoutRole(line: Line, run: NameRun): string {
  const kind = OF_KIND.exec(run.name)?.[0].length ?? 0;
  if (kind > 0) return run.name.slice(kind);
  const role = cuesOf(line, 'role').find((cue) => cue.start === run.start && cue.end < run.end);
  return role ? line.text.slice(role.end, run.end).trim() : run.name;
}

/** The part of a run before a company or device that follows it without a break: `Ytechb` before `Motorola`. */
function beforeMention(line: Line, run: NameRun): NameRun {
  const mention = line.mentions.find((each) => each.start > run.start && each.start < run.end);
  const last = mention ? line.tokens.findLastIndex((token) => token.end <= mention.start) : -1;
  return last >= run.first && !isOutlet(run) ? runOf(line, run.first, last) : run;
}

/** What somebody is called behind his name: `, a Taiwanese site with a decent record,`. */
const APPOSITION = /^,? (?:a|an|the|who|which|whose|ein|eine|der|die|un|une|una|um|uma|il|el|le)\b[^,.;:]{3,80}, /;

const LEAD = 60;
/** `Wie X unter Berufung auf … berichtet`. */
const AS_REPORTED = /(?:^|[,;:] )wie (?:der |die |das |the )?$/;
const REPORTED = /berichtet|meldet|schreibt|erf\u00e4hrt|erfahren hat|mitteilt|vermutet/;

/** What is done by somebody who tells nothing: `backed by`, `goes by`. */
const OTHER_BY =
  /\b(?:backed|funded|financed|owned|made|built|supplied|powered|designed|founded|led|followed|assembled|developed|sold|bought|acquired|goes|known) by (?:the )?$/;

/** Whether what leads to a source stands before that place; names between the two are not passed over. */
function isLedTo(line: Line, at: number): boolean {
  const before = line.lower.slice(Math.max(0, at - LEAD), at);
  if (AS_REPORTED.test(before) && REPORTED.test(line.lower.slice(at))) return true;
  const passed = TOLD_BY.exec(before)?.[1];
  if (passed === undefined) return false;
  if (/\bname $|[a-z] (?:from|in|near) $/.test(passed) || OTHER_BY.test(before)) return false;
  const written = line.text
    .slice(at - passed.length, at)
    .replace(/(?:The|El|La|Le|Il|Der|Die|Das) $/, (article) => article.toLowerCase());
  return written === passed || /[äöüß]|\b(?:der|die|das|ein|einer|einem)\b/.test(line.lower);
}

/** Whether somebody is told of there: before a verb of telling, or after "according to". */
function isTold(line: Line, run: { readonly start: number; readonly end: number }): boolean {
  const said = cuesOf(line, 'say').some((cue) => cue.start > run.end && cue.start - run.end < 3);
  const after = line.lower
    .slice(run.end, run.end + 120)
    .replace(APPOSITION, ' ')
    .slice(0, 40);
  return said || TELLS.test(after) || TELLS.test(after.replace(BEFORE_VERB, '')) || isLedTo(line, run.start);
}

/** Abbreviations, parts and systems that are no sources although they stand where one would. */
const NO_SOURCE =
  /^(?:[A-Z]{1,2}|IP[X\dK]{2,3}|JPE?G|PNG|USB-\w|[A-Z]\d{1,2}|\w*O?LEDs?|LCD|LTE|USB|HDR|[CG]PU|SUV|NFC|RAM|SSD|HDMI|[VAX]R|\w*OS|CP\+|[A-Z]{1,3}-[A-Z][a-z]*\d\w*|[LG]\w*DDR\d\w?|CES|MWC|IFA|Mac|Prime|Bluetooth|Wi-Fi|Produktseite|Eintrag|Datenblatt|Unterlagen|Kreisen|Medien|Berichten|Insidern|Zulieferern|Unternehmen|Händlern|Branchenkreisen|Teilnehmer\w*|Mitarbeiter\w*|Beteiligten?|Vertretern?|Boardpartner\w*|Anlegern?|Investoren|\w+(?:tagung|konferenz|versammlung|messe|kreisen?|papieren?|dokumenten?)|[A-Z]\d\w?)$/;

/** What makes a single name that of a place: `a dealer in Poznan`. */
const IN_PLACE = /(?:^| )(?:in|near|aus|nahe|en|à|w|em|nel|nella) $/;

/** A single German noun, which has a capital too and so may be no name. */
const isGermanNoun = (line: Line, run: NameRun): boolean =>
  (run.first === run.last || /^\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u.test(run.name)) &&
  /[äöüß]|\b(?:der|die|das|den|dem|und|ist|im|ein|eine|er|sie|soll|wird|mit|von|nicht)\b/.test(line.lower) &&
  !/[a-z\d.][A-Z\d]/.test(run.name);
/** What leads to a name even of such a form. */
const LED =
  /(?:laut|berufung auf|beruft sich auf|angaben von|blog|portal|magazin|leaker|tippgeber|gegenüber|zitiert|wie) (?:dem |der |von )?$/;

/** A number behind the name, which then is that of a part or a product: `Genio 520`, `Core Ultra 9`. */
const isNumbered = (line: Line, { end }: NameRun): boolean =>
  /^ (?:(?:Ultra|Pro|Max|Elite|Gen|Plus) )?(?:\d|[A-Z]\d)/.test(line.text.slice(end, end + 12)) &&
  !/^ \d{1,2} (?:[a-z]+ )?(?:[a-z]{3,})/.test(line.text.slice(end, end + 24));

/** The name with the article that belongs to it: `The Elec`, `El Confidencial`. */
function withArticle(line: Line, run: NameRun): string | null {
  const article = /(?:^|[^.]\s)((?:The|El|La|Le|Les|Il|Die|Der|O|L')\s?)$/.exec(line.text.slice(0, run.start))?.[1];
  return article ? article + run.name : null;
}

/** Names that stand where a source stands, or have a source's role; officers of an involved company are none. */
export function attributed(
  line: Line,
  people: People,
  isInvolved: (organisation: string | null) => boolean,
): Credited[] {
  return line.names.flatMap((whole): Credited[] => {
    const run = beforeMention(line, whole);
    const named = line.mentions.some((each) => each.start < run.end && run.start < each.end);
    if ((named && !isOutlet(run)) || !isNameLike(run, people) || isNumbered(line, run)) return [];
    const person = people.on(line.index).find((each) => each.start >= run.start && each.end <= run.end);
    const known = people.named(person?.name ?? run.name);
    if (known && (isInvolved(known.organisation) || OFFICE.test(known.role ?? ''))) return [];
    const until = person && person.until > run.end ? person.until : run.end;
    if (!isTold(line, { start: run.start, end: until }) && !isTold(line, run) && !SOURCE_ROLE.test(person?.role ?? ''))
      return [];
    const name = person?.name.replace(OF_KIND, '') ?? withoutRole(line, run);
    if (
      NO_SOURCE.test(name) ||
      PLACES.has(name.toLowerCase()) ||
      (run.first === run.last && IN_PLACE.test(line.lower.slice(Math.max(0, run.start - 12), run.start))) ||
      (isGermanNoun(line, run) &&
        !LED.test(line.lower.slice(0, run.start)) &&
        !/^ (?:berichtet|meldet|schreibt)/.test(line.lower.slice(run.end)))
    )
      return [];
    const aliases = [person?.organisation, withArticle(line, run)].filter((each) => each && each !== name) as string[];
    return [credited(line, name, person ? person.end - name.length : run.end - name.length, name.length, aliases)];
  });
}
