import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import type { Cause } from '../rumors/rumor.entity.js';
import { Rumors } from '../rumors/rumors.service.js';
import { Evidence } from './evidence.entity.js';
import { ReportDebuts } from './report-debuts.service.js';
import { Report } from './report.entity.js';

/** Whether a link (`e`) counts: said so that SQLite does not walk over all links that count to find those of a report. */
const COUNTS = `(e.status = 'active') is true`;

/** What links count for: a change of one counts with its rumor, and asks for that to be weighed again. */
@Injectable()
export class EvidenceCounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rumors: Rumors,
    private readonly debuts: ReportDebuts,
  ) {}

  /**
   * Both ends of a link that is to be made: there is such a report, and such a rumor.
   *
   * @throws Fault not found `unknown-report`; what `Rumors.get` throws
   */
  async assertThere({ reportId, rumorId }: Pick<Evidence, 'reportId' | 'rumorId'>): Promise<void> {
    await this.assertFollowed(rumorId);
    if (await this.database.rows.existsBy(Report, { id: reportId })) return;
    throw new Fault('not_found', 'unknown-report', `There is no report ${reportId}.`);
  }

  /** @throws what `Rumors.get` throws */
  async assertFollowed(rumorId: string): Promise<void> {
    await this.rumors.get(rumorId);
  }

  /** Makes a link count from now on that was only proposed, or again where it was withdrawn. */
  count({ id, reportId, rumorId, activeAt: since }: Evidence): Promise<void> {
    return this.database.transaction(async (rows) => {
      const rumor = await this.rumors.touch(rumorId);
      const report = await rows.findOneByOrFail(Report, { id: reportId });
      const isNewToDevice = !(await this.speaksOf(reportId, rumor.deviceId));
      const activeAt = since ?? this.clock.now();
      await rows.update(Evidence, { id }, { status: 'active', activeAt, withdrawnAt: null, withdrawnReason: null });
      if (since === null) {
        await this.debuts.enter(report);
        await rows.increment(Report, { id: reportId }, 'evidenceCount', 1);
      }
      await this.rumors.countReport(rumor, report.publishedAt, isNewToDevice);
      await this.rumors.markDue([rumorId], { kind: 'evidence', ids: [id] });
    });
  }

  /** Writes links of one report down that are new and count from now on, each to another rumor. Within an act. */
  async enter(report: Report, links: readonly Evidence[]): Promise<void> {
    if (links.length === 0) return;
    const { rows } = this.database;
    const spoken = await this.devicesOf(report.id);
    await rows.insert(Evidence, [...links]);
    await this.debuts.enter(report);
    await rows.update(Report, { id: report.id }, { evidenceCount: report.evidenceCount + links.length });
    const { publishedAt } = report;
    await this.rumors.countLinks(
      links.map(({ id: evidenceId, rumorId }) => ({ evidenceId, rumorId, publishedAt })),
      spoken,
    );
  }

  /** Corrects how a report stands to a rumor, or how surely it speaks. */
  correct({ id, rumorId, status }: Evidence, words: Pick<Evidence, 'stance' | 'certainty'>): Promise<void> {
    return this.database.transaction(async (rows) => {
      await this.rumors.touch(rumorId);
      await rows.update(Evidence, { id }, words);
      if (status === 'active') await this.rumors.markDue([rumorId], { kind: 'evidence', ids: [id] });
    });
  }

  /** Makes a link count no more, for a reason; one that was only proposed is turned down. */
  uncount({ id, rumorId, status }: Evidence, withdrawnReason: string): Promise<void> {
    return this.database.transaction(async (rows) => {
      const rumor = await this.rumors.touch(rumorId);
      await rows.update(Evidence, { id }, { status: 'withdrawn', withdrawnAt: this.clock.now(), withdrawnReason });
      if (status === 'proposed') return;
      await this.rumors.uncountReport(rumor.id);
      await this.rumors.markDue([rumor.id], { kind: 'withdrawal', ids: [id] });
    });
  }

  /** Asks for every rumor to be weighed again that the reports of a source, or of an origin, speak of. */
  markDueOf(of: { sourceId: string } | { originId: string }, cause: Cause): Promise<void> {
    const [column, value] = 'sourceId' in of ? ['source_id', of.sourceId] : ['origin_id', of.originId];
    return this.database.transaction(async () => {
      const linked = await this.database.read<{ rumor_id: string }>(
        `select distinct e.rumor_id from reports r cross join evidence e
         where r.${column} = ? and e.report_id = r.id and ${COUNTS} order by e.rumor_id`,
        [value],
      );
      await this.rumors.markDue(
        linked.map((row) => row.rumor_id),
        cause,
      );
    });
  }

  /**
   * The open rumors that reports of a source speak of. Crossed and not joined, so that SQLite begins with the source and not
   * with all that was ever said.
   */
  async openOf(sourceId: string): Promise<string[]> {
    const linked = await this.database.read<{ rumor_id: string }>(
      `select distinct e.rumor_id from reports r cross join evidence e cross join rumors m
       where r.source_id = ? and e.report_id = r.id and ${COUNTS} and m.id = e.rumor_id and m.status = 'open'
       order by e.rumor_id`,
      [sourceId],
    );
    return linked.map((row) => row.rumor_id);
  }

  /** Whether a report was ever counted for a rumor about the device. */
  private async speaksOf(reportId: string, deviceId: string): Promise<boolean> {
    return (await this.devicesOf(reportId)).has(deviceId);
  }

  /** The devices about which a report was ever counted. */
  private async devicesOf(reportId: string): Promise<ReadonlySet<string>> {
    const devices = await this.database.read<{ device_id: string }>(
      `select distinct m.device_id from evidence e join rumors m on m.id = e.rumor_id
       where e.report_id = ? and e.active_at is not null`,
      [reportId],
    );
    return new Set(devices.map((row) => row.device_id));
  }
}
