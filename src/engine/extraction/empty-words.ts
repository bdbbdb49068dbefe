import type { FoundCue } from './cues.js';
import type { Line } from './scene.js';

const DENIED_BEFORE =
  /\b(?:not|never|no|nothing|neither|nor|hasn't|has yet to|haven't|didn't|without|awaits?|wait for the|before any|isn't|hard|any|un|if|se|si|falls|wenn|sofern|jeśli|jeżeli|unless|once) (?:\w+ ){0,2}$/;
const DENIED_AFTER =
  /^(?: (?:nothing|is missing|yet to|is still|has not|not )|(?: \w+){0,2} (?:is of course nothing|nothing))/;

/** Whether an official word stands for the opposite: "has not confirmed", "confirmed nothing", "official … missing". */
export function isEmpty(line: Line, cue: FoundCue): boolean {
  const before = line.lower.slice(Math.max(0, cue.start - 30), cue.start);
  return DENIED_BEFORE.test(before) || DENIED_AFTER.test(line.lower.slice(cue.end, cue.end + 28));
}

/** Things that show something and speak for nobody: `the pictures confirm`. */
const SHOWS =
  /(?:pictures?|images?|photos?|renders?|leaks?|listings?|documents?|papers|reports?|sources?|filings?|database|entry|certification|certificado|certificat\w*|zertifikat|homologa\w*|registro|ficha|scheda|benchmarks?|leakers?|tipsters?|insiders?|analysts?|box|documento|imagens|im\u00e1genes|fotos|dokument\w*|eintrag|unterlagen|bilder|rendus|fiche|visuels|immagini|documenti|fonti|leaker|insider|tippgeber|zdj\u0119cia|dokumenty|\u622a\u56fe|\u6587\u4ef6)(?![a-z\u00df-\u024f])[^.;:]{0,60}$/;
const CONFIRMS = /^(?:confirm|best\u00e4tig|potwierdz|\u8bc1\u5b9e|\u786e\u8ba4)/;

/** Whether not a company but something that was found does the confirming. */
export function isShown(line: Line, cue: FoundCue): boolean {
  if (!CONFIRMS.test(line.lower.slice(cue.start, cue.end))) return false;
  const before = line.lower.slice(Math.max(0, cue.start - 90), cue.start);
  const hit = SHOWS.exec(before);
  if (!hit) return false;
  const from = cue.start - before.length + hit.index;
  return !line.mentions.some((each) => each.kind === 'company' && each.start > from && each.end <= cue.start);
}

/** Whether the word is the month of May and no modal. */
export const isMonth = (line: Line, cue: FoundCue): boolean =>
  cue.start > 0 && line.text.slice(cue.start, cue.end) === 'May';

/** Somebody without a name who speaks. */
const OF_PRONOUN =
  /(?:(?:^|[^a-z\u00df-\u024f])(?:he|she|er|sie|il|elle|lui|lei|ele|ela|he also|she also) |[他她](?:还|也|在微博|在推特|则|随后)?)$/;

/** Whether a pronoun is the subject of the verb. */
export const isOfPronoun = (line: Line, cue: FoundCue): boolean => OF_PRONOUN.test(line.lower.slice(0, cue.start));
