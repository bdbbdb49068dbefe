import type { Forecast } from '../scoring/index.js';
import { PARAMETERS } from '../confidence/index.js';
import {
  calibrate,
  calibrated,
  judgementsOf,
  learn,
  LiveLearning,
  masked,
  nothingSettled,
  type Calibration,
  type Judgement,
  type Start,
} from '../learning/index.js';
import { judge, lessonsOf, rowsOf, type JudgeOptions, type Verdicts } from './judge.js';
import { forecastsOf, marksOf, type Marks } from './marks.js';
import { areOne } from './sameness.js';
import type { TrialSet, Truth } from './trial.js';

/** How a set is tried. */
export const TRIAL_MODES = ['cold', 'resolved', 'prequential', 'incremental'] as const;
export type TrialMode = (typeof TRIAL_MODES)[number];

/** What a trial came to. */
export interface TrialResult {
  readonly marks: Marks;
  /** Cold: the same beliefs read by a calibration learned on other questions of the set (five parts in turn). */
  readonly calibrated: Marks | null;
  /** Prequential: day by day. */
  readonly days: readonly { readonly day: string; readonly marks: Marks }[];
  readonly start: Start | null;
  readonly calibration: Calibration | null;
  /** How well the pairs that copy were found, where they are known; see `copyPrecision`. */
  readonly copying: number | null;
  /** Incremental: what a full refresh makes of the same reports, and how far the likeliest answers are from it. */
  readonly full: { readonly marks: Marks; readonly meanShift: number } | null;
  /** Questions whose truth the learner was told. */
  readonly resolved: number;
}

/** Told how far a trial is: steps done, and all. */
export type Watch = (done: number, total: number) => void;

const PARTS = 5;

/** A number from 0 to 1 that only the text decides: FNV-1a, mixed once more so that near texts fall apart. */
export function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

const truthsOf = (truths: readonly Truth[]): Map<string, Truth> =>
  new Map(truths.map((truth) => [truth.question, truth]));

/** The forecasts of those questions whose truth is given. */
function forecastsFor(set: TrialSet, judgements: readonly Judgement[], truths: ReadonlyMap<string, Truth>): Forecast[] {
  return judgements.flatMap((judgement) => {
    const truth = truths.get(judgement.question);
    return truth ? forecastsOf(set, judgement, truth) : [];
  });
}

/** The beliefs, each read by what the other parts of the set teach. */
function crossRead(set: TrialSet, { raw }: Verdicts, truths: ReadonlyMap<string, Truth>): Judgement[] {
  const partOf = (question: string): number => Math.floor(lotOf(`part ${question}`) * PARTS);
  const calibrations = Array.from({ length: PARTS }, (_, part) => {
    const others = new Map([...truths].filter(([question]) => partOf(question) !== part));
    return calibrate(lessonsOf(set, raw, others));
  });
  return raw.map((judgement) => calibrated(judgement, calibrations[partOf(judgement.question)]!));
}

/** All reports at once, no truth seen. */
function cold(set: TrialSet, options: JudgeOptions): TrialResult {
  const verdicts = judge(set, set.reports, new Map(), options);
  const truths = truthsOf(set.truths);
  return {
    marks: marksOf(forecastsFor(set, verdicts.read, truths)),
    calibrated: marksOf(forecastsFor(set, crossRead(set, verdicts, truths), truths)),
    full: null,
    days: [],
    start: verdicts.start,
    copying: verdicts.copying,
    calibration: null,
    resolved: 0,
  };
}

/**
 * A share of the truths is told to the learner, the rest is scored. Which share, the questions' own names decide with the
 * seed: no two runs differ.
 */
function resolvedInPart(set: TrialSet, options: JudgeOptions, share: number, seed: number): TrialResult {
  const drawn = [...set.truths].sort((a, b) => lotOf(`${seed} ${a.question}`) - lotOf(`${seed} ${b.question}`));
  const count = Math.round(share * drawn.length);
  const verdicts = judge(set, set.reports, truthsOf(drawn.slice(0, count)), options);
  return {
    marks: marksOf(forecastsFor(set, verdicts.read, truthsOf(drawn.slice(count)))),
    calibrated: null,
    full: null,
    days: [],
    start: verdicts.start,
    copying: verdicts.copying,
    calibration: verdicts.calibration,
    resolved: count,
  };
}

/** Day by day: all questions of a day are judged and scored, then their truths are learned. */
function dayByDay(set: TrialSet, options: JudgeOptions, watch: Watch): TrialResult {
  const dayOf = (question: string): string => set.days.get(question) ?? '';
  const days = [...new Set(set.reports.map(({ question }) => dayOf(question)))].sort();
  const all: Forecast[] = [];
  let last: Verdicts | null = null;
  const results = days.map((day, index) => {
    const reports = set.reports.filter(({ question }) => dayOf(question) <= day);
    const known = truthsOf(set.truths.filter(({ question }) => dayOf(question) < day));
    const start = options.start ?? (index > 1 ? (last?.start ?? undefined) : undefined);
    last = judge(set, reports, known, { ...options, start });
    const today = truthsOf(set.truths.filter(({ question }) => dayOf(question) === day));
    const forecasts = forecastsFor(set, last.read, today);
    all.push(...forecasts);
    watch(index + 1, days.length);
    return { day, marks: marksOf(forecasts) };
  });
  const { start = null, calibration = null, copying = null } = (last as Verdicts | null) ?? {};
  return {
    marks: marksOf(all),
    calibrated: null,
    full: null,
    days: results,
    start,
    copying,
    calibration,
    resolved: set.truths.length,
  };
}

/**
 * Half of the questions are learned in full, the reports on the others arrive one by one in an order that lots decide;
 * what is believed of those at the end is compared with a full refresh of everything.
 */
function oneByOne(set: TrialSet, options: JudgeOptions, seed: number): TrialResult {
  const rows = rowsOf(set, set.reports);
  const isEarly = (question: number): boolean => lotOf(`${seed} ${rows.questions[question]!}`) < 0.5;
  const settled = nothingSettled(rows);
  const there = masked(rows, isEarly);
  const learned = learn(there, settled, options);
  const live = new LiveLearning(rows, there, settled, learned, options.scale ?? PARAMETERS.scale);
  const late = [...rows.valueOf.keys()].filter((report) => there.weight[report] === 0);
  const lots = new Map(late.map((report) => [report, lotOf(`${seed} ${report}`)]));
  for (const report of late.sort((a, b) => lots.get(a)! - lots.get(b)!)) live.arrive(report);
  const isNear = (a: string, b: string): boolean => areOne(a, b, set.tolerance);
  const ofLate = (_: Judgement, question: number): boolean => !isEarly(question);
  const after = judgementsOf(rows, live.beliefs, isNear).filter(ofLate);
  const whole = judgementsOf(rows, learn(rows, settled, options).beliefs, isNear).filter(ofLate);
  const truths = truthsOf(set.truths);
  const marks = [after, whole].map((judgements) => marksOf(forecastsFor(set, judgements, truths)));
  const full = { marks: marks[1]!, meanShift: meanShift(after, whole) };
  const nothing = { calibrated: null, days: [], copying: null, calibration: null, resolved: 0 };
  return { ...nothing, marks: marks[0]!, full, start: learned.start };
}

/** How far apart two judgements put what the second holds likeliest, on average. */
function meanShift(some: readonly Judgement[], others: readonly Judgement[]): number {
  const shifts = others.map(({ answers }, index) => {
    const top = answers[0]!;
    const same = some[index]!.answers.find(({ value }) => value === top.value);
    return Math.abs((same?.probability ?? 0) - top.probability);
  });
  return shifts.reduce((sum, shift) => sum + shift, 0) / Math.max(1, shifts.length);
}

/** What a trial is told. */
export interface TrialOptions extends JudgeOptions {
  readonly mode: TrialMode;
  /** Resolved: the share of truths that the learner is told, and what draws them. */
  readonly share: number;
  readonly seed: number;
}

/** Tries the learner on a set. */
export function tryOn(set: TrialSet, options: TrialOptions, watch: Watch = () => undefined): TrialResult {
  if (options.mode === 'prequential') return dayByDay(set, options, watch);
  if (options.mode === 'incremental') return oneByOne(set, options, options.seed);
  const result =
    options.mode === 'cold' ? cold(set, options) : resolvedInPart(set, options, options.share, options.seed);
  watch(1, 1);
  return result;
}
