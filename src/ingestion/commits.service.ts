import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Assessor, type Effect } from '../assessments/assessor.service.js';
import type { EnsuredDevice } from '../devices/devices.service.js';
import { Fault } from '../platform/fault.js';
import { IngestionBook, type Accepted } from './ingestion-book.service.js';
import { ClaimWriter } from './claim-writer.service.js';
import { ReportWriter } from './report-writer.service.js';

/** How many of these were new, or known already. */
export interface Count {
  readonly devices: number;
  readonly rumors: number;
}

/** What the writing down of an article did. */
export interface Written {
  readonly effects: readonly Effect[];
  readonly created: Count;
  readonly matched: Count;
}

/** What the writing down of an article did, before it is weighed: null where it was written down already. */
export interface WrittenDown extends Omit<Written, 'effects'> {
  /** The rumors whose numbers it bears on at once. */
  readonly rumorIds: readonly string[];
}

const NONE: Count = { devices: 0, rumors: 0 };

/** What an act did that wrote nothing down. */
export const NOTHING_WRITTEN: Written = { effects: [], created: NONE, matched: NONE };

/** Writes reviewed articles down: report, evidence, statements, and what they do to the numbers. */
@Injectable()
export class Commits {
  constructor(
    private readonly book: IngestionBook,
    private readonly reports: ReportWriter,
    private readonly claims: ClaimWriter,
    private readonly assessor: Assessor,
  ) {}

  /**
   * Writes an article down; to be called within a transaction, so that all of it is kept or nothing. One that is
   * written down already stays as it is. The questions that its claims answer are weighed with it, and those of words
   * that it bears out; whatever else is due, such as what its source or its copies said elsewhere, after the act.
   *
   * @throws Fault not found `unknown-ingestion`, conflict `discarded`, `text-erased` or `nothing-accepted`
   */
  async commit(id: string, actor: Actor): Promise<Written> {
    const written = await this.writeDown(id, actor);
    if (written === null) return NOTHING_WRITTEN;
    const { rumorIds, ...counts } = written;
    return { effects: await this.assessor.assessRumors(rumorIds), ...counts };
  }

  /**
   * The same without weighing anything: what it touches stays due. Null for an article that is written down already.
   * Refuses as `commit` does.
   */
  async writeDown(id: string, actor: Actor): Promise<WrittenDown | null> {
    const ingestion = await this.book.get(id);
    if (ingestion.status === 'committed') return null;
    if (ingestion.status === 'discarded') throw new Fault('conflict', 'discarded', `${id} was discarded.`);
    const waiting = await this.book.text(id);
    if (!waiting) {
      throw new Fault('conflict', 'text-erased', `${id} waited too long and its text is erased: hand it in again.`);
    }
    const candidates = (await this.book.candidates(id)).filter((each) => each.decision !== 'rejected');
    if (candidates.length === 0) {
      throw new Fault('conflict', 'nothing-accepted', `Every claim of ${id} is rejected: discard it instead.`);
    }
    const devices = await this.claims.devicesOf(ingestion, candidates, actor);
    const report = await this.reports.write(ingestion, waiting.fingerprint, actor);
    const accepted = await this.claims.write(candidates, devices, report, actor);
    const spoken = await this.claims.writeStatements(ingestion, candidates, accepted, report, actor);
    await this.reports.relate(report);
    await this.book.close(ingestion, report.id, accepted, actor);
    const rumorIds = [...accepted.map((each) => each.rumorId), ...spoken];
    return { rumorIds, ...tally([...devices.values()], accepted) };
  }
}

function tally(devices: readonly EnsuredDevice[], accepted: readonly Accepted[]): Omit<Written, 'effects'> {
  const added = devices.filter((device) => device.added).length;
  const rumors = new Set(accepted.map((each) => each.rumorId)).size;
  const opened = accepted.filter((each) => each.opened).length;
  return {
    created: { devices: added, rumors: opened },
    matched: { devices: devices.length - added, rumors: rumors - opened },
  };
}
