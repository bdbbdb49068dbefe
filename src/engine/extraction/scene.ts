import { findCues, type FoundCue } from './cues.js';
import { findDates, type FoundDate } from './when.js';
import type { Anchor } from './dates.js';
import { type Cue, type Lexicon } from './lexicon/cue.js';
import { findMentions, type Mention } from './mentions.js';
import { hanNames } from './han-names.js';
import { PUSHED } from './pushed.js';
import { nameRuns, type NameRun } from './name-runs.js';
import type { PreparedKnowledge } from './names.js';
import type { Sentence } from './segment.js';
import { lowered } from './tokens.js';
import { soundCues } from './void-cues.js';

/** A sentence with everything that was found in it. */
export interface Line extends Sentence {
  readonly lower: string;
  readonly cues: readonly FoundCue[];
  readonly cuesBy: ReadonlyMap<Cue, readonly FoundCue[]>;
  readonly mentions: readonly Mention[];
  readonly dates: readonly FoundDate[];
  /** Runs of capitalised words, which may be names of people and outlets. */
  readonly names: readonly NameRun[];
}

/** Finds cues, names and times in every sentence. */
export function readLines(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  knowledge: PreparedKnowledge,
  anchor: Anchor,
): Line[] {
  let last: FoundDate | undefined;
  return sentences.map((sentence) => {
    const lower = lowered(sentence.text);
    const cues = soundCues(lower, findCues(sentence, lexicon));
    const cuesBy = byKind(cues);
    const dates = findDates(sentence.text, lexicon, {
      anchor,
      tokens: sentence.tokens,
      last,
      isPutOff: cuesBy.has('delayed') || PUSHED.test(lower),
    });
    last = dates.at(-1) ?? last;
    return {
      ...sentence,
      lower,
      cues,
      cuesBy,
      mentions: findMentions(sentence, knowledge),
      dates,
      names: [...nameRuns(sentence, lexicon.language), ...(lexicon.times.unspaced ? hanNames(sentence, cues) : [])],
    };
  });
}

const NONE: readonly FoundCue[] = [];

/** The cues of these kinds, in reading order. */
export function cuesOf(line: Line, first: Cue, ...more: readonly Cue[]): readonly FoundCue[] {
  const found = line.cuesBy.get(first) ?? NONE;
  if (more.length === 0) return found;
  return line.cues.filter((each) => each.cue === first || more.includes(each.cue));
}

/** Whether the sentence has such a cue. */
export const hasCue = (line: Line, ...kinds: readonly Cue[]): boolean => kinds.some((kind) => line.cuesBy.has(kind));

function byKind(cues: readonly FoundCue[]): ReadonlyMap<Cue, readonly FoundCue[]> {
  const all = new Map<Cue, FoundCue[]>();
  for (const cue of cues) {
    const same = all.get(cue.cue);
    if (same) same.push(cue);
    else all.set(cue.cue, [cue]);
  }
  return all;
}

/** A stretch of a sentence. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const BREAK = /[,;:()]|\s[-—–]\s| (?:and|but|while|plus|with|und|aber|et|mais|y|pero|e|ma|i|oraz|mas) | \+ |\. /g;
const STEP = 12;

/** How far two passages of a sentence are apart: the characters between them, and 12 for each break of the clause. */
export function apart(line: Line, a: Stretch, b: Stretch): number {
  const [from, to] = a.end <= b.start ? [a.end, b.start] : [b.end, a.start];
  if (to <= from) return 0;
  return to - from + STEP * (line.lower.slice(from, to).match(BREAK)?.length ?? 0);
}

/** The nearest of the cues of these kinds, up to `limit`; what stands before costs `before` more. */
export function nearest(
  line: Line,
  at: Stretch,
  kinds: readonly Cue[],
  limit: number,
  before = 0,
): { readonly found: FoundCue; readonly distance: number } | null {
  let best: { found: FoundCue; distance: number } | null = null;
  for (const found of line.cues) {
    if (!kinds.includes(found.cue)) continue;
    const distance = apart(line, found, at) + (found.end <= at.start ? before : 0);
    const longer =
      best !== null && distance === best.distance && found.end - found.start > best.found.end - best.found.start;
    if (distance <= limit && (best === null || distance < best.distance || longer)) best = { found, distance };
  }
  return best;
}
