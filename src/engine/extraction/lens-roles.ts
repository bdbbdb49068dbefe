import type { Cue } from './lexicon/cue.js';
import type { Quantity } from './quantities.js';
import { cuesOf, nearest, type Line } from './scene.js';

/** What the lenses of a camera are for. */
export const ROLES: readonly [Cue, ...Cue[]] = ['main', 'ultrawide', 'tele', 'macro', 'front', 'depth'];
const ROLE_REACH = 60;

/** What parts a value from what is said of the next one. */
export const NEXT_ONE = /[,;:]|[^a-z\u00df-\u024f](?:and|und|y|et|e|i|oraz|plus|with|mit|con|avec|com|z) |，|、|另/;

/**
 * The lens whose megapixels these are: the one right behind them ("50 MP main camera"), else the last one before them
 * with no other megapixels between ("the main camera has 50 MP, the front camera …"), else the nearest one.
 */
export function roleOf(line: Line, quantity: Quantity): ReturnType<typeof nearest> {
  const near = nearest(line, quantity, ROLES, ROLE_REACH, 1);
  if (!near || near.found.end <= quantity.start) return near;
  const between = line.lower.slice(quantity.end, near.found.start);
  if (!NEXT_ONE.test(between)) return near;
  const before = cuesOf(line, ...ROLES).findLast(
    (each) => each.end <= quantity.start && quantity.start - each.end < ROLE_REACH,
  );
  const other = before && /\d ?(?:mp|mega|méga|万像|mpix)/.test(line.lower.slice(before.end, quantity.start));
  return before && !other ? { found: before, distance: quantity.start - before.end } : near;
}
