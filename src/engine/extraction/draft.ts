import type { Stance, Certainty } from '../subjects/index.js';
import type { Line } from './scene.js';

/** A claim while it is being read, offsets within its sentence. */
export interface Draft {
  readonly line: Line;
  readonly subject: string;
  readonly value: string;
  /** Where the value stands. */
  readonly start: number;
  readonly end: number;
  /** Where the words stand that show the subject. */
  readonly cueStart: number;
  readonly cueEnd: number;
  readonly region?: string | null;
  readonly variant?: string | null;
  readonly stance?: Stance;
  readonly certainty?: Certainty;
  /** Whether the claim is about what the article is mainly about, whatever device stands near. */
  readonly primary?: boolean;
}

/** A draft whose subject shows in the value itself or in the cue at `cue`. */
export function draft(
  line: Line,
  subject: string,
  value: string,
  at: { readonly start: number; readonly end: number },
  cue: { readonly start: number; readonly end: number } = at,
  more: Partial<Draft> = {},
): Draft {
  return { line, subject, value, start: at.start, end: at.end, cueStart: cue.start, cueEnd: cue.end, ...more };
}
