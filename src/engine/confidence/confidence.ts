import type { BaseRate } from './learned.js';
import type { Answer, Confidence, Contribution, Discarded, Strength } from './evidence.js';
import type { LaunchSignStep } from './launch-signs.js';
import { logistic, logit, trigamma } from './odds.js';
import type { Voice } from './origin.js';
import { PARAMETERS } from './parameters.js';
import type { Weighed } from './weight.js';

/** What an assessment of one answer rests on. */
export interface Findings {
  readonly answer: Answer;
  readonly base: BaseRate;
  /** The weighed voices that bear on the answer in full, seen from its side. */
  readonly weighed: readonly Weighed[];
  /** Every voice on the answer itself, the unproven ones too, seen from its side. */
  readonly voices: readonly Voice[];
  readonly discarded: readonly Discarded[];
  readonly probability: number;
  readonly firmProbability: number;
  /** The log-odds around which the range is drawn; null = those of the probability. */
  readonly openLogOdds: number | null;
  readonly popularity: number;
  /** What signs that a launch is near do to it. */
  readonly signs: readonly LaunchSignStep[];
  readonly windowOver: boolean;
}

/** A remainder smaller than this is rounding and is not shown as a step. */
const ROUNDING = 1e-12;

const origins = (voices: readonly Voice[]): number => new Set(voices.map((voice) => voice.testimony.originId)).size;

function contributionsOf(findings: Findings, unproven: readonly Voice[]): Contribution[] {
  const { base, popularity } = findings;
  const steps: Contribution[] = [
    { kind: 'base_rate', ...base, logOdds: logit(base.rate) },
    ...findings.weighed.map(({ step }) => step),
  ];
  if (popularity < 0) steps.push({ kind: 'popularity', logOdds: popularity });
  steps.push(...findings.signs);
  const competing = logit(findings.firmProbability) - steps.reduce((sum, step) => sum + step.logOdds, 0);
  if (Math.abs(competing) > ROUNDING) steps.push({ kind: 'competing_answers', logOdds: competing });
  const shift = logit(findings.probability) - logit(findings.firmProbability);
  if (unproven.length > 0 || Math.abs(shift) > ROUNDING) {
    steps.push({ kind: 'unproven_sources', origins: origins(unproven), logOdds: shift });
  }
  return steps;
}

/** Low: one origin or only unproven sources; medium: two or three established origins; high: more, or a statement. */
function strengthOf(weighed: readonly Weighed[]): Strength {
  const established = origins(weighed.map(({ voice }) => voice));
  if (weighed.some(({ voice }) => voice.verified)) return 'high';
  if (established >= PARAMETERS.strengthFrom.high) return 'high';
  return established >= PARAMETERS.strengthFrom.medium ? 'medium' : 'low';
}

/** The variance of the log-odds that the base rate brings: that of a Beta worth `strength.baseRate` + n trials. */
function baseVariance({ rate, n }: BaseRate): number {
  const trials = PARAMETERS.strength.baseRate + n;
  return trigamma(rate * trials) + trigamma((1 - rate) * trials);
}

/** The bounds of the log-odds shown are kept where a probability is still apart from 0 and 1. */
const MOST_LOG_ODDS = 20;

/** ± 1.64 standard deviations of the log-odds, from the accuracies of the sources and the base rate. */
function rangeOf(findings: Findings): { low: number; high: number } {
  const { probability } = findings;
  const variance = findings.weighed.reduce((sum, { variance: own }) => sum + own, baseVariance(findings.base));
  const width = PARAMETERS.rangeDeviations * Math.sqrt(variance);
  const centre = findings.openLogOdds ?? logit(probability);
  const end = (logOdds: number): number => logistic(Math.min(MOST_LOG_ODDS, Math.max(-MOST_LOG_ODDS, logOdds)));
  return { low: Math.min(probability, end(centre - width)), high: Math.max(probability, end(centre + width)) };
}

/** Whether verified statements, other than teases, stand for the answer or against it; null if there are none. */
function announcedIn(voices: readonly Voice[]): boolean | null {
  const said = voices.filter(({ verified, testimony }) => verified && testimony.statement?.act !== 'teases');
  const balance = said.reduce((sum, { side }) => sum + side, 0);
  return balance === 0 ? null : balance > 0;
}

/** Puts together the engine's whole answer about one rumor; the steps sum to the log-odds. */
export function confidenceOf(findings: Findings): Confidence {
  const { answer, voices, probability, firmProbability } = findings;
  const unproven = voices.filter((voice) => !voice.established && !voice.verified);
  return {
    rumorId: answer.rumorId,
    probability,
    ...rangeOf(findings),
    firmProbability,
    logOdds: logit(probability),
    strength: strengthOf(findings.weighed),
    reports: new Set(answer.testimonies.map((testimony) => testimony.reportId)).size,
    origins: new Set(answer.testimonies.map((testimony) => testimony.originId)).size,
    supporting: origins(voices.filter((voice) => voice.side > 0)),
    refuting: origins(voices.filter((voice) => voice.side < 0)),
    announced: announcedIn(voices),
    windowOver: findings.windowOver,
    contributions: contributionsOf(findings, unproven),
    discarded: findings.discarded,
    without: {},
  };
}
