import type { Act } from '../subjects/index.js';
import type { FoundCue } from './cues.js';
import type { People } from './people.js';
import type { Line } from './scene.js';
import type { Speaker } from './officers.js';

/** Words of a speaker while they are read; offsets in the text. */
export interface Spoken extends Speaker {
  readonly act: Act;
  readonly direct: boolean;
  readonly start: number;
  readonly end: number;
}

/** An article as statements are read from it. */
export interface Hearing {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly people: People;
  /** The maker that the article is about, whom "the company" means. */
  readonly maker: string | null;
  readonly isInvolved: (organisation: string | null) => boolean;
}

/** A verb of saying that goes with a quotation. */
export interface Said {
  readonly line: Line;
  readonly verb: FoundCue;
}
