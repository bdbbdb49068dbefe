import {
  NOTHING_LEARNED,
  PARAMETERS,
  priorStrengthOf,
  shrunk,
  startOf,
  type Learned,
  type Tally,
} from '../confidence/index.js';
import type { SourceKind } from '../subjects/index.js';
import { questionOf, type Reports, type Settled } from './reports.js';

/** Hits and trials of every source in every family, for supporting and refuting apart; see `placeOf`. */
export interface Tallies {
  readonly hits: Float64Array;
  readonly trials: Float64Array;
}

/** Where a source's tally for a family and side stands. */
export function placeOf({ families }: Reports, source: number, side: number, family: number): number {
  return (2 * source + (side > 0 ? 0 : 1)) * families.length + family;
}

/** The place of each report's tally. */
export function placesOf(reports: Reports): Uint32Array {
  return Uint32Array.from(reports.sourceOf, (source, report) =>
    placeOf(reports, source, reports.side[report]!, reports.familyOf[questionOf(reports, report)]!),
  );
}

/** Tallies without a trial. */
export function noTallies({ sources, families }: Reports): Tallies {
  const size = 2 * sources.length * families.length;
  return { hits: new Float64Array(size), trials: new Float64Array(size) };
}

/**
 * A share of a hit or trial in steps of 2⁻³². Sums of such shares are exact up to two million trials, so they do not depend
 * on the order, and what is taken back leaves nothing behind.
 */
export function exactly(share: number): number {
  return Math.round(share * STEPS) / STEPS;
}

const STEPS = 2 ** 32;

/** What sources earned by resolved questions: each report in the share of its event, each resolution by its age. */
export function settledTallies(reports: Reports, places: Uint32Array, settled: Settled): Tallies {
  const tallies = noTallies(reports);
  places.forEach((place, report) => {
    const question = questionOf(reports, report);
    if (settled.resolved[question] === 0) return;
    const share = exactly(creditOf(reports, settled, report));
    tallies.trials[place]! += share;
    if (isHit(reports, settled, report)) tallies.hits[place]! += share;
  });
  return tallies;
}

/** What the report counts where its question is resolved. */
export function creditOf(reports: Reports, { fade }: Settled, report: number): number {
  return reports.credit[report]! * (fade?.[questionOf(reports, report)] ?? 1);
}

/** Whether what the report says is what happened. */
export function isHit({ side, valueOf }: Reports, { right }: Settled, report: number): boolean {
  return side[report]! > 0 === (right[valueOf[report]!] === 1);
}

/** The sum over the families of what stands at consecutive places. */
function summed(tallies: Tallies, first: number, families: number): Tally {
  let [hits, trials] = [0, 0];
  for (let place = first; place < first + families; place += 1) {
    hits += tallies.hits[place]!;
    trials += tallies.trials[place]!;
  }
  return { hits, trials };
}

/** What the supporting of each kind of source came to where it was settled: m_k is moved by nothing else. */
function kindsOf(reports: Reports, settled: Tallies): Learned['kinds'] {
  const families = reports.families.length;
  const kinds: Partial<Record<SourceKind, Tally>> = {};
  reports.standings.forEach(({ kind }, source) => {
    const own = summed(settled, 2 * source * families, families);
    const known = kinds[kind] ?? { hits: 0, trials: 0 };
    kinds[kind] = { hits: known.hits + own.hits, trials: known.trials + own.trials };
  });
  return kinds;
}

/** How right each source is: over all, and in each family. */
export interface Accuracies {
  /** A, two for each source: supporting, refuting. */
  readonly all: Float64Array;
  /** a, by place. */
  readonly inFamily: Float64Array;
}

/**
 * The starting point of every source: its grade, or that of its kind as the resolved questions moved it.
 *
 * Open questions never move it: were sources judged by each other alone, a few that disagree would pull all of their kind
 * down, and the learner could come to rest where everybody is wrong.
 */
export function startsOf(reports: Reports, settled: Tallies): Float64Array {
  const learned: Learned = { ...NOTHING_LEARNED, kinds: kindsOf(reports, settled) };
  return Float64Array.from(reports.standings, (standing) => startOf(standing, learned));
}

/** `A = (κ·start + H) / (κ + N)`, `a = (κτ·A + H_τ) / (κτ + N_τ)`, as the weighing has them; a maker stays where it starts. */
export function accuraciesOf(reports: Reports, starts: Float64Array, tallies: Tallies): Accuracies {
  const families = reports.families.length;
  const all = new Float64Array(2 * reports.sources.length);
  const inFamily = new Float64Array(2 * reports.sources.length * families);
  reports.standings.forEach((standing, source) => {
    for (const side of [0, 1]) {
      const first = (2 * source + side) * families;
      const isFixed = standing.kind === 'maker';
      const own = isFixed ? NO_TALLY : summed(tallies, first, families);
      const overall = shrunk(starts[source]!, priorStrengthOf(standing), own);
      all[2 * source + side] = overall;
      for (let place = first; place < first + families; place += 1) {
        const here = isFixed ? NO_TALLY : { hits: tallies.hits[place]!, trials: tallies.trials[place]! };
        inFamily[place] = shrunk(overall, PARAMETERS.strength.family, here);
      }
    }
  });
  return { all, inFamily };
}

const NO_TALLY: Tally = { hits: 0, trials: 0 };

/** The accuracy of a source as it is without one report: what is to be said of a question must not know its answer. */
export function accuracyWithout(
  reports: Reports,
  starts: Float64Array,
  tallies: Tallies,
  { place, hits, trials }: { readonly place: number; readonly hits: number; readonly trials: number },
): number {
  const families = reports.families.length;
  const row = Math.floor(place / families);
  const standing = reports.standings[row >> 1]!;
  if (standing.kind === 'maker') return starts[row >> 1]!;
  const own = summed(tallies, row * families, families);
  const all = { hits: own.hits - hits, trials: own.trials - trials };
  const overall = shrunk(starts[row >> 1]!, priorStrengthOf(standing), all);
  const here = { hits: tallies.hits[place]! - hits, trials: tallies.trials[place]! - trials };
  return shrunk(overall, PARAMETERS.strength.family, here);
}
