import { accuracyOf, NOTHING_LEARNED, PARAMETERS, type SourceStanding } from '../confidence/index.js';
import { DAY_MS, GRADES, SUBJECT_FAMILIES, type Grade, type SubjectFamily } from '../subjects/index.js';
import { baseRateForecast, credited, faceValueOf, isRight, leadDaysOf, type Call, type CreditedCall } from './calls.js';
import { earlyCallsOf } from './early.js';
import { totalWeight } from './forecast.js';
import { brierScore, squaredError } from './scores.js';
import { shrunkRate, type Count, type Estimate, type Prior } from './shrinkage.js';
import { skillOver, type Skill } from './skill.js';

/** How long before the decision a call was made: from so many days, up to below so many (null: any). */
export const LEAD_TIMES = [
  { key: '0-7d', from: 0, below: 7 },
  { key: '7-30d', from: 7, below: 30 },
  { key: '30-90d', from: 30, below: 90 },
  { key: '90d+', from: 90, below: null },
] as const;
export type LeadTime = (typeof LEAD_TIMES)[number]['key'];

/** From so many events on, a source is ranked, and its record replaces its grade. */
export const RANKED_FROM = 10;
/** After so many days a decision counts half for how far a source is trusted: some 18 months. */
export const RECORD_HALF_LIFE_DAYS = 548;

/** How right a source was, in all or in a part of what it said. */
export interface Part {
  /** Decided claims on which it took a side, and those in which it was right. */
  readonly claims: number;
  readonly right: number;
  /** The events that decided them, as Σ of the credit; and the credit of those claims in which it was right. */
  readonly credits: number;
  readonly hits: number;
  /** How often it is right, as far as that is known: recent decisions count more. */
  readonly accuracy: Estimate;
}

/** The record of a source. */
export interface SourceRecord extends Part {
  /** Of its words at face value, and of the base rates of the same claims; null of nothing. */
  readonly brier: number | null;
  readonly baseBrier: number | null;
  /** Null for fewer than two events. */
  readonly skill: Skill | null;
  readonly earlyCalls: number;
  /** The grade that its accuracy comes to; null until enough events were decided, so that its own grade stands. */
  readonly earned: Grade | null;
  readonly families: readonly (Part & { readonly family: SubjectFamily })[];
  readonly leads: readonly (Part & { readonly lead: LeadTime })[];
}

/**
 * The record of a source at an instant.
 *
 * @param calls its own, as they stand (`standingCalls`); an event counts once in each part of the record
 * @param at epoch milliseconds, by which the decisions have aged
 */
export function recordOf(source: SourceStanding, standing: readonly Call[], at: number): SourceRecord {
  const calls = credited(standing);
  const prior = priorOf(source);
  const all = partOf(calls, prior, at);
  const inherited: Prior = { mean: all.accuracy.mean, strength: PARAMETERS.strength.family };
  const part = (holds: (call: Call) => boolean) => partOf(credited(standing.filter(holds)), inherited, at);
  return {
    ...all,
    brier: brierScore(calls.map(faceValueOf)),
    baseBrier: brierScore(calls.map(baseRateForecast)),
    skill: skillOver(errorsByEvent(calls)),
    earlyCalls: earlyCallsOf(calls),
    earned: isRankable(all) ? gradeOf(all.accuracy.mean) : null,
    families: SUBJECT_FAMILIES.map((family) => ({ family, ...part((call) => call.family === family) })),
    leads: LEAD_TIMES.map(({ key, from, below }) => ({ lead: key, ...part((call) => isWithin(call, from, below)) })),
  };
}

const isWithin = (call: Call, from: number, below: number | null): boolean =>
  leadDaysOf(call) >= from && (below === null || leadDaysOf(call) < below);

/** What the engine assumes of a source without a record. */
function priorOf(source: SourceStanding): Prior {
  const { mean } = accuracyOf(source, 'spec', 'supports', NOTHING_LEARNED);
  const { source: usual, leaker } = PARAMETERS.strength;
  return { mean, strength: source.kind === 'leaker' ? leaker : usual };
}

function partOf(calls: readonly CreditedCall[], prior: Prior, at: number): Part {
  return {
    claims: calls.length,
    right: calls.filter(isRight).length,
    credits: totalWeight(calls),
    hits: totalWeight(calls.filter(isRight)),
    accuracy: shrunkRate(prior, faded(calls, at)),
  };
}

/** Hits and trials, each decision counting 2^(−age / half-life). */
function faded(calls: readonly CreditedCall[], at: number): Count {
  const left = calls.map((call) => {
    const ageDays = Math.max(0, at - call.decidedAt) / DAY_MS;
    return { ...call, weight: call.weight * 2 ** (-ageDays / RECORD_HALF_LIFE_DAYS) };
  });
  return { hits: totalWeight(left.filter(isRight)), trials: totalWeight(left) };
}

/** The squared errors of a source and of the base rates, by event. */
function errorsByEvent(calls: readonly CreditedCall[]): { own: number; reference: number }[] {
  const events = new Map<string, { own: number; reference: number }>();
  for (const call of calls) {
    const event = events.get(call.event) ?? { own: 0, reference: 0 };
    event.own += call.weight * squaredError(faceValueOf(call));
    event.reference += call.weight * squaredError(baseRateForecast(call));
    events.set(call.event, event);
  }
  return [...events.values()];
}

/** Whether enough events were decided for a source to be ranked. */
export const isRankable = ({ credits }: Pick<Part, 'credits'>, from = RANKED_FROM): boolean => credits >= from - 1e-9;

/** The grade whose starting accuracy is nearest, the better one half-way; E for everything below. */
export function gradeOf(accuracy: number): Grade {
  const marks = PARAMETERS.start.grades;
  const above = GRADES.find((grade, index) => {
    const next = GRADES[index + 1];
    return next !== undefined && accuracy >= (marks[grade] + marks[next]) / 2;
  });
  return above ?? 'E';
}
