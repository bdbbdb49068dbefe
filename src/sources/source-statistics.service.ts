import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { SourceScore } from './source-score.entity.js';
import { Source } from './source.entity.js';

/** What a source's record comes to. */
export type Score = Pick<SourceScore, 'resolvedCount' | 'hitCount' | 'eventCount' | 'earlyCallCount' | 'reliability'>;

interface ReportCounts {
  readonly source_id: string;
  readonly reports: number;
  readonly last_at: number;
}

const SCORED = ['resolvedCount', 'hitCount', 'eventCount', 'earlyCallCount', 'reliability'] as const;

/** Keeps what is counted of each source: what it published, and what its record comes to. */
@Injectable()
export class SourceStatistics {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /** How many sources there are. */
  count(): Promise<number> {
    return this.database.rows.count(Source);
  }

  /** So many sources after an id (null: from the first), in the order of their ids. */
  next(after: string | null, limit: number): Promise<Source[]> {
    const where = { id: MoreThan(after ?? '') };
    return this.database.rows.find(Source, { where, order: { id: 'ASC' }, take: limit });
  }

  /** The sources of these ids, in the order of their ids. */
  some(ids: readonly string[]): Promise<Source[]> {
    return this.database.rows.find(Source, { where: { id: In([...ids]) }, order: { id: 'ASC' } });
  }

  /** Counts anew what these sources published; the ids of those whose counts were wrong. */
  async recount(sources: readonly Source[]): Promise<string[]> {
    const counts = new Map((await this.reports(sources)).map((row) => [row.source_id, row]));
    const wrong: string[] = [];
    for (const { id, reportCount, lastReportAt } of sources) {
      const { reports = 0, last_at: last = null } = counts.get(id) ?? {};
      if (reports === reportCount && last === lastReportAt) continue;
      await this.write(id, { reportCount: reports, lastReportAt: last });
      wrong.push(id);
    }
    return wrong;
  }

  /** Keeps what the record of a source comes to, from now on; nothing is written where it comes to the same. */
  keep(source: Source, score: Score): Promise<boolean> {
    return this.database.transaction(async (rows) => {
      if (SCORED.every((member) => source[member] === score[member])) return false;
      const at = this.clock.now();
      await this.write(source.id, score);
      await rows.delete(SourceScore, { sourceId: source.id, at });
      await rows.insert(SourceScore, { sourceId: source.id, at, ...score });
      await this.journal.announce('source.scored', source.id, told(score));
      return true;
    });
  }

  private write(id: string, change: Partial<Source>): Promise<unknown> {
    const updatedAt = this.clock.now();
    return this.database.transaction((rows) =>
      rows.update(Source, { id }, { ...change, updatedAt, version: () => 'version + 1' }),
    );
  }

  private reports(sources: readonly Source[]): Promise<ReportCounts[]> {
    const [first, last] = [sources[0]?.id ?? '', sources.at(-1)?.id ?? ''];
    return this.database.read<ReportCounts>(
      `select p.source_id, count(*) as reports, max(p.published_at) as last_at from reports p
       where p.source_id >= ? and p.source_id <= ? and p.evidence_count > 0 group by p.source_id`,
      [first, last],
    );
  }
}

/** What listeners are told of a record. */
function told(score: Score): Readonly<Record<string, number | string | null>> {
  return {
    resolved: score.resolvedCount,
    hits: score.hitCount,
    events: score.eventCount,
    early_calls: score.earlyCallCount,
    reliability: score.reliability,
  };
}
