import type { Certainty } from '../subjects/index.js';
import type { FoundCue } from './cues.js';
import type { Draft } from './draft.js';
import { cuesOf, type Line } from './scene.js';

/** What decides about certainty beside the words of a sentence. */
export interface Tone {
  /** Whether the article tells of a finished launch or decision of the maker. */
  readonly announced: boolean;
  /** Whether who does the saying or announcing speaks for a company that is involved. */
  readonly isOfficial: (line: Line, verb: FoundCue) => boolean;
  /** Whether a company other than those involved stands right before the word, as its subject. */
  readonly isForeign: (line: Line, verb: FoundCue) => boolean;
}

type Voice = Certainty | 'hedge';

interface Heard {
  readonly voice: Voice;
  readonly start: number;
  readonly end: number;
}

const MODAL = /\b(?:be|to|will|would|could|may|might|yet|ever|not|never)(?: officially| then)? $/;
const DENIED_BEFORE =
  /\b(?:not|never|no|nothing|neither|nor|hasn't|has yet to|haven't|didn't|without|awaits?|wait for the|before any|isn't|hard|any|un) (?:\w+ ){0,2}$/;
const DENIED_AFTER =
  /^(?: (?:nothing|is missing|yet to|is still|has not|not )|(?: \w+){0,2} (?:is of course nothing|nothing))/;

/** Whether an official word stands for the opposite: "has not confirmed", "confirmed nothing", "official … missing". */
function isEmpty(line: Line, cue: FoundCue): boolean {
  const before = line.lower.slice(Math.max(0, cue.start - 30), cue.start);
  return DENIED_BEFORE.test(before) || DENIED_AFTER.test(line.lower.slice(cue.end, cue.end + 28));
}

function voiceOf(line: Line, cue: FoundCue, tone: Tone): Voice | null {
  switch (cue.cue) {
    case 'guess':
      return 'speculative';
    case 'hedge':
      return 'hedge';
    case 'reported':
      return 'reported';
    case 'official':
      return isEmpty(line, cue) || tone.isForeign(line, cue) ? null : 'official';
    case 'announced': {
      const modal = MODAL.test(line.lower.slice(Math.max(0, cue.start - 24), cue.start));
      return isEmpty(line, cue) || modal || tone.isForeign(line, cue) ? null : 'official';
    }
    case 'say':
      return isEmpty(line, cue) ? null : tone.isOfficial(line, cue) ? 'official' : 'reported';
    default:
      return null;
  }
}

function voices(line: Line, tone: Tone): Heard[] {
  return cuesOf(line, 'guess', 'hedge', 'reported', 'official', 'announced', 'say').flatMap((cue) => {
    const voice = voiceOf(line, cue, tone);
    return voice === null ? [] : [{ voice, start: cue.start, end: cue.end }];
  });
}

const TURNS = /\.|, (?:but|yet|although|and|though)\b/;

/** The voice that speaks at a place: the last one before it; where none is, or the clause has turned, the next one. */
function voiceAt(heard: readonly Heard[], at: number, line: Line): Voice | null {
  const strong = heard.filter((each) => each.voice !== 'hedge');
  const before = strong.filter((each) => each.start <= at).at(-1);
  const after = strong.find((each) => each.start > at);
  const turned = before && after && after.voice !== 'speculative' && TURNS.test(line.lower.slice(before.end, at));
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

/** The certainty that a sentence without a source of its own takes over from those before it in its paragraph. */
function reached(lines: readonly Line[], index: number, tone: Tone): Certainty | null {
  const { paragraph } = lines[index]!;
  for (let back = index - 1; back >= Math.max(0, index - 4); back -= 1) {
    const line = lines[back]!;
    if (line.paragraph !== paragraph) return null;
    const last = voices(line, tone).findLast((each) => each.voice === 'reported' || each.voice === 'official');
    if (last) return last.voice === 'official' ? 'official' : 'reported';
  }
  return null;
}

/** Whether a hedge stands between the last official word and the value: "officially" does not reach a guess. */
function isGuessed(heard: readonly Heard[], until: number): boolean {
  const official = heard.findLast((each) => each.voice === 'official' && each.end <= until);
  const from = Math.max(official?.end ?? until, until - 60);
  return heard.some((each) => each.voice === 'hedge' && each.start > from && each.start < until);
}

const HEDGE_REACH = 90;

/** How surely the article says a draft: on the record, from a source outside it, or as the writer's guess. */
export function certaintyOf(draft: Draft, lines: readonly Line[], tone: Tone): Certainty {
  const { line } = draft;
  const heard = inClause(voices(line, tone), draft.start, line);
  const voice = voiceAt(heard, Math.max(draft.start, draft.cueStart), line);
  if (voice === 'official' && isGuessed(heard, Math.max(draft.start, draft.cueEnd))) return 'speculative';
  if (voice !== null && voice !== 'hedge') return voice;
  const at = Math.min(draft.start, draft.cueStart);
  if (heard.some((each) => Math.abs(each.start - at) < HEDGE_REACH)) return 'speculative';
  return reached(lines, line.index, tone) ?? (tone.announced ? 'official' : 'reported');
}
