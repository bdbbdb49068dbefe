import { setImmediate as breath } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Assessor } from '../assessments/assessor.service.js';
import type { Fault } from '../platform/fault.js';
import { counted, ImportActs } from './import-acts.service.js';
import { ImportDesk, type LineTaking } from './import-desk.service.js';
import { ImportAhead } from './import-ahead.service.js';
import type { ImportLine } from './import-line.js';
import { NOTHING_IMPORTED, type ImportCounts, type ImportRun } from './import-run.entity.js';

/** Looks on while lines are taken: how far it is, and which line was refused and why. */
export interface ImportWatch {
  /** Called after each act with the last line that is done. */
  advanced(line: number, counts: ImportCounts): void;
  refused(line: ImportLine, fault: Fault): void;
  /** Whether to stop after the lines that are in hand. */
  isStopped(): boolean;
}

/** Takes the articles of a file in: some lines in one act, each line whole or not at all, and each exactly once. */
@Injectable()
export class Imports {
  constructor(
    private readonly acts: ImportActs,
    private readonly ahead: ImportAhead,
    private readonly desk: ImportDesk,
    private readonly assessor: Assessor,
  ) {}

  /**
   * Goes on with a run from where it stands to the end of the lines. Nothing is weighed on the way, since a question is
   * asked again by the next line; `weigh` does it once. A run whose past is worked out ends with that.
   *
   * @returns whether it came to the end
   */
  async run(
    run: ImportRun,
    lines: AsyncIterable<ImportLine>,
    taking: LineTaking,
    watch: ImportWatch,
  ): Promise<boolean> {
    let { counts } = run;
    for await (const lot of this.ahead.lots(lines, taking, run.line)) {
      if (watch.isStopped()) return false;
      const done = await this.acts.take(run.id, lot, counts, taking);
      counts = done.counts;
      for (const { line, fault } of done.refused) watch.refused(line, fault);
      watch.advanced(lot.at(-1)?.lastLine ?? run.line, counts);
      await breath();
    }
    if (!taking.replays) await this.acts.finish(run.id);
    return true;
  }

  /** Reads every line as `run` does, and stores nothing; `waiting` counts the articles that claim something. */
  async tryOut(lines: AsyncIterable<ImportLine>, taking: LineTaking, watch: ImportWatch): Promise<void> {
    let counts = NOTHING_IMPORTED;
    for await (const lot of this.ahead.lots(lines, taking, 0)) {
      for (const line of lot) {
        if (watch.isStopped()) return;
        const done = await this.desk.tryOut(line, taking);
        counts = counted(counts, done);
        if (done.fault) watch.refused(line, done.fault);
        watch.advanced(line.lastLine, counts);
        await breath();
      }
    }
  }

  /** Weighs what the lines have touched. Returns how many rumors got other numbers. */
  async weigh(): Promise<number> {
    return new Set((await this.assessor.assessDue()).map((effect) => effect.rumorId)).size;
  }
}
