import type { viewConfidence } from '../rumors/rumor.view.js';

/** A probability in per cent; one that is still open is never shown as 0 or 100. */
export function percent(probability: number): string {
  if (probability < 0.01) return '< 1 %';
  if (probability > 0.99) return '> 99 %';
  return `${Math.round(probability * 100)} %`;
}

/** A change in percentage points, with its sign. */
export function points(change: number): string {
  const rounded = Math.round(change * 10) / 10;
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : '±'}${Math.abs(rounded).toFixed(1)} pp`;
}

/** A confidence in words: `54 % roughly even (20–85 %)`, or that it is announced. */
export function sayConfidence(confidence: ReturnType<typeof viewConfidence>): string {
  if (!confidence) return 'not weighed yet';
  const { probability, low, high, word, announced } = confidence;
  if (announced) return `announced (${percent(probability)})`;
  return `${percent(probability)} ${word} (${Math.round(low * 100)}–${Math.round(high * 100)} %)`;
}

/** A bar of that many places, filled to the share. */
export function bar(share: number, places: number): string {
  const filled = Math.round(Math.min(Math.max(share, 0), 1) * places);
  return '█'.repeat(filled) + '░'.repeat(places - filled);
}

/** A number of things: `1 report`, `3 reports`. */
export const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;
