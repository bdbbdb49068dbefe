import type { Certainty } from '../subjects/index.js';
import type { FoundCue } from './cues.js';
import type { Draft } from './draft.js';
import { isEmpty, isMonth, isOfPronoun, isShown } from './empty-words.js';
import { cuesOf, type Line } from './scene.js';

/** Who speaks, as far as it decides about certainty. */
export interface Tone {
  /** Whether who does the saying speaks for a company that is involved; null where nobody is named. */
  readonly isOfficial: (line: Line, verb: FoundCue) => boolean | null;
  /** Whether a company other than those involved stands right before the word, as its subject. */
  readonly isForeign: (line: Line, verb: FoundCue) => boolean;
}

type Voice = Certainty | 'hedge';

/** A word that tells how surely something is said, and what it makes of it. */
export interface Heard {
  readonly voice: Voice;
  readonly start: number;
  readonly end: number;
}

const MODAL =
  /\b(?:be|to|will|would|could|may|might|yet|ever|not|never|serait|sera|être|será|ser|sarà|essere|wird|werden|zostanie|zostać)(?: officially| then)? $/;
function voiceOf(line: Line, cue: FoundCue, tone: Tone): Voice | null {
  switch (cue.cue) {
    case 'guess':
      return 'speculative';
    case 'hedge':
      return isMonth(line, cue) ? null : 'hedge';
    case 'reported':
      return 'reported';
    case 'official':
      if (isShown(line, cue)) return 'reported';
      return isEmpty(line, cue) || tone.isForeign(line, cue) ? null : 'official';
    case 'announced': {
      const modal = MODAL.test(line.lower.slice(Math.max(0, cue.start - 24), cue.start));
      return isEmpty(line, cue) || modal || tone.isForeign(line, cue) ? null : 'official';
    }
    case 'say': {
      if (isEmpty(line, cue)) return null;
      const official = tone.isOfficial(line, cue) ?? (isOfPronoun(line, cue) ? false : null);
      return official === null ? null : official ? 'official' : 'reported';
    }
    default:
      return null;
  }
}

function voices(line: Line, tone: Tone): Heard[] {
  const heard = cuesOf(line, 'guess', 'hedge', 'reported', 'official', 'announced', 'say').flatMap((cue) => {
    const voice = voiceOf(line, cue, tone);
    return voice === null ? [] : [{ voice, start: cue.start, end: cue.end, verb: cue.cue === 'say' }];
  });
  const isNamed = (each: Heard): boolean =>
    heard.some((other) => other.voice === 'official' && other.start === each.start);
  return heard.filter((each) => !(each.verb && each.voice === 'reported' && isNamed(each)));
}

/** What leads to an attribution at the end of a sentence: ", people familiar with the matter told …". */
const TRAILING = /, (?:[A-Za-z\u00c0-\u1fff\u3040-\ud7ff-]+ ){0,3}$/;
const TURNS = /\.|, (?:but|yet|although|and|though)\b/;

/** A verb in the conditional, which a guess has as well as what is relayed. */
const CONDITIONAL = /(?:rait|raient|ría|rían|rebbe|rebbero|ria|riam|sei|seien|habe|werde|soll|sollen|sollte)$/;

/** Verbs of what is to come, which an announcement has as well as what is relayed. */
const TO_COME = /^(?:otrzyma|dostanie|trafi\w*|ma|mają|doit|doivent|deve|devono|debe|deben|soll|sollen|should|will)$/;
const CLAUSE = / (?:że|that|dass|que|che) /;

/** Whether such a verb stands in the clause of what is told on the record: `Officially known is that it …`. */
function isOnRecord(heard: readonly Heard[], each: Heard, line: Line): boolean {
  if (each.voice !== 'reported' || !TO_COME.test(line.lower.slice(each.start, each.end))) return false;
  const before = heard.findLast((other) => other.start < each.start && other.voice !== 'hedge');
  return before?.voice === 'official' && CLAUSE.test(line.lower.slice(before.end, each.start));
}

/** The voice that speaks at a place: the last one before it; where none is, or the clause has turned, the next one. */
function voiceAt(heard: readonly Heard[], at: number, line: Line): Voice | null {
  const strong = heard.filter((each) => each.voice !== 'hedge' && !isOnRecord(heard, each, line));
  const told = strong.filter((each) => each.start <= at);
  const last = told.at(-1);
  const guess = told.at(-2);
  const isGuess =
    guess?.voice === 'speculative' &&
    last?.voice === 'reported' &&
    CONDITIONAL.test(line.lower.slice(last.start, last.end)) &&
    !TURNS.test(line.lower.slice(guess.end, at));
  const before = isGuess ? guess : last;
  const after = strong.find((each) => each.start > at);
  const turned = before && after && after.voice !== 'speculative' && TURNS.test(line.lower.slice(before.end, at));
  const trailing =
    before?.voice === 'official' ? strong.findLast((each) => each.start > at && each.voice === 'reported') : undefined;
  if (trailing && TRAILING.test(line.lower.slice(at, trailing.start))) return 'reported';
  return (turned ? after : (before ?? after))?.voice ?? null;
}

/** What is heard in the part of the sentence, between semicolons, that holds a place; in what comes before it if nothing. */
function inClause(heard: readonly Heard[], at: number, line: Line): readonly Heard[] {
  const from = line.text.lastIndexOf(';', at);
  const next = line.text.indexOf(';', at);
  const until = next < 0 ? line.text.length : next;
  const own = heard.filter((each) => each.start > from && each.start < until);
  return own.length > 0 ? own : heard.filter((each) => each.start < until && each.voice !== 'hedge').slice(-1);
}

/** What is heard in each sentence of an article, by its number; worked out once, when it is first asked for. */
export interface Voices {
  in(index: number): readonly Heard[];
  /** The paragraph of a sentence. */
  paragraph(index: number): number;
}

/** Listens to the sentences of an article. */
export function voicesIn(lines: readonly Line[], tone: Tone): Voices {
  const heard = new Map<number, readonly Heard[]>();
  return {
    in(index) {
      const known = heard.get(index);
      if (known) return known;
      const fresh = lines[index] ? voices(lines[index], tone) : [];
      heard.set(index, fresh);
      return fresh;
    },
    paragraph: (index) => lines[index]?.paragraph ?? -1,
  };
}

const SENTENCES_BACK = 4;

/** The certainty that a sentence without a source of its own takes over from those before it in its paragraph. */
function reached({ index, paragraph }: Line, voices: Voices): Certainty | null {
  for (let back = index - 1; back >= Math.max(0, index - SENTENCES_BACK); back -= 1) {
    if (voices.paragraph(back) !== paragraph) return null;
    const last = voices.in(back).findLast((each) => each.voice === 'reported' || each.voice === 'official');
    if (last) return last.voice === 'official' ? 'official' : 'reported';
  }
  return null;
}

/** What a maker has said that it would do, which is no guess: `said on Monday that it would`. */
const BACKSHIFTED = / that [^.;]{0,80} would$/;

/** Whether a hedge stands between the last official word and the value: "officially" does not reach a guess. */
function isGuessed(heard: readonly Heard[], until: number, line: Line): boolean {
  const official = heard.findLast((each) => each.voice === 'official' && each.end <= until);
  const from = Math.max(official?.end ?? until, until - 60);
  return heard.some(
    (each) =>
      each.voice === 'hedge' &&
      each.start > from &&
      each.start < until &&
      !(official && BACKSHIFTED.test(line.lower.slice(official.end, each.end))),
  );
}

/** Whether the sentence goes on with what somebody was told or has said in the one before. */
const isRelayed = (line: Line): boolean =>
  /^(?:(?:he|she|they|according|his|her|their|the (?:leaker|tipster|analyst|source|report|document|person)|both|er|sie|laut|il|elle|selon|él|ella|según|lui|lei|secondo|on|ona|ele|ela|segundo)\b|他|她|该博主|其)/i.test(
    line.text,
  );

/** A conditional of hearsay right before what becomes of the product: `teria sido cancelada`. */
const HEARSAY =
  /(?:teria|teriam|seria|seriam|estaria|haveria|serait|seraient|aurait|auraient|tendría|sería|habría|estaría|avrebbe|avrebbero|sarebbe|sarebbero|starebbe)(?: [a-zß-ɏ]+)? $/;

const HEDGE_REACH = 90;
/** Modals that a relayed source may use as well as the writer. */
const SOFT = /^(?:should|would)$/;

/**
 * How surely the article says a draft: on the record, from a source outside it, or as the writer's guess.
 *
 * @param otherwise what a plain sentence counts for that goes back to nobody
 */
export function certaintyOf(draft: Draft, voices: Voices, otherwise: Certainty): Certainty {
  const { line } = draft;
  const heard = inClause(voices.in(line.index), draft.start, line);
  const voice = voiceAt(heard, Math.max(draft.start, draft.cueStart), line);
  if (voice === 'official' && HEARSAY.test(line.lower.slice(Math.max(0, draft.cueStart - 28), draft.cueStart)))
    return 'reported';
  if (voice === 'official' && isGuessed(heard, Math.max(draft.start, draft.cueEnd), line)) return 'speculative';
  if (voice !== null && voice !== 'hedge') return voice;
  const at = Math.min(draft.start, draft.cueStart);
  const hedges = heard.filter((each) => Math.abs(each.start - at) < HEDGE_REACH);
  const soft = hedges.every((each) => SOFT.test(line.lower.slice(each.start, each.end)));
  const before = reached(line, voices);
  if (hedges.length > 0 && !soft && otherwise !== 'official')
    return before === 'reported' && isRelayed(line) ? before : 'speculative';
  return before ?? otherwise;
}
