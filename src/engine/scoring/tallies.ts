import type { Tally, TrackRecord } from '../confidence/index.js';
import { DAY_MS, SUBJECT_FAMILIES, type SubjectFamily } from '../subjects/index.js';
import { credited, isRight, type Call, type CreditedCall } from './calls.js';
import { RECORD_HALF_LIFE_DAYS } from './record.js';

/** The parts of a record by which sources are weighed: all of it, and each family of subjects. */
export const TALLY_PARTS = ['all', ...SUBJECT_FAMILIES] as const;
export type TallyPart = (typeof TALLY_PARTS)[number];

/**
 * How right a source was in one part of what it supported, or of what it refuted. `hits` and `trials` grow with the day of the
 * decision instead of fading with its age (2^(days since 1970 / half-life)), so that they change only when what was decided
 * does; `trackRecordOf` turns them into those of a day.
 */
export interface PartTally {
  readonly side: Call['side'];
  readonly part: TallyPart;
  readonly hits: number;
  readonly trials: number;
  /** Without any fading: the events, and the credit for those in which it was right. */
  readonly right: number;
  readonly events: number;
}

const SIDES = ['supports', 'refutes'] as const;

/** 2^(days / half-life). */
const growth = (at: number): number => 2 ** (at / DAY_MS / RECORD_HALF_LIFE_DAYS);

/**
 * The tallies of a source: an event counts once in each part, shared among the claims that it decided. Parts of nothing are
 * left out. The same calls in any order give the same tallies to the last bit.
 *
 * @param calls its own, as they stand (`standingCalls`)
 */
export function talliesOf(calls: readonly Call[]): PartTally[] {
  return SIDES.flatMap((side) =>
    TALLY_PARTS.flatMap((part) => {
      const own = credited(calls.filter((call) => call.side === side && (part === 'all' || call.family === part)));
      return own.length === 0 ? [] : [{ side, part, ...counted(own) }];
    }),
  );
}

function counted(calls: readonly CreditedCall[]): Pick<PartTally, 'hits' | 'trials' | 'right' | 'events'> {
  const right = calls.filter(isRight);
  const grown = ({ weight, decidedAt }: CreditedCall): number => weight * growth(decidedAt);
  return {
    hits: sumOf(right.map(grown)),
    trials: sumOf(calls.map(grown)),
    right: sumOf(right.map(({ weight }) => weight)),
    events: new Set(calls.map(({ event }) => event)).size,
  };
}

/** A sum that does not depend on the order of its terms. */
const sumOf = (terms: readonly number[]): number =>
  [...terms].sort((a, b) => a - b).reduce((sum, term) => sum + term, 0);

/**
 * The tallies of a source as they are weighed on a day: each decision counts 2^(−age / half-life).
 *
 * @param at epoch milliseconds
 */
export function trackRecordOf(tallies: readonly PartTally[], at: number): TrackRecord {
  const sideOf = (side: Call['side']): TrackRecord['supporting'] => {
    const byFamily: Partial<Record<SubjectFamily, Tally>> = {};
    let all: Tally = { hits: 0, trials: 0 };
    for (const tally of tallies.filter((each) => each.side === side && each.events > 0)) {
      if (tally.part === 'all') all = faded(tally, at);
      else byFamily[tally.part] = faded(tally, at);
    }
    return { all, byFamily };
  };
  return { supporting: sideOf('supports'), refuting: sideOf('refutes') };
}

function faded({ hits, trials, right, events }: PartTally, at: number): Tally {
  return { hits: hits / growth(at), trials: trials / growth(at), past: { right, events } };
}
