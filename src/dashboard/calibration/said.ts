import { round } from '../../devices/device.view.js';
import { BIN_COUNT } from '../../engine/scoring/index.js';
import type { ClaimsQueryDto } from './claims-query.dto.js';

/** A decided claim, and what was said of it before. */
export interface Said {
  readonly rumorId: string;
  /** 0..1. */
  readonly said: number;
  readonly happened: boolean;
  /** The start of the day on which it was decided, epoch milliseconds. */
  readonly decidedAt: number;
}

type Part = Pick<ClaimsQueryDto, 'said_from' | 'said_to' | 'bin'>;

/** The bar of the histogram that a claim stands in, from 0; the last one holds 1. */
const binOf = (said: number): number => Math.min(BIN_COUNT - 1, Math.floor(said * BIN_COUNT));

/**
 * The claims behind a part of a reliability diagram, the least likely first: those of a bar, or of a step of the curve, both
 * of whose ends count. The ends of a step are compared as they are shown.
 */
export function behind<Claim extends Said>(claims: readonly Claim[], { said_from, said_to, bin }: Part): Claim[] {
  const [from, to] = [Number(said_from || 0), Number(said_to || 1)];
  const isWithin = ({ said }: Claim): boolean =>
    bin === undefined ? round(said) >= from && round(said) <= to : binOf(said) === Number(bin);
  return claims.filter(isWithin).sort((a, b) => a.said - b.said || a.decidedAt - b.decidedAt);
}

/** A part of a diagram in words: what was said within it; null where it is all of it. */
export function sayPart({ said_from, said_to, bin }: Part): string | null {
  if (bin !== undefined) return `${Number(bin) * 10} to ${Number(bin) * 10 + 10}\u00a0%`;
  if (!said_from && !said_to) return null;
  const whole = (share: string | undefined, otherwise: number): number => Math.round(Number(share || otherwise) * 100);
  const [from, to] = [whole(said_from, 0), whole(said_to, 1)];
  return from === to ? `${from}\u00a0%` : `${from} to ${to}\u00a0%`;
}
