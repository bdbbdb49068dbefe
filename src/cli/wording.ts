import * as wording from '../dashboard/wording.js';
import type { viewConfidence } from '../rumors/rumor.view.js';

/** A text for a terminal, where a blank is a blank. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

/** A probability in per cent; one that is still open is never shown as 0 or 100. */
export const percent = (probability: number): string => plain(wording.percent(probability));

/** A change in percentage points, with its sign. */
export const points = (change: number): string => plain(wording.points(change, 1));

/** A confidence in words: `54 % roughly even (20–85 %)`, or that it is announced. */
export function sayConfidence(confidence: ReturnType<typeof viewConfidence>): string {
  if (!confidence) return 'not weighed yet';
  const { probability, low, high, word, announced } = confidence;
  if (announced) return `announced (${percent(probability)})`;
  return `${percent(probability)} ${word} (${plain(wording.range(low, high))})`;
}

/** A bar of that many places, filled to the share. */
export function bar(share: number, places: number): string {
  const filled = Math.round(Math.min(Math.max(share, 0), 1) * places);
  return '█'.repeat(filled) + '░'.repeat(places - filled);
}

/** A number of things: `1 report`, `3 reports`. */
export const { count } = wording;
