import {
  kindOf,
  tryOn,
  USUAL_TOLERANCE,
  type AnswerKind,
  type Marks,
  type Tolerance,
  type TrialMode,
  type TrialResult,
  type TrialSet,
} from '../engine/trials/index.js';
import { MODEL_VERSION } from '../engine/confidence/index.js';
import { Fault } from '../platform/fault.js';
import type { Context } from './context.js';
import { table } from './table.js';
import { hierarchyBeside, readClaims, readHierarchy, readTruths } from './trial-files.js';
import { count } from './wording.js';

/** What `hearsay evaluate` is told. */
export interface EvaluateOptions {
  readonly type?: AnswerKind;
  readonly hierarchy?: string;
  readonly tolerance?: Tolerance;
  readonly mode: TrialMode;
  readonly t?: number;
  readonly sybilGuard?: boolean;
  readonly share: number;
  readonly seed: number;
}

/** Reads the files of a set; what is not told about it is found out from the claims. */
async function setOf(claims: string, truths: string, options: EvaluateOptions): Promise<TrialSet> {
  const isFlat = options.type === 'open' || options.type === 'closed';
  const hierarchy = options.hierarchy ?? (isFlat ? null : await hierarchyBeside(claims));
  const parents = hierarchy === null ? new Map<string, string>() : await readHierarchy(hierarchy);
  if (options.type === 'hierarchical' && parents.size === 0) {
    throw new Fault('invalid', 'no-hierarchy', 'A hierarchical set needs its hierarchy (--hierarchy <file>).');
  }
  const { reports, days } = await readClaims(claims);
  const kind = options.type ?? kindOf(reports, parents);
  const tolerance = options.tolerance ?? USUAL_TOLERANCE;
  return { kind, reports, days, truths: await readTruths(truths), parents, tolerance };
}

/** Tries the learner on a set of claims whose truths are known; nothing is stored. */
export async function evaluate(
  claims: string,
  truths: string,
  options: EvaluateOptions,
  { screen }: Context,
): Promise<void> {
  const set = await setOf(claims, truths, options);
  if (options.mode === 'prequential' && set.days.size === 0) {
    throw new Fault('invalid', 'no-days', 'Day by day needs the day of each claim ("time").');
  }
  if (options.mode === 'incremental' && set.kind === 'closed') {
    throw new Fault(
      'invalid',
      'closed-answers',
      'Report by report is for open and hierarchical answers (--type open).',
    );
  }
  screen.note(`${count(set.reports.length, 'claim')}, ${count(set.truths.length, 'known truth')}: ${set.kind} answers`);
  const { mode, t: scale, sybilGuard: areStrangers = false, share, seed } = options;
  const watch = (done: number, total: number): void => {
    screen.progress(mode, done, total);
  };
  const result = tryOn(set, { mode, scale, areStrangers, share, seed }, watch);
  screen.answer(viewOf(set, options, result), () => linesOf(set, options, result));
}

const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(6)));

const viewMarks = ({ n, accuracy, brier, logLoss, calibrationError }: Marks) => ({
  n,
  accuracy: rounded(accuracy),
  brier: rounded(brier),
  log_loss: rounded(logLoss),
  ece: rounded(calibrationError),
});

function viewOf(set: TrialSet, options: EvaluateOptions, { marks, calibrated, full, days, ...result }: TrialResult) {
  const heard = new Set(set.reports.map(({ question }) => question));
  const overall = result.calibration?.overall;
  return {
    ...viewMarks(marks),
    calibrated: calibrated && viewMarks(calibrated),
    full: full && { ...viewMarks(full.marks), mean_shift: rounded(full.meanShift) },
    mode: options.mode,
    type: set.kind,
    model: MODEL_VERSION,
    claims: set.reports.length,
    questions: heard.size,
    sources: new Set(set.reports.map(({ source }) => source)).size,
    truths: set.truths.length,
    truths_unheard: set.truths.filter(({ question }) => !heard.has(question)).length,
    resolved: result.resolved,
    sources_taken_as: options.sybilGuard ? 'unproven' : 'established',
    start: result.start,
    slope: overall ? rounded(overall.slope) : null,
    offset: overall ? rounded(overall.offset) : null,
    days: days.map(({ day, marks: own }) => ({ day, ...viewMarks(own) })),
  };
}

const shown = (value: number | null): string => (value === null ? '–' : value.toFixed(4));

function rowOf(name: string, { n, accuracy, brier, logLoss, calibrationError }: Marks): string[] {
  return [name, String(n), ...[accuracy, brier, logLoss, calibrationError].map(shown)];
}

const COLUMNS = [
  { heading: '' },
  ...['questions', 'accuracy', 'Brier', 'log-loss', 'ECE'].map((heading) => ({ heading, right: true })),
];

function linesOf(set: TrialSet, options: EvaluateOptions, { marks, calibrated, full, days }: TrialResult): string[] {
  const rows = [
    ...days.map(({ day, marks: own }) => rowOf(day, own)),
    rowOf(days.length > 0 ? 'all days' : options.mode, marks),
    ...(full ? [rowOf('full refresh', full.marks)] : []),
    ...(calibrated ? [rowOf('read by the rest', calibrated)] : []),
  ];
  return [
    ...table(COLUMNS, rows),
    ...(full ? [`mean shift ${full.meanShift.toFixed(4)}`] : []),
    '',
    `${set.kind} answers; every source is taken as ${options.sybilGuard ? 'unproven until it has proven itself' : 'established'}`,
  ];
}
