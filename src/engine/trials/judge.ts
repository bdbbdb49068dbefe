import { isEstablished, type SourceStanding } from '../confidence/index.js';
import {
  calibrate,
  calibrated,
  classesOf,
  classJudgements,
  judgementsOf,
  learn,
  learnClasses,
  logOddsOf,
  nothingSettled,
  tabulate,
  type Calibration,
  type Judgement,
  type Lesson,
  type Report,
  type Reports,
  type Settled,
  type Start,
} from '../learning/index.js';
import { copyPrecision } from './copies.js';
import { shifted, strangers } from './guard.js';
import { areOne } from './sameness.js';
import { above, rightAmong, type TrialSet, type Truth } from './trial.js';

/** How a trial is made. */
export interface JudgeOptions {
  /** T, where it is not to be learned. */
  readonly scale?: number;
  readonly start?: Start;
  /** Whether nobody vouches for the sources; else each is taken as vetted. */
  readonly areStrangers?: boolean;
}

/** What was made of a set with some of its truths known. */
export interface Verdicts {
  /** As the reports give them, of resolved questions without what they taught; by question. */
  readonly raw: readonly Judgement[];
  /** As the calibration reads them; the same where nothing is resolved. */
  readonly read: readonly Judgement[];
  readonly calibration: Calibration | null;
  /** How well the pairs that copy were found, where they are known; see `copyPrecision`. */
  readonly copying: number | null;
  readonly start: Start | null;
}

/**
 * b of a value in a trial: the questions of such a set have an answer, and nearly always one that was heard; a rumor's base
 * rate would give every second question to "other".
 */
const BASE_RATE = 0.9;

const vetted = (id: string): SourceStanding => ({
  id,
  name: id,
  kind: 'outlet',
  grade: null,
  vetted: true,
  earlyCalls: 0,
});

/** The resolved truths by question. */
type Resolved = ReadonlyMap<string, Truth>;

/** What is settled of these reports. */
export function settledOf(set: TrialSet, reports: Reports, resolved: Resolved): Settled {
  const settled = nothingSettled(reports);
  reports.questions.forEach((question, index) => {
    const truth = resolved.get(question);
    if (!truth) return;
    settled.resolved[index] = 1;
    const [from, to] = [reports.valuesOf[index]!, reports.valuesOf[index + 1]!];
    const right = rightAmong(set, reports.values.slice(from, to), truth);
    for (let value = from; value < to; value += 1) settled.right[value] = Number(right.has(reports.values[value]!));
  });
  return settled;
}

function judgedOpen(
  set: TrialSet,
  reports: Reports,
  resolved: Resolved,
  options: JudgeOptions,
): Omit<Verdicts, 'read' | 'calibration'> {
  const learning = learn(reports, settledOf(set, reports, resolved), options);
  const { start, beliefs } = learning;
  const copying = set.copies ? copyPrecision(reports, learning, set.copies) : null;
  return { start, copying, raw: judgementsOf(reports, beliefs, (a, b) => areOne(a, b, set.tolerance)) };
}

function judgedClosed(
  reports: Reports,
  resolved: Resolved,
  { scale }: JudgeOptions,
): Omit<Verdicts, 'read' | 'calibration'> {
  const classes = classesOf(reports);
  const truth = Int32Array.from(reports.questions, (question) => {
    const known = resolved.get(question);
    return known ? classes.indexOf(known.value) : -1;
  });
  return {
    start: null,
    copying: null,
    raw: classJudgements(reports, classes, learnClasses(reports, truth, scale).beliefs),
  };
}

/** The share of the likeliest answers of a judgement that are right. */
export function shareRight(set: TrialSet, { answers }: Judgement, truth: Truth): number {
  const most = answers[0]?.probability ?? 0;
  const tops = answers.filter(({ probability }) => probability === most);
  const right = rightAmong(
    set,
    answers.map(({ value }) => value),
    truth,
  );
  return tops.filter(({ value }) => right.has(value)).length / Math.max(1, tops.length);
}

/** What resolved questions teach of how to read beliefs. */
export function lessonsOf(set: TrialSet, raw: readonly Judgement[], resolved: Resolved): Lesson[] {
  return raw.flatMap((judgement) => {
    const truth = resolved.get(judgement.question);
    if (!truth) return [];
    const { family } = judgement;
    return [{ family, logOdds: logOddsOf(judgement), right: shareRight(set, judgement, truth) }];
  });
}

/** The reports of a set in rows. */
export function rowsOf(set: TrialSet, reports: readonly Report[], standingOf = vetted): Reports {
  const wider = (value: string): readonly string[] => above(set.parents, value);
  return tabulate(reports, { baseRateOf: () => BASE_RATE, standingOf, ...(set.kind === 'hierarchical' && { wider }) });
}

/** Judges all questions of the reports, knowing the truth of some. */
export function judge(set: TrialSet, reports: readonly Report[], resolved: Resolved, options: JudgeOptions): Verdicts {
  const standingOf = options.areStrangers ? strangers(set, reports, resolved) : vetted;
  const rows = rowsOf(set, reports, standingOf);
  const byClasses = set.kind === 'closed' && !options.areStrangers;
  const judged = byClasses ? judgedClosed(rows, resolved, options) : judgedOpen(set, rows, resolved, options);
  const lessons = options.scale === undefined ? lessonsOf(set, judged.raw, resolved) : [];
  const calibration = lessons.length > 0 ? calibrate(lessons) : null;
  const read = calibration ? judged.raw.map((judgement) => calibrated(judgement, calibration)) : judged.raw;
  if (!options.areStrangers) return { ...judged, read, calibration };
  return { ...judged, calibration, read: shifted(read, reports, (source) => !isEstablished(standingOf(source))) };
}
