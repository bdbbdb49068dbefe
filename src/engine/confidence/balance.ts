import type { Weighed } from './weight.js';
import { unprovenPart, unprovenShift } from './weight.js';
import type { Voice } from './origin.js';

/** What the voices on one answer come to; sums only, so that one voice can be taken out again. */
export interface Balance {
  /** Σ of the log-odds of established reports and verified statements. */
  readonly evidence: number;
  /** Established voices for it, and all established voices. */
  readonly supporters: number;
  readonly voices: number;
  /** e = Σ h·d·I of its established supporters. */
  readonly popularity: number;
  /** k of the unproven sources, for and against. */
  readonly unprovenFor: number;
  readonly unprovenAgainst: number;
}

/** The balance of an answer on which nobody spoke. */
export const NO_VOICES: Balance = {
  evidence: 0,
  supporters: 0,
  voices: 0,
  popularity: 0,
  unprovenFor: 0,
  unprovenAgainst: 0,
};

/** Adds the weight of an established voice, or takes it out. */
export function withWeight(balance: Balance, { voice, step, popularity }: Weighed, sign: 1 | -1): Balance {
  return {
    ...balance,
    evidence: balance.evidence + sign * step.logOdds,
    supporters: balance.supporters + (voice.side > 0 ? sign : 0),
    voices: balance.voices + sign,
    popularity: balance.popularity + sign * popularity,
  };
}

/** Adds an unproven voice, or takes it out. */
export function withUnproven(balance: Balance, voice: Voice, sign: 1 | -1): Balance {
  const part = sign * unprovenPart(voice);
  return {
    ...balance,
    unprovenFor: balance.unprovenFor + (voice.side > 0 ? part : 0),
    unprovenAgainst: balance.unprovenAgainst + (voice.side < 0 ? part : 0),
  };
}

/** The shift of the answer's log-odds by unproven sources. */
export function shiftOf(balance: Balance): number {
  return unprovenShift(balance.unprovenFor, balance.unprovenAgainst);
}
