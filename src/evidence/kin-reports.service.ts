import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { anyOf, isOneOf, sql, type Sql } from '../platform/database/sql.js';
import type { OriginLink, OriginReason, Report } from './report.entity.js';

/** A report that says of the same rumor what another one does, and which of both names whom. */
export interface Kin {
  readonly id: string;
  readonly origin_id: string;
  readonly origin_link: OriginLink;
  readonly origin_reason: OriginReason | null;
  readonly published_at: number;
  readonly learned_at: number;
  /** Whether the other one names its source. */
  readonly is_credited: boolean;
  /** Whether it names the source of the other one. */
  readonly credits_us: boolean;
  /** Whether both name the same source, one that itself only passes on or guesses. */
  readonly shares_credit: boolean;
}

/** A source that a report names, by the key of its name. */
interface NamedRow {
  readonly name_key: string;
  readonly source_id: string | null;
  /** Whether it knows at first hand, so that two who name it have both looked for themselves. */
  readonly is_primary: boolean | number;
}

type KinRow = Omit<Kin, 'is_credited' | 'credits_us' | 'shares_credit'> &
  Record<'is_credited' | 'credits_us' | 'shares_credit', boolean | number>;

/** Kinds of sources that tell what they know at first hand; they retell nobody. */
const PRIMARY: Sql = sql`('maker', 'regulator', 'benchmark')`;

/** More kin than these are there only where a story was told very often: then these are enough. */
const MOST_KIN = sql`limit 200`;

/** Finds the reports that repeat each other's claims and name each other, or the same source. */
@Injectable()
export class KinReports {
  constructor(private readonly database: Database) {}

  /**
   * The kin of a report among those of other sources that were published at most so many milliseconds before or after it,
   * the one that shares most of its claims first, of those the earliest. Empty for a report at first hand.
   */
  async of(report: Report, withinMs: number): Promise<Kin[]> {
    const [own, named] = await Promise.all([this.ownNames(report), this.named(report)]);
    if (own === null) return [];
    const creditedSources = named.flatMap(({ source_id: id }) => (id === null ? [] : [id]));
    const shared = named.flatMap(({ name_key: key, is_primary: primary }) => (primary ? [] : [key]));
    const names = (keys: readonly string[]): Sql =>
      sql`exists (select 1 from report_credits c where c.report_id = p.id and ${isOneOf(sql`c.name_key`, keys)})`;
    const isCredited = isOneOf(sql`p.source_id`, creditedSources);
    const candidates = anyOf([
      isOneOf(sql`p.source_id`, creditedSources),
      sql`p.id in (select k.report_id from report_credits k where ${isOneOf(sql`k.name_key`, [...own, ...shared])})`,
    ]);
    const [from, to] = [report.publishedAt - withinMs, report.publishedAt + withinMs];
    const { text, values } = sql`
      select p.id, p.origin_id, p.origin_link, p.origin_reason, p.published_at, p.learned_at,
        case when ${isCredited} then 1 else 0 end as is_credited, case when ${names(own)} then 1 else 0 end as credits_us,
        case when ${names(shared)} then 1 else 0 end as shares_credit
      from evidence e cross join evidence f cross join reports p cross join sources s
      where e.report_id = ${report.id} and e.status = 'active' and e.stance <> 'mentions' and f.rumor_id = e.rumor_id
        and f.stance = e.stance and f.status = 'active' and p.id = f.report_id and p.source_id <> ${report.sourceId}
        and p.published_at between ${from} and ${to} and ${candidates} and s.id = p.source_id and s.kind not in ${PRIMARY}
      group by p.id, p.origin_id, p.origin_link, p.origin_reason, p.published_at, p.learned_at, p.source_id
      order by count(*) desc, p.published_at, p.learned_at, p.id ${MOST_KIN}`;
    const rows = await this.database.read<KinRow>(text, values);
    return rows.map(({ is_credited, credits_us, shares_credit, ...row }) => ({
      ...row,
      is_credited: Boolean(is_credited),
      credits_us: Boolean(credits_us),
      shares_credit: Boolean(shares_credit),
    }));
  }

  /** The keys of the names of a report's source; null for one that tells at first hand. */
  private async ownNames({ sourceId }: Report): Promise<string[] | null> {
    const { text, values } = sql`select n.name_key, s.id as source_id,
        case when s.kind in ${PRIMARY} then 1 else 0 end as is_primary
      from sources s left join source_names n on n.source_id = s.id where s.id = ${sourceId}`;
    const rows = await this.database.read<NamedRow>(text, values);
    return rows.some((row) => row.is_primary) ? null : rows.map((row) => row.name_key);
  }

  /** The other sources that a report names; a maker may be named that is no source yet. */
  private named({ id, sourceId }: Report): Promise<NamedRow[]> {
    const { text, values } = sql`
      select c.name_key, s.id as source_id, case when s.kind in ${PRIMARY}
          or exists (select 1 from company_names k where k.name_key = c.name_key) then 1 else 0 end as is_primary
      from report_credits c left join source_names n on n.name_key = c.name_key
      left join sources s on s.id = coalesce(n.source_id, c.source_id)
      where c.report_id = ${id} and (s.id is null or s.id <> ${sourceId})`;
    return this.database.read<NamedRow>(text, values);
  }
}
