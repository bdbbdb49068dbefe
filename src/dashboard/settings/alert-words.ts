import type { AlertAnswer } from '../../alerts/alert.answer.js';
import type { AlertKind } from '../../alerts/alert.entity.js';

/** What a rule can wait for, in words. */
export const KINDS: readonly (readonly [AlertKind, string])[] = [
  ['crosses', 'a likelihood crosses a mark'],
  ['moves', 'a likelihood moves by so much'],
  ['resolves', 'a rumor is resolved'],
  ['statement', 'somebody speaks on the record'],
  ['new_rumor', 'a new rumor comes up'],
];

/** A share in per cent with as many digits as it has: `80 %`, `82.5 %`. */
export const percentOf = (share: number): string => `${Number((share * 100).toFixed(2))}`;

/** What a rule waits for, as a sentence about it begins. */
export function sayWaits({ when, threshold, hysteresis }: AlertAnswer): string {
  const mark = threshold === null ? '' : percentOf(threshold);
  if (when === 'crosses') {
    const below = hysteresis ? `, falls back below ${percentOf(Math.max(0, (threshold ?? 0) - hysteresis))} %` : '';
    return `a likelihood reaches ${mark} %${below}`;
  }
  if (when === 'moves') return `a likelihood moves by ${mark} percentage points`;
  return KINDS.find(([kind]) => kind === when)?.[1] ?? when;
}
