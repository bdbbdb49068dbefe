import { setImmediate as breath } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../access/actor.js';
import { Assessor } from '../assessments/assessor.service.js';
import type { Fault } from '../platform/fault.js';
import { Database } from '../platform/database/database.js';
import type { ImportLine } from './import-line.js';
import { faultOfLine, ImportDesk, type LineOutcome, type LineTaking } from './import-desk.service.js';
import { NOTHING_IMPORTED, type ImportCounts, type ImportRun } from './import-run.entity.js';
import { ImportRuns } from './import-runs.service.js';

/** Lines that are done in one act: few enough that whoever else writes need not wait long, about half a second. */
export const LINES_AT_ONCE = 50;

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
    private readonly database: Database,
    private readonly desk: ImportDesk,
    private readonly runs: ImportRuns,
    private readonly assessor: Assessor,
  ) {}

  /**
   * Goes on with a run from where it stands to the end of the lines. Nothing is weighed on the way, since a question is
   * asked again by the next line; `weigh` does it once.
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
    for await (const batch of batches(lines, run.line)) {
      if (watch.isStopped()) return false;
      counts = await this.take(run.id, batch, counts, taking, watch);
      watch.advanced(batch.at(-1)?.lastLine ?? run.line, counts);
      await breath();
    }
    await this.runs.finish(run.id);
    return true;
  }

  /** Reads every line as `run` does, and stores nothing; `waiting` counts the articles that claim something. */
  async tryOut(lines: AsyncIterable<ImportLine>, taking: LineTaking, watch: ImportWatch): Promise<void> {
    let counts = NOTHING_IMPORTED;
    for await (const line of lines) {
      if (watch.isStopped()) return;
      const done = await this.desk.tryOut(line, taking);
      counts = counted(counts, done);
      if (done.fault) watch.refused(line, done.fault);
      watch.advanced(line.lastLine, counts);
      await breath();
    }
  }

  /** Weighs what the lines have touched. Returns how many rumors got other numbers. */
  async weigh(): Promise<number> {
    return new Set((await this.assessor.assessDue()).map((effect) => effect.rumorId)).size;
  }

  /** The lines of one act; where one of them breaks the act, each is done in its own. */
  private async take(
    id: string,
    batch: readonly ImportLine[],
    before: ImportCounts,
    taking: LineTaking,
    watch: ImportWatch,
  ): Promise<ImportCounts> {
    const act = (lines: readonly ImportLine[], counts: ImportCounts): Promise<Done> =>
      this.database.transaction(async () => {
        const outcomes: LineOutcome[] = [];
        for (const line of lines) outcomes.push(await this.desk.take(line, OPERATOR, taking));
        const after = outcomes.reduce(counted, counts);
        await this.runs.advance(id, lines.at(-1)?.lastLine ?? 0, after);
        return { outcomes, counts: after };
      });
    const tell = ({ outcomes, counts }: Done, lines: readonly ImportLine[]): ImportCounts => {
      outcomes.forEach(({ fault }, index) => fault && lines[index] && watch.refused(lines[index], fault));
      return counts;
    };
    try {
      return tell(await act(batch, before), batch);
    } catch (error) {
      faultOfLine(error);
    }
    let counts = before;
    for (const line of batch) {
      const done = await act([line], counts).catch((error: unknown) =>
        act([{ ...line, fault: faultOfLine(error) }], counts),
      );
      counts = tell(done, [line]);
    }
    return counts;
  }
}

interface Done {
  readonly outcomes: readonly LineOutcome[];
  readonly counts: ImportCounts;
}

const counted = (counts: ImportCounts, { became }: LineOutcome): ImportCounts => ({
  ...counts,
  [became]: counts[became] + 1,
});

async function* batches(lines: AsyncIterable<ImportLine>, after: number): AsyncGenerator<ImportLine[]> {
  let batch: ImportLine[] = [];
  for await (const line of lines) {
    if (line.line <= after) continue;
    batch.push(line);
    if (batch.length < LINES_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
