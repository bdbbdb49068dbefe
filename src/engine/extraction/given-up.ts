import type { FoundCue } from './cues.js';
import { PUSHED } from './pushed.js';
import { cuesOf, hasCue, type Line } from './scene.js';
import type { FoundDate } from './when.js';

/** What leads to a date that another one has taken the place of, in a sentence that tells of a delay. */
const GIVEN_UP =
  /(?:planned|scheduled|due|expected|slated|originally|initially|prévue?s?|initialement|geplant|vorgesehen|ursprünglich|previst[oa]|inicialmente|planowan\w+|inizialmente|from|von|vom|dal|dall|da|de|du|d'|z|ze|do)(?: (?:for|in|pour|en|für|im|para|per|la|na|em|o|le|the|early|late)){0,2} $/;

/** The same in Chinese: `从6月推迟到9月`. */
const HAN_GIVEN_UP = /(?:从|由|原定于?|原计划(?:于|在)?)$/;

/** What makes a denial one of all that is earlier: `not until`, `no hasta`. */
const UNTIL =
  /(?<![a-z\u00df-\u024f])(?:until|before|hasta|antes del?|avant|prima d\w{1,4}|fino a\w{0,2}|at\u00e9|antes d\w|przed) (?:[a-z\u00df-\u024f]+ )?$/;
const NOT_UNTIL =
  /(?<![a-z\u00df-\u024f])(?:no|not|won't|ne|non|nie|n\u00e3o|nicht) [^.;]{0,30}(?:until|before|hasta|antes|avant|prima|przed|at\u00e9|vor) /;
/** What puts a date in the place of the one before: `no en enero, sino en`. */
const BUT = /[,;] (?:sino|sondern|mais|ma|mas|lecz|but)(?: [a-z\u00df-\u024f]{1,4}){0,2} $/;
/** A plan in the past tense, up to the date that it was for: `was due to enter production in`, `devait arriver en`. */
const WAS_PLANNED =
  /(?<![a-z\u00df-\u024f])(?:(?:was|were|had been) (?:originally |initially |first |still )?(?:(?:due|scheduled|slated|planned|supposed|meant|set|targeted|pencil+ed in|earmarked|pegged|tipped|expected) |to (?!be )[a-z]+ )|had (?:previously|earlier|originally|initially|first|so far) (?:tipped|claimed|reported|said|suggested|pegged|predicted|expected|pointed|named|hinted|given|promised|aimed|planned) |devai(?:t|ent) |doveva(?:no)? |deveria(?:m)? |mia\u0142[aoy]? |iba a |estaba (?:previst[oa]|prevista) |que chegaria |(?:war|waren) (?:urspr\u00fcnglich |zun\u00e4chst )?(?:f\u00fcr|zum) |\u539f\u5b9a|\u539f\u8ba1\u5212|\u539f\u672c\u8ba1\u5212)[^,.;:]{0,44}$/;
/** The same behind the date: `im Fr\u00fchjahr starten sollte`, `en enero, como estaba previsto`. */
const WAS_PLANNED_AFTER =
  /^(?:[^,.;:]{0,30} (?:sollte|sollten)\b|,? (?:como|comme|come|conforme|jak|wie) (?:estaba previsto|estava previsto|pr\u00e9vu|previsto|planejado|planowano|geplant)|[^,.;:\uff0c\u3002]{0,8}[\uff0c,]\u73b0)/;

/** How long the word is that leads to the date and stands within it: `from` of `from spring 2027`. */
const leadOf = (line: Line, date: FoundDate): number =>
  /^(?:from|vom) /.exec(line.lower.slice(date.start, date.end))?.[0].length ?? 0;

/** The same in other languages: `que debía llegar en otoño`, `que previa as entregas para`, `apuntaba a`. */
const WAS_DUE =
  /(?<![a-z\u00df-\u024f])(?:deb[ií]an? [a-z]+|ten[ií]an? que [a-z]+|apuntaban? a|devia(?:m)? [a-z]+|apontava(?:m)? para|que previa(?:m)?|avrebbe(?:ro)? dovuto [a-z]+|puntava(?:no)? a\w{0,3}|aurai(?:t|ent) d\u00fb [a-z]+|mia\u0142[aoy]? [a-z\u00df-\u024f]+|(?:nicht|no|non|pas|nie|n\u00e3o) (?:wie|como|come|comme|jak)) [^,.;:]{0,44}$/;

/** Whether the date was that of a plan of the past, of a product that still has to come. */
const wasPlanned = (line: Line, date: FoundDate): boolean =>
  WAS_PLANNED.test(line.lower.slice(Math.max(0, date.start - 80), date.start)) ||
  WAS_DUE.test(line.lower.slice(Math.max(0, date.start - 80), date.start)) ||
  WAS_PLANNED_AFTER.test(line.lower.slice(date.end, date.end + 44));

/** What makes a date the one of the first plan, before it: `Ursprünglich sei der Marktstart für`. */
const ORIGINALLY =
  /(?<![a-z\u00df-\u024f])(?:originally|initially|ursprünglich|initialement|inicialmente|inizialmente|originalmente|originariamente|pierwotnie)(?![a-z\u00df-\u024f])[^.,;:\d]{0,60}$/;
/** A denial between the event and its date: `n'arrivera pas au printemps`. */
const NOT_THEN = /^ (?:pas|plus|nicht)(?! avant| vor| erst)[^,.;:]{0,14}$/;

/** What is said of a report before what it reports: `rejected a newspaper report that`. */
const REJECTED =
  /(?<![a-z\u00df-\u024f])(?:reject(?:s|ed)|den(?:y|ies|ied)|dismiss(?:es|ed)|refut(?:es|ed)|disput(?:es|ed)|debunk(?:s|ed)|dementiert\w*|bestreitet|bestritt|weist|wies|desmiente|desmintió|niega|negó|dément\w*|nie|smentisce|ha smentito|nega|zaprzecza|zdementował\w?|desmente|desmentiu|nega|negou|否认|辟谣)(?![a-z\u00df-\u024f])[^.;]{0,90}$/;

/** Whether something stands in a report that is rejected before it. */
export const isRejected = (line: Line, { start }: { readonly start: number }): boolean =>
  REJECTED.test(line.lower.slice(Math.max(0, start - 130), start));

/** What is said of a date that no longer holds, behind it. */
const OFF_THE_TABLE =
  /^[^.;,]{0,30} (?:is|are|was|has been|seems|looks) (?:now |thus |therefore |apparently |reportedly )?(?:off the (?:table|cards)|no longer (?:valid|on the cards|planned|the plan|realistic)|out of the question|ruled out|history|obsolete|dead)\b/;
/** The same in other languages: `attesa per marzo, non rispetterà i tempi`, `ale ten termin jest już nieaktualny`. */
const NOT_KEPT =
  /^[^.;]{0,60}(?<![a-z\u00df-\u024f])(?:non rispett[a-zà-ÿ]+ (?:i tempi|la scadenza|il calendario)|(?:\u00e8|sarebbe) (?:ormai )?saltat[oa]|(?:ist|sei|sind) (?:damit |nun |somit )?(?:geplatzt|vom tisch|hinf\u00e4llig|nicht (?:mehr )?zu halten)|f\u00fcr ausgeschlossen|ne (?:sera|seront|serait) pas (?:tenue?s?|respect\u00e9e?s?)|est (?:d\u00e9sormais )?(?:caduque?|abandonn\u00e9e?)|no (?:se )?cumplir\u00e1|(?:queda|ha quedado|est\u00e1) descartad[oa]|(?:jest|s\u0105) (?:ju\u017c )?nieaktualn\w{1,2}|nie zostanie dotrzyman\w{1,2}|n\u00e3o ser\u00e1 cumprid[oa]|ficou para tr\u00e1s|(?:est\u00e1|foi) descartad[oa])|^[^\u3002\uff1b]{0,16}(?:\u53ef\u4ee5\u6392\u9664|\u5df2\u7ecf?\u6392\u9664|\u5df2\u88ab\u6392\u9664)/;
/** A verb of ruling out before the event: `esclude l'arrivo nel`, `descarta un lanzamiento en`. */
const RULED_OUT =
  /(?<![a-z\u00df-\u024f])(?:esclud(?:e|ono)|ha escluso|exclu(?:t|ent|ait)|a exclu|\u00e9carte(?:nt)?|descartan?|descart\u00f3|ha descartado|wyklucza(?:j\u0105)?|wykluczy\u0142\w?|descartou|descartaram) [^,.;:]{0,50}$/;
/** The same before it. */
const FORGET = /\b(?:forget (?:about )?|so much for |no more talk of )(?:an? |the |that )?[^,.;]{0,16}$/;

/** A short sentence that only denies the one before it: `We're not.`, `That is not true.` */
const SHORT_DENIAL =
  /^["“']?(?:(?:we|they|it|he|she|this|that)(?:'re| are|'s| is)? (?:not|isn't|aren't|won't|will not|wrong|false)(?: (?:true|so|right|correct|the case|happening|happen))?|not true|no)[.!]["”']?$/;

/** Whether the sentence behind one takes it back. */
export const isTakenBack = ({ paragraph, where }: Line, next: Line | undefined): boolean =>
  next?.paragraph === paragraph && next.where === where && SHORT_DENIAL.test(next.lower);

/** A denial before what is brought: `will not bring the car to market in`. */
const NOT_BROUGHT = /\b(?:not|never|won't) (?:bring|put|get|send|release|launch|place) [^,.;:]{1,50}$/;

/** Whether the date is denied, given up or missed. */
export function isRefuted(line: Line, date: FoundDate, cue: FoundCue, isOpen: boolean): boolean {
  const between = (each: FoundCue): string =>
    line.lower.slice(Math.min(each.end, date.end), Math.max(each.start, date.start));
  const instead = cuesOf(line, 'instead').some(
    (each) => each.end <= date.start && date.start - each.end < 22 && !/[,;]/.test(between(each)),
  );
  const missed =
    cue.cue === 'launch' &&
    cuesOf(line, 'missed').some((each) => Math.abs(each.start - date.start) < 60 && !/[:;]/.test(between(each)));
  const negated =
    /(?<![a-z\u00df-\u024f])(?:(?:not|never|won't|didn't|no longer|nicht|kein|keine|keinen|nicht mehr|no|nunca|ya no se|ya no|ne|ne sera pas|pas|non|non sar\u00e0|nie|nie b\u0119dzie|n\u00e3o|n\u00e3o ser\u00e1) (?:be )?(?:[a-z\u00df-\u024f]+ )?|\u4e0d\u4f1a|\u4e0d|(?:nothing (?:by|of|like|called|that)|there will be no)\b[^,.;]{0,30})$/.test(
      line.lower.slice(Math.max(0, cue.start - 44), cue.start),
    );
  const notBrought = NOT_BROUGHT.test(line.lower.slice(Math.max(0, cue.start - 70), cue.start));
  const until = UNTIL.test(line.lower.slice(Math.max(0, date.start - 20), date.start));
  if (isOpen || BUT.test(line.lower.slice(Math.max(0, date.start - 16), date.start))) return false;
  const moved =
    line.dates.some(
      (other) =>
        other.start > date.end &&
        (hasCue(line, 'delayed') ||
          other.range(false)?.latestOn === null ||
          PUSHED.test(line.lower) ||
          NOT_UNTIL.test(line.lower.slice(date.end))),
    ) &&
    (GIVEN_UP.test(line.lower.slice(Math.max(0, date.start - 34), date.start + leadOf(line, date))) ||
      HAN_GIVEN_UP.test(line.lower.slice(0, date.start)));
  return (
    isRejected(line, date) ||
    OFF_THE_TABLE.test(line.lower.slice(date.end)) ||
    NOT_KEPT.test(line.lower.slice(date.end, date.end + 110)) ||
    RULED_OUT.test(line.lower.slice(Math.max(0, date.start - 70), date.start)) ||
    FORGET.test(line.lower.slice(Math.max(0, date.start - 40), date.start)) ||
    ORIGINALLY.test(line.lower.slice(Math.max(0, date.start - 80), date.start)) ||
    (date.start > cue.end && NOT_THEN.test(line.lower.slice(cue.end, date.start))) ||
    moved ||
    wasPlanned(line, date) ||
    instead ||
    missed ||
    ((negated || notBrought) && date.start > cue.end && !until) ||
    /\bthere will be no\b[^,.;]{0,50}$/.test(line.lower.slice(0, date.start))
  );
}
