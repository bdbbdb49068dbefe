import type { SourceKind, SubjectFamily } from '../subjects/index.js';
import type { Learned, SourceStanding, Tally, Taught, TrackRecord } from './evidence.js';
import { trigamma } from './odds.js';
import { PARAMETERS } from './parameters.js';

/**
 * Whether a source has weight of its own: a maker, a regulator, a benchmark; one that an editor or the registry named;
 * or one with enough early calls that were right against the crowd. All others are unproven and share one budget.
 */
export function isEstablished(source: SourceStanding): boolean {
  const { kind, vetted, earlyCalls } = source;
  return BY_KIND.includes(kind) || vetted || earlyCalls >= PARAMETERS.earlyCalls;
}

const BY_KIND: readonly SourceKind[] = ['maker', 'regulator', 'benchmark'];

/** How often a source is right, as a Beta distribution: `mean` 0..1, and the variances of it and of its logit. */
export interface Accuracy {
  readonly mean: number;
  readonly variance: number;
  readonly logitVariance: number;
}

const NO_TALLY: Tally = { hits: 0, trials: 0 };
const { start, strength } = PARAMETERS;

/** The starting point: the grade where there is one; else the kind's, moved by what its kind was found to be. */
export function startOf(source: SourceStanding, learned: Learned): number {
  if (source.grade !== null) return start.grades[source.grade];
  const kinds: Partial<Record<SourceKind, number>> = start.kinds;
  const assumed = kinds[source.kind] ?? (source.vetted ? start.vetted : start.unvetted);
  return shrunk(assumed, strength.kind, learned.kinds[source.kind] ?? NO_TALLY);
}

/** (κ·prior + hits) / (κ + trials): a count that is drawn towards its prior, worth κ trials. */
export function shrunk(prior: number, kappa: number, tally: Tally): number {
  return (kappa * prior + tally.hits) / (kappa + tally.trials);
}

/** κ: how many trials the starting point of a source is worth. */
export function priorStrengthOf({ kind }: SourceStanding): number {
  if (kind === 'maker') return strength.maker;
  return kind === 'leaker' ? strength.leaker : strength.source;
}

function talliesOf(
  record: TrackRecord | undefined,
  stance: 'supports' | 'refutes',
  family: SubjectFamily,
): [all: Tally, here: Tally] {
  const side = stance === 'supports' ? record?.supporting : record?.refuting;
  return [side?.all ?? NO_TALLY, side?.byFamily[family] ?? NO_TALLY];
}

/**
 * The variance of logit(a), with one hit and one miss added: accuracies are clipped to [.02, .98], and without these a
 * Beta with β < 1 would put most of its mass beyond the clip and make the best sources look the least certain.
 */
function logitVariance(mean: number, trials: number): number {
  return trigamma(mean * trials + 1) + trigamma((1 - mean) * trials + 1);
}

function fixed(mean: number, trials: number): Accuracy {
  return { mean, variance: (mean * (1 - mean)) / (trials + 1), logitVariance: logitVariance(mean, trials) };
}

/** The accuracy of a verified official statement; it is assumed and never learned. */
export const VERIFIED_ACCURACY: Accuracy = fixed(PARAMETERS.verified.accuracy, PARAMETERS.verified.strength);

/**
 * The accuracy of a source when it supports, or refutes, claims of a family: its starting point, corrected by its whole
 * record (`A = (κ·start + H) / (κ + N)`), corrected by its record in the family (`a = (κτ·A + H_τ) / (κτ + N_τ)`).
 * The variances of both steps add up, and the Beta of that mean and variance gives the variance of the logit.
 * A maker's accuracy is fixed.
 */
export function accuracyOf(
  source: SourceStanding,
  family: SubjectFamily,
  stance: 'supports' | 'refutes',
  learned: Learned,
): Accuracy {
  if (source.kind === 'maker') return fixed(start.kinds.maker, strength.maker);
  const [all, here] = talliesOf(learned.records.get(source.id), stance, family);
  const kappa = priorStrengthOf(source);
  const overall = shrunk(startOf(source, learned), kappa, all);
  const mean = shrunk(overall, strength.family, here);
  const inherited = strength.family / (strength.family + here.trials);
  const variance =
    (inherited ** 2 * overall * (1 - overall)) / (kappa + all.trials + 1) +
    (mean * (1 - mean)) / (strength.family + here.trials + 1);
  return { mean, variance, logitVariance: logitVariance(mean, Math.max(0, (mean * (1 - mean)) / variance - 1)) };
}

/**
 * What an accuracy of a source was learned from: its events in the family where there are any, else all of that side; null
 * where nothing was decided, and of a maker, whose accuracy is fixed.
 */
export function taughtOf(
  source: SourceStanding,
  family: SubjectFamily,
  stance: 'supports' | 'refutes',
  learned: Learned,
): Taught | null {
  if (source.kind === 'maker') return null;
  const [all, here] = talliesOf(learned.records.get(source.id), stance, family);
  if (here.past) return { ...here.past, family, stance };
  return all.past ? { ...all.past, family: null, stance } : null;
}
