import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Source } from './source.entity.js';

type Counts = Pick<Source, 'reportCount' | 'lastReportAt' | 'resolvedCount' | 'hitCount'>;

interface SourceCounts {
  readonly id: string;
  readonly report_count: number;
  readonly last_report_at: number | null;
  readonly resolved_count: number;
  readonly hit_count: number;
}

interface ReportCounts {
  readonly source_id: string;
  readonly reports: number;
  readonly last_at: number;
}

interface VerdictCounts {
  readonly source_id: string;
  readonly resolved: number;
  readonly hits: number;
}

/** What was put right: the last source that was looked at (null: there was none left), and how many counts changed. */
export interface Recounted {
  readonly last: string | null;
  readonly looked: number;
  readonly changed: number;
}

/** Counts anew, from the rows themselves, what each source published and how often it was right. */
@Injectable()
export class SourceStatistics {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** How many sources there are. */
  count(): Promise<number> {
    return this.database.rows.count(Source);
  }

  /**
   * Puts the counts of the next sources right, in the order of their ids; only what changed is written. A source is
   * right about a resolved rumor if its last report as an origin took the side of the outcome; copies earn nothing.
   */
  recount(after: string | null, limit: number): Promise<Recounted> {
    return this.database.transaction(async (rows) => {
      const sources = await this.next(after, limit);
      const last = sources.at(-1)?.id ?? null;
      if (last === null) return { last, looked: 0, changed: 0 };
      const reports = new Map((await this.reports(after, last)).map((row) => [row.source_id, row]));
      const verdicts = new Map((await this.verdicts(after, last)).map((row) => [row.source_id, row]));
      const wrong = sources.flatMap((source) => {
        const counts = countsOf(reports.get(source.id), verdicts.get(source.id));
        return agree(source, counts) ? [] : [{ id: source.id, counts }];
      });
      const updatedAt = this.clock.now();
      for (const { id, counts } of wrong) {
        await rows.update(Source, { id }, { ...counts, updatedAt, version: () => 'version + 1' });
      }
      return { last, looked: sources.length, changed: wrong.length };
    });
  }

  private next(after: string | null, limit: number): Promise<SourceCounts[]> {
    return this.database.read<SourceCounts>(
      `select s.id, s.report_count, s.last_report_at, s.resolved_count, s.hit_count from sources s
       where s.id > ? order by s.id limit ?`,
      [after ?? '', limit],
    );
  }

  private reports(after: string | null, last: string): Promise<ReportCounts[]> {
    return this.database.read<ReportCounts>(
      `select p.source_id, count(*) as reports, max(p.published_at) as last_at from reports p
       where p.source_id > ? and p.source_id <= ? group by p.source_id`,
      [after ?? '', last],
    );
  }

  private verdicts(after: string | null, last: string): Promise<VerdictCounts[]> {
    return this.database.read<VerdictCounts>(
      `select v.source_id, count(*) as resolved,
              sum(case when (v.stance = 'supports' and v.outcome = 'true')
                         or (v.stance = 'refutes' and v.outcome = 'false') then 1 else 0 end) as hits
       from (select p.source_id, e.stance, m.outcome,
                    row_number() over (partition by p.source_id, m.id order by p.published_at desc, p.id desc) as place
             from rumors m join evidence e on e.rumor_id = m.id and e.status = 'active'
             join reports p on p.id = e.report_id and p.origin_link = 'own'
             where m.status = 'resolved' and m.outcome in ('true', 'false') and e.stance in ('supports', 'refutes')
               and p.source_id > ? and p.source_id <= ?) v
       where v.place = 1 group by v.source_id`,
      [after ?? '', last],
    );
  }
}

function countsOf(reports: ReportCounts | undefined, verdicts: VerdictCounts | undefined): Counts {
  return {
    reportCount: reports?.reports ?? 0,
    lastReportAt: reports?.last_at ?? null,
    resolvedCount: verdicts?.resolved ?? 0,
    hitCount: verdicts?.hits ?? 0,
  };
}

function agree(source: SourceCounts, counts: Counts): boolean {
  return (
    source.report_count === counts.reportCount &&
    source.last_report_at === counts.lastReportAt &&
    source.resolved_count === counts.resolvedCount &&
    source.hit_count === counts.hitCount
  );
}
