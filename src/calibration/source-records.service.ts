import { Injectable } from '@nestjs/common';
import { credited, faceValueOf, recordOf, type CreditedCall, type SourceRecord } from '../engine/scoring/index.js';
import type { Moment } from '../events/moments.service.js';
import { Named } from '../evidence/named.service.js';
import { SourceBoard } from '../sources/source-board.service.js';
import type { SourceListRow } from '../sources/source.view.js';
import { standingOfListRow } from '../sources/standing.js';
import { filterOf, type Asked } from './asked.js';
import { reportOn, type CalibrationReport } from './calibration-report.js';
import { Calls } from './calls.service.js';

/** A source with its record. */
export interface ScoredSource {
  readonly source: SourceListRow;
  readonly record: SourceRecord;
}

/** The same, with the scores of its words and their reliability diagram. */
export interface SourceCalibration extends ScoredSource {
  readonly report: CalibrationReport;
  /** What it said of decided claims, from which all of this is counted. */
  readonly calls: readonly CreditedCall[];
}

/** How right sources were: counted from the rows as they were known at a moment. */
@Injectable()
export class SourceRecords {
  constructor(
    private readonly calls: Calls,
    private readonly sources: SourceBoard,
    private readonly named: Named,
  ) {}

  /**
   * The record of a source (id or slug), and what its words at face value come to.
   *
   * @throws Fault not found `unknown-source`, or `not-yet-known`; and as `filterOf`
   */
  async of(reference: string, asked: Asked, moment: Moment): Promise<SourceCalibration> {
    const source = await this.sources.get(reference, moment);
    const filter = await filterOf(asked, this.named, moment);
    const [caller] = await this.calls.of(filter, moment, { first: source.id, last: source.id });
    const calls = credited(caller?.calls ?? []);
    const record = recordOf(standingOfListRow(source), calls, moment.at);
    return { source, record, calls, report: reportOn(calls.map(faceValueOf)) };
  }
}
