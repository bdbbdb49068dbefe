import { matches } from './matches.js';
import type { Line } from './scene.js';

/** Where a pattern stands in the words of a sentence. */
export function* hits(line: Line, pattern: RegExp): Generator<{ text: string; start: number; end: number }> {
  for (const hit of matches(line.text, pattern))
    yield { text: hit[0], start: hit.index, end: hit.index + hit[0].length };
}
