import {
  generatedSet,
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
  /** A made set by this number, instead of files. */
  readonly generated?: number;
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

/** The set that is meant: two files, or one that is made. */
function givenSet(claims: string | undefined, truths: string | undefined, options: EvaluateOptions): Promise<TrialSet> {
  if (options.generated !== undefined && claims === undefined) return Promise.resolve(generatedSet(options.generated));
  if (options.generated === undefined && claims !== undefined && truths !== undefined)
    return setOf(claims, truths, options);
  throw new Fault(
    'invalid',
    'no-set',
    'Name a file of claims and one of truths, or make a set with --generated <seed>.',
  );
}

/** Tries the learner on a set of claims whose truths are known; nothing is stored. */
export async function evaluate(
  claims: string | undefined,
  truths: string | undefined,
  options: EvaluateOptions,
  { screen }: Context,
): Promise<void> {
  const set = await givenSet(claims, truths, options);
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

const viewMarks = ({ n, accuracy, brier, logLoss, calibrationError, byChance }: Marks) => ({
  n,
  accuracy: rounded(accuracy),
  brier: rounded(brier),
  log_loss: rounded(logLoss),
  ece: rounded(calibrationError),
  ece_by_chance: rounded(byChance),
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
    copy_pairs_average_precision: rounded(result.copying),
    slope: overall ? rounded(overall.slope) : null,
    offset: overall ? rounded(overall.offset) : null,
    days: days.map(({ day, marks: own }) => ({ day, ...viewMarks(own) })),
  };
}

const shown = (value: number | null): string => (value === null ? '–' : value.toFixed(4));

function rowOf(name: string, { n, accuracy, brier, logLoss, calibrationError, byChance }: Marks): string[] {
  return [name, String(n), ...[accuracy, brier, logLoss, calibrationError, byChance].map(shown)];
}

const COLUMNS = [
  { heading: '' },
  ...['questions', 'accuracy', 'Brier', 'log-loss', 'ECE', 'by chance'].map((heading) => ({ heading, right: true })),
];

function linesOf(set: TrialSet, options: EvaluateOptions, result: TrialResult): string[] {
  const { marks, calibrated, full, days, copying } = result;
  const rows = [
    ...days.map(({ day, marks: own }) => rowOf(day, own)),
    rowOf(days.length > 0 ? 'all days' : options.mode, marks),
    ...(full ? [rowOf('full refresh', full.marks)] : []),
    ...(calibrated ? [rowOf('read by the rest', calibrated)] : []),
  ];
  return [
    ...table(COLUMNS, rows),
    ...(full ? [`mean shift ${full.meanShift.toFixed(4)}`] : []),
    ...(copying === null ? [] : [`pairs that copy: average precision ${copying.toFixed(4)}`]),
    '',
    `${set.kind} answers; every source is taken as ${options.sybilGuard ? 'unproven until it has proven itself' : 'established'}`,
  ];
}
