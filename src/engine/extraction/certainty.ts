import type { Certainty } from '../subjects/index.js';
import type { FoundCue } from './cues.js';
import type { Draft } from './draft.js';
import { cuesOf, type Line } from './scene.js';

/** What the article as a whole is, which decides where a sentence gives no source. */
export interface Tone {
  /** Whether it reports a finished launch or decision of the maker. */
  readonly announced: boolean;
  /** Whether a speaker or subject of a verb of saying speaks for a company that is involved. */
  readonly isOfficial: (line: Line, verb: FoundCue) => boolean;
}

type Voice = Certainty | 'hedge';

const MODAL = /\b(?:be|to|will|would|could|may|might|yet|ever|not|never)(?: officially| then)? $/;

/** Whether an official word stands for the opposite: "has not confirmed", "confirmed nothing", "official … missing". */
function isEmpty(line: Line, cue: FoundCue): boolean {
  const before = line.lower.slice(Math.max(0, cue.start - 30), cue.start);
  const after = line.lower.slice(cue.end, cue.end + 24);
  return (
    /\b(?:not|never|no|nothing|neither|nor|hasn't|has yet to|haven't|didn't|without|un|awaits?|wait for the|before any|isn't|nothing is|hard|any) (?:\w+ ){0,2}$/.test(
      before,
    ) ||
    /^ (?:nothing|is missing|yet to|is still|has not|not )/.test(after) ||
    /^(?: \w+){0,2} (?:is of course nothing|nothing)/.test(after)
  );
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
      return isEmpty(line, cue) ? null : 'official';
    case 'announced':
      return isEmpty(line, cue) || MODAL.test(line.lower.slice(Math.max(0, cue.start - 24), cue.start))
        ? null
        : 'official';
    case 'say':
      return isEmpty(line, cue) ? null : tone.isOfficial(line, cue) ? 'official' : 'reported';
    default:
      return null;
  }
}

interface Heard {
  readonly voice: Voice;
  readonly start: number;
  readonly end: number;
}

function voices(line: Line, tone: Tone): Heard[] {
  const heard: Heard[] = [];
  for (const cue of cuesOf(line, 'guess', 'hedge', 'reported', 'official', 'announced', 'say')) {
    const voice = voiceOf(line, cue, tone);
    if (voice !== null) heard.push({ voice, start: cue.start, end: cue.end });
  }
  return heard;
}

/** The voice that speaks at a place: the last one before it, where none is the first after it. */
function voiceAt(heard: readonly Heard[], start: number, line: Line): Voice | null {
  const strong = heard.filter((each) => each.voice !== 'hedge');
  const before = strong.filter((each) => each.start <= start).at(-1);
  const after = strong.find((each) => each.start > start);
  if (before && after && /[;.]|, (?:but|yet|although|and|though)\b/.test(line.lower.slice(before.end, start)))
    return after.voice === 'speculative' ? before.voice : after.voice;
  return before?.voice ?? (after && after.voice !== 'speculative' ? after.voice : after?.voice) ?? null;
}

/** The certainty that a sentence without a source of its own takes over from those before it in its paragraph. */
function reached(lines: readonly Line[], index: number, tone: Tone): Certainty | null {
  const { paragraph } = lines[index]!;
  for (let back = index - 1; back >= 0 && back >= index - 4; back -= 1) {
    const line = lines[back]!;
    if (
      line.paragraph < paragraph - 1 ||
      (line.paragraph !== paragraph && index - back > 1 && !lines[index - 1]!.heading)
    )
      return null;
    const last = voices(line, tone).findLast((each) => each.voice !== 'hedge');
    if (last && last.voice !== 'speculative') return line.paragraph === paragraph ? (last.voice as Certainty) : null;
  }
  return null;
}

/** Whether a hedge stands between the last official word and the value: "officially" does not reach a guess. */
function isGuessed(heard: readonly Heard[], draft: Draft): boolean {
  const until = Math.max(draft.start, draft.cueEnd);
  const official = heard.findLast((each) => each.voice === 'official' && each.end <= until);
  return (
    official !== undefined &&
    heard.some(
      (each) => each.voice === 'hedge' && each.start > official.end && each.start < until && until - each.start < 60,
    )
  );
}

/** How surely the article says a draft: on the record, from a source outside it, or as the writer's guess. */
export function certaintyOf(draft: Draft, lines: readonly Line[], tone: Tone): Certainty {
  const heard = voices(draft.line, tone);
  const at = Math.min(draft.start, draft.cueStart);
  const voice = voiceAt(heard, Math.max(draft.start, draft.cueStart), draft.line);
  if (voice === 'official' && isGuessed(heard, draft)) return 'speculative';
  if (voice === 'speculative' || voice === 'reported' || voice === 'official') return voice;
  const hedged = heard.some((each) => each.voice === 'hedge' && Math.abs(each.start - at) < 90);
  if (hedged) return 'speculative';
  return reached(lines, draft.line.index, tone) ?? (tone.announced ? 'official' : 'reported');
}
