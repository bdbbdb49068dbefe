import type { Side } from './alert.entity.js';

/** What a rule asks of a number, 0..1. */
export interface Mark {
  readonly kind: 'crosses' | 'moves';
  /** The mark that is crossed, or the least move. */
  readonly threshold: number;
  /** How far below the mark a number must fall before it has fallen below it. */
  readonly hysteresis: number;
  /** How many independent origins must count before anything but a fall is told. */
  readonly minOrigins: number;
  /** How long the rule is silent about a rumor after it has told of it, in milliseconds. */
  readonly cooldownMs: number;
}

/** How far a rule has come with a rumor. */
export interface Standing {
  readonly side: Side;
  /** The number from which a crossing or a move is told. */
  readonly value: number;
  readonly firedAt: number | null;
  readonly lookAgainAt: number | null;
}

/** A rumor that was weighed, unproven sources left out. */
export interface Weighing {
  /** Null at the first weighing. */
  readonly previous: number | null;
  readonly current: number;
  readonly origins: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What a rule makes of a weighing: how it stands now, and from which number on it tells of it (undefined: it does not). */
export interface Judgement {
  readonly standing: Standing;
  readonly told?: { readonly previous: number | null };
}

const EQUAL = 1e-9;

const sideOf = (value: number, { threshold }: Mark): Side => (value >= threshold - EQUAL ? 'above' : 'below');

/**
 * Whether a rule tells of a weighing. What it may not tell yet, for want of origins or since it told of the rumor a moment
 * ago, it does not take note of: so it is told later, unless it has passed by then.
 */
export function judge(mark: Mark, known: Standing | null, weighing: Weighing): Judgement {
  const { previous, current, origins, at } = weighing;
  const isNew = known === null && previous === null;
  const before = known ?? startOf(mark, previous ?? (mark.kind === 'crosses' ? 0 : current));
  const side = crossedTo(mark, before, current);
  if (side === null) {
    const value = mark.kind === 'crosses' ? current : before.value;
    return { standing: { ...before, value, lookAgainAt: null } };
  }
  if (origins < mark.minOrigins && !(mark.kind === 'crosses' && side === 'below')) {
    return { standing: { ...before, lookAgainAt: null } };
  }
  const silentUntil = before.firedAt === null ? at : before.firedAt + mark.cooldownMs;
  if (at < silentUntil) return { standing: { ...before, lookAgainAt: silentUntil } };
  const standing = { side, value: current, firedAt: at, lookAgainAt: null };
  return { standing, told: { previous: isNew ? null : before.value } };
}

/** A rule that has nothing to tell of a rumor yet. */
export const startOf = (mark: Mark, value: number): Standing => ({
  ...{ side: sideOf(value, mark), value, firedAt: null, lookAgainAt: null },
});

/** The side to which a number has gone over, or on which it stands after a move; null where there is nothing to tell. */
function crossedTo(mark: Mark, { side, value }: Standing, current: number): Side | null {
  const { kind, threshold, hysteresis } = mark;
  if (kind === 'moves') return Math.abs(current - value) >= threshold - EQUAL ? sideOf(current, mark) : null;
  if (side === 'below') return current >= threshold - EQUAL ? 'above' : null;
  return current < threshold - hysteresis - EQUAL ? 'below' : null;
}
