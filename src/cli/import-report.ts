import { closeSync, openSync, writeSync } from 'node:fs';
import type { ImportLine } from '../importing/import-line.js';
import { NOTHING_IMPORTED, type ImportCounts } from '../importing/import-run.entity.js';
import type { Replayed, ReplayWatch } from '../importing/import-replays.service.js';
import type { ImportWatch } from '../importing/imports.service.js';
import { Fault } from '../platform/fault.js';
import type { Screen } from './screen.js';
import { count } from './wording.js';

/** How many refused lines are named one by one; the others are counted. */
const TOLD = 20;

/** How a run ended. */
export interface Ending {
  /** Null where nothing was stored. */
  readonly id: string | null;
  readonly isDone: boolean;
  /** How many rumors got other numbers. */
  readonly moved: number;
  /** What was worked out of the past; null where that was not asked for, or is not done yet. */
  readonly replayed: Replayed | null;
}

/** Shows how far an import is, names the lines that were refused, and says at its end what became of all of them. */
export class ImportReport implements ImportWatch, ReplayWatch {
  counts: ImportCounts = NOTHING_IMPORTED;
  private readonly faults: { line: number; code: string; detail: string }[] = [];
  private readonly file: number | null;
  private refusedNow = 0;
  private stopped = false;
  private readonly stop = (): void => {
    this.stopped = true;
    this.screen.note('Stopping after the lines in hand …');
  };

  /**
   * @param lines how many lines there are; null where nobody knows
   * @param refusedFile where refused lines are written as they stand; null for nowhere
   */
  constructor(
    private readonly screen: Screen,
    private readonly lines: number | null,
    refusedFile: string | null,
  ) {
    this.file = refusedFile === null ? null : opened(refusedFile);
    process.once('SIGINT', this.stop);
  }

  begin(counts: ImportCounts): void {
    this.counts = counts;
  }

  advanced(line: number, counts: ImportCounts): void {
    this.counts = counts;
    if (this.lines !== null) this.screen.progress('importing', Math.min(line, this.lines), this.lines);
  }

  replayed(done: number, total: number): void {
    this.screen.progress('reconstructing', done, total);
  }

  refused({ line, text }: ImportLine, fault: Fault): void {
    this.refusedNow += 1;
    const detail = fault.errors.map((each) => [each.pointer, each.detail].filter(Boolean).join(' ')).join('; ');
    const told = { line, code: fault.code, detail: detail === '' ? fault.message : detail };
    this.faults.push(told);
    if (this.file !== null) writeSync(this.file, `${text}\n`);
    if (this.refusedNow <= TOLD) this.screen.note(`line ${line}: ${told.code}, ${told.detail}`);
    if (this.refusedNow === TOLD + 1) this.screen.note('… further lines are only counted; --json names all of them.');
  }

  isStopped(): boolean {
    return this.stopped;
  }

  /** Says what became of the lines. */
  tell({ id, isDone, moved, replayed }: Ending): void {
    const { withoutClaims: without_claims, ...counts } = this.counts;
    const answer = {
      id,
      done: isDone,
      dry_run: id === null,
      ...counts,
      without_claims,
      moved,
      reconstructed: replayed,
      faults: this.faults,
    };
    this.screen.answer(answer, () => [this.sentence(id !== null, moved), ...sayReplayed(replayed)]);
    if (!isDone) this.screen.note('Not at the end: the same command goes on from here.');
    else if (id === null) this.screen.note('A dry run: nothing was stored.');
    else if (this.counts.waiting > 0) this.screen.note('They wait for their review; --yes writes them down at once.');
  }

  close(): void {
    process.removeListener('SIGINT', this.stop);
    if (this.file !== null) closeSync(this.file);
  }

  private sentence(isStored: boolean, moved: number): string {
    const { committed, waiting, recognised, withoutClaims, refused } = this.counts;
    const said = [
      committed > 0 && `${count(committed, 'article')} written down (${count(moved, 'rumor')} moved)`,
      waiting > 0 && `${count(waiting, 'article')} ${isStored ? 'to be reviewed' : 'with claims'}`,
      recognised > 0 && `${recognised} known before`,
      withoutClaims > 0 && `${withoutClaims} without a claim`,
      refused > 0 && `${refused} refused`,
    ];
    return said.filter(Boolean).join(' · ') || 'no article in this file';
  }
}

function sayReplayed(replayed: Replayed | null): string[] {
  if (replayed === null) return [];
  const { devices, points } = replayed;
  if (points === 0) return ['reconstructed: nothing that is not there already'];
  return [
    `reconstructed: ${count(points, 'point')} of the past of ${count(devices, 'device')}, none of them ever believed`,
  ];
}

function opened(path: string): number {
  try {
    return openSync(path, 'w');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Fault('invalid', 'unwritable-file', `${path} cannot be written (${code ?? 'unknown error'}).`);
  }
}
