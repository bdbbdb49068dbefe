import { DAY_MS, type Subject } from '../subjects/index.js';
import type { Contribution, Learned, Repeat, Taught } from './evidence.js';
import { scaleOf } from './learned.js';
import { logit } from './odds.js';
import type { Voice } from './origin.js';
import { PARAMETERS } from './parameters.js';
import { shareBeside } from './repeating.js';
import { accuracyOf, taughtOf, VERIFIED_ACCURACY } from './standing.js';

type ReportStep = Extract<Contribution, { kind: 'report' }>;

/** A voice with its weight at one instant. */
export interface Weighed {
  readonly voice: Voice;
  /** The step of the explanation, as seen from the answer that the evidence is linked to. */
  readonly step: ReportStep;
  /** What its source's unknown accuracy adds to the variance of the log-odds. */
  readonly variance: number;
  /** h·d·I for a supporter, 0 for a refuter: its part in how popular the value is. */
  readonly popularity: number;
}

/** What is known of a voice's source, and whom the voice repeats. */
export interface Known {
  readonly learned: Learned;
  readonly repeats: readonly Repeat[];
}

interface Factors {
  readonly certaintyWeight: number;
  readonly ageWeight: number;
  readonly independence: number;
  readonly accuracy: number;
  readonly scale: number;
  readonly logitVariance: number;
  readonly taught?: Taught;
  readonly repeats?: readonly Repeat[];
}

/** An accuracy as it is weighed: within the bounds of `PARAMETERS.accuracy`. */
export const clipped = (accuracy: number): number =>
  Math.min(PARAMETERS.accuracy.most, Math.max(PARAMETERS.accuracy.least, accuracy));

/** d = 2^(−age / half-life), at least `ageFloor`; a report from the future is fresh. */
export function ageWeightOf(ageDays: number, halfLifeDays: number): number {
  return Math.max(PARAMETERS.ageFloor, 2 ** (-Math.max(0, ageDays) / halfLifeDays));
}

const teased = (voice: Voice): number => (voice.testimony.statement?.act === 'teases' ? PARAMETERS.tease : 1);

function factorsOf(voice: Voice, subject: Subject, { learned, repeats }: Known, ageDays: number): Factors {
  const { testimony, source, side, share } = voice;
  if (voice.verified) {
    const { mean: accuracy, logitVariance } = VERIFIED_ACCURACY;
    return { certaintyWeight: teased(voice), ageWeight: 1, independence: 1, accuracy, scale: 1, logitVariance };
  }
  const stance = side > 0 ? 'supports' : 'refutes';
  const right = accuracyOf(source, subject.family, stance, learned);
  const taught = taughtOf(source, subject.family, stance, learned);
  return {
    certaintyWeight: PARAMETERS.certainty[testimony.certainty] * teased(voice),
    ageWeight: ageWeightOf(ageDays, subject.halfLifeDays),
    independence: testimony.independence * share * shareBeside(repeats),
    accuracy: clipped(right.mean),
    scale: scaleOf(subject.family, learned),
    logitVariance: right.logitVariance,
    ...(taught && { taught }),
    ...(repeats.length > 0 && { repeats }),
  };
}

/** h·d·I·logit a, and not more than one source may add, unless a maker or a regulator speaks. */
function capped(weight: number, voice: Voice): number {
  const { kind } = voice.source;
  if (voice.verified || kind === 'maker' || kind === 'regulator') return weight;
  return Math.min(PARAMETERS.singleSource, Math.max(-PARAMETERS.singleSource, weight));
}

/**
 * Weighs a voice of an established source, or a verified statement: `T · h · d · I · logit a`, negative where it refutes.
 *
 * @param at the instant of the assessment, epoch milliseconds
 */
export function weigh(voice: Voice, subject: Subject, known: Known, at: number): Weighed {
  const { testimony, side } = voice;
  const ageDays = Math.max(0, (at - testimony.publishedAt) / DAY_MS);
  const { logitVariance, ...factors } = factorsOf(voice, subject, known, ageDays);
  const share = factors.certaintyWeight * factors.ageWeight * factors.independence;
  const full = share * logit(factors.accuracy);
  const weight = capped(full, voice);
  const kept = full === 0 ? 1 : weight / full;
  const step: ReportStep = {
    kind: 'report',
    evidenceId: testimony.id,
    reportId: testimony.reportId,
    sourceId: testimony.sourceId,
    originId: testimony.originId,
    statementId: testimony.statement?.id ?? null,
    verified: voice.verified,
    stance: side > 0 ? 'supports' : 'refutes',
    certainty: testimony.certainty,
    ...factors,
    ageDays,
    logOdds: side * factors.scale * weight,
  };
  const variance = (factors.scale * share * kept) ** 2 * logitVariance;
  return { voice, step, variance, popularity: side > 0 ? share : 0 };
}

/**
 * The shift, in log-odds, that all unproven sources together give to one answer:
 * ±budget · (1 − e^(−k / saturation)) for and against, with k = Σ h·I over their independent origins.
 */
export function unprovenShift(forIt: number, againstIt: number): number {
  const { budget, saturation } = PARAMETERS.unproven;
  const pull = (k: number): number => budget * -Math.expm1(-k / saturation);
  return pull(forIt) - pull(againstIt);
}

/** h·I, what an unproven voice adds to k. */
export function unprovenPart({ testimony }: Voice): number {
  return PARAMETERS.certainty[testimony.certainty] * testimony.independence;
}
