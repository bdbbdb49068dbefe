import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../access/actor.js';
import { Database } from '../platform/database/database.js';
import type { Fault } from '../platform/fault.js';
import { faultOfLine, ImportDesk, type LineOutcome, type LineTaking } from './import-desk.service.js';
import type { ImportLine } from './import-line.js';
import type { ImportCounts } from './import-run.entity.js';
import { ImportRuns } from './import-runs.service.js';

/** What became of lines, of each in turn, and how far the run is with them. */
export interface DoneLines {
  readonly refused: readonly { readonly line: ImportLine; readonly fault: Fault }[];
  readonly counts: ImportCounts;
}

/** Does lines of a run in as few acts as can be, each line whole or not at all. */
@Injectable()
export class ImportActs {
  constructor(
    private readonly database: Database,
    private readonly desk: ImportDesk,
    private readonly runs: ImportRuns,
  ) {}

  /**
   * Does lines in one act. Where one breaks it, those before it are done again with that one refused, and then those
   * behind it: what it met in the act is what it would have met by itself, for the lines before it are the same.
   */
  async take(id: string, lines: readonly ImportLine[], before: ImportCounts, taking: LineTaking): Promise<DoneLines> {
    const refused: { line: ImportLine; fault: Fault }[] = [];
    let counts = before;
    let rest = lines;
    while (rest.length > 0) {
      const part = await this.wholePart(id, rest, counts, taking);
      part.outcomes.forEach(({ fault }, place) => fault && refused.push({ line: rest[place]!, fault }));
      counts = part.outcomes.reduce(counted, counts);
      rest = rest.slice(part.outcomes.length);
    }
    return { refused, counts };
  }

  /** Notes that a run has come to the end of its lines. */
  finish(id: string): Promise<void> {
    return this.runs.finish(id);
  }

  /** Does the first of some lines in one act: all of them, or those up to the one that breaks it. */
  private async wholePart(id: string, lines: readonly ImportLine[], counts: ImportCounts, taking: LineTaking) {
    const outcomes: LineOutcome[] = [];
    try {
      await this.act(id, lines, counts, taking, outcomes);
      return { outcomes };
    } catch (error) {
      const fault = faultOfLine(error);
      return this.partBefore(id, lines, counts, taking, { fault, place: outcomes.length });
    }
  }

  /**
   * Does the lines before the one that broke an act, and refuses that one. Where the act broke at its end, nobody knows
   * which one did: half of them are done, and one alone is refused.
   */
  private async partBefore(
    id: string,
    lines: readonly ImportLine[],
    counts: ImportCounts,
    taking: LineTaking,
    { fault, place }: { fault: Fault; place: number },
  ): Promise<{ outcomes: LineOutcome[] }> {
    if (place === lines.length && lines.length > 1) {
      return this.wholePart(id, lines.slice(0, Math.ceil(lines.length / 2)), counts, taking);
    }
    const broken = Math.min(place, lines.length - 1);
    const part = lines.slice(0, broken + 1).map((line, at) => (at === broken ? { ...line, fault } : line));
    const outcomes: LineOutcome[] = [];
    await this.act(id, part, counts, taking, outcomes);
    return { outcomes };
  }

  private act(
    id: string,
    lines: readonly ImportLine[],
    counts: ImportCounts,
    taking: LineTaking,
    outcomes: LineOutcome[],
  ): Promise<void> {
    return this.database.transaction(async () => {
      for (const line of lines) outcomes.push(await this.desk.take(line, OPERATOR, taking));
      const known = outcomes.flatMap(({ ingestionId = [] }) => ingestionId);
      if (taking.replays) await this.runs.noteDevices(id, known);
      await this.runs.advance(id, lines.at(-1)?.lastLine ?? 0, outcomes.reduce(counted, counts));
    });
  }
}

/** The counts with one outcome more. */
export const counted = (counts: ImportCounts, { became }: LineOutcome): ImportCounts => ({
  ...counts,
  [became]: counts[became] + 1,
});
