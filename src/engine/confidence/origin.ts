import { grouped } from './grouped.js';
import type { Hearing } from './hearing.js';
import { PARAMETERS } from './parameters.js';
import { covers } from './spans.js';

/** A testimony that counts. */
export interface Voice extends Hearing {
  /** The share of its weight, 0..1, that other answers of the same origin leave to it; see `pickOrigin`. */
  readonly share: number;
}

const force = ({ testimony }: Hearing): number => PARAMETERS.certainty[testimony.certainty] * testimony.independence;
const isOwn = ({ testimony }: Hearing): boolean => testimony.reportId === testimony.originId;

/** The origin's own report, else the strongest, else the earliest of hearings in the order of publication. */
function spokesman(hearings: readonly Hearing[]): Hearing {
  return hearings.reduce((best, next) => {
    if (isOwn(best) !== isOwn(next)) return isOwn(next) ? next : best;
    return force(next) > force(best) ? next : best;
  });
}

/**
 * One origin speaks once. Where it names a narrow value and a wide one around it ("in July", "in Q3"), both are for the
 * narrow value; all are then scaled together, so that no value gets more than the strongest of them.
 */
function shareOf(picks: readonly Hearing[], tolerance: number): number {
  if (picks.length < 2) return 1;
  const piled = picks.map((inner) =>
    picks.reduce((sum, outer) => sum + (covers(outer.value, inner.value, tolerance) ? force(outer) : 0), 0),
  );
  return Math.min(1, Math.max(...picks.map(force)) / Math.max(...piled));
}

/**
 * The voices of one origin: for each answer one testimony, of an established source if there is one.
 *
 * @param tolerance how near two values are one; null where each answer stands alone
 */
export function pickOrigin(group: readonly Hearing[], tolerance: number | null): Voice[] {
  const answers = grouped(group, (hearing) => hearing.answer);
  const picks = [...answers.values()].map((hearings) => {
    const established = hearings.filter((hearing) => hearing.established);
    return spokesman(established.length > 0 ? established : hearings);
  });
  const shareFor = (side: 1 | -1): number =>
    tolerance === null
      ? 1
      : shareOf(
          picks.filter((pick) => pick.established && pick.side === side),
          tolerance,
        );
  const shares = { 1: shareFor(1), [-1]: shareFor(-1) };
  return picks.map((pick) => ({ ...pick, share: pick.established ? shares[pick.side] : 1 }));
}

/** The verified statements on one answer that count: each statement once, and one of each origin, the clearest. */
export function pickVerified(hearings: readonly Hearing[]): Voice[] {
  const teases = (hearing: Hearing): number => (hearing.testimony.statement?.act === 'teases' ? 1 : 0);
  const statements = new Set<string>();
  const origins = new Set<string>();
  return [...hearings]
    .sort((a, b) => teases(a) - teases(b))
    .filter(({ testimony }) => {
      const id = testimony.statement?.id ?? testimony.id;
      if (statements.has(id) || origins.has(testimony.originId)) return false;
      statements.add(id);
      origins.add(testimony.originId);
      return true;
    })
    .map((hearing) => ({ ...hearing, share: 1 }));
}
