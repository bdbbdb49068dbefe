import { Injectable } from '@nestjs/common';
import type { SourceStanding } from '../engine/confidence/index.js';
import { standingCalls, type Call, type Spoken } from '../engine/scoring/index.js';
import type { Certainty, Stance } from '../engine/subjects/index.js';
import type { Moment } from '../events/moments.service.js';
import { Trail } from '../events/trail.service.js';
import type { OriginLink, OriginReason } from '../evidence/report.entity.js';
import { PastReports } from '../evidence/past-reports.service.js';
import { Database } from '../platform/database/database.js';
import { Sql, sql } from '../platform/database/sql.js';
import { subjectOf } from '../rumors/rumor.view.js';
import { SOURCE_COLUMNS, type SourceRow } from '../sources/source.view.js';
import { standingOfRow } from '../sources/standing.js';
import {
  type Decided,
  DECIDED_COLUMNS,
  DECIDED_TABLES,
  decidedOf,
  type DecidedFilter,
  type DecidedRow,
  isOfDevice,
  isWanted,
  stood,
} from './decided.js';

/** Whose calls are wanted: those of the sources whose ids lie between two, both within. */
export interface SourceSpan {
  readonly first: string;
  readonly last: string;
}

/** What a source called. */
export interface Called {
  readonly calls: readonly Call[];
  /** Those of their questions (`Call.question`) that still have an answer to be weighed. */
  readonly open: ReadonlySet<string>;
}

/** A source with what it called, as it stood. */
export interface Caller extends Called {
  readonly source: SourceStanding;
  readonly slug: string;
}

/** A link between a report and a claim of a question in which something was decided. */
interface CallRow extends DecidedRow, SourceRow {
  readonly id: string;
  readonly stance: Stance;
  readonly certainty: Certainty;
  readonly active_at: number;
  readonly report_id: string;
  readonly published_at: number;
  readonly origin_id: string;
  readonly origin_link: OriginLink;
  readonly origin_reason: OriginReason | null;
  readonly origin_learned_at: number;
  readonly early_call_count: number;
  readonly believed: number | null;
  readonly is_open: number;
}

/** One that takes a side. */
type SidedRow = CallRow & { readonly stance: Call['stance'] };

/** What an editor may change of a link. */
const LINK = {
  thing: (row: CallRow) => row.id,
  columns: { stance: 'stance', certainty: 'certainty' },
} as const;

/** What was believed of a rumor just before a link to it counted: without unproven sources, who cannot make a crowd. */
const BELIEVED = sql`(select a.firm_probability from assessments a where a.rumor_id = m.id and a.at < e.active_at
  order by a.at desc, a.id desc limit 1)`;

/** Whether an answer to the question of a rumor is still weighed. */
const OPEN = sql`(case when exists (select 1 from rumors w where w.device_id = m.device_id and w.question = m.question
  and w.status not in ('resolved', 'withdrawn')) then 1 else 0 end)`;

/**
 * Reads what sources said about claims that were decided since: from the rows, as they were known at a moment. A report
 * that was ascribed to another source then is that one's.
 */
@Injectable()
export class Calls {
  constructor(
    private readonly database: Database,
    private readonly trail: Trail,
    private readonly past: PastReports,
  ) {}

  /** Who took a side on decided claims as an origin, with the calls that stand; in the order of their ids. */
  async of(filter: DecidedFilter, moment: Moment, span?: SourceSpan): Promise<Caller[]> {
    const read = await this.rows(filter, moment, span);
    const rows = await this.past.restored(await this.trail.restored(read, LINK, moment), moment);
    const sided = rows.filter((row): row is SidedRow => row.origin_link === 'own' && row.stance !== 'mentions');
    const callers = [...bySource(sided).values()].map((own) => callerOf(own, filter));
    return callers.filter(({ source: { id } }) => !span || (id >= span.first && id <= span.last));
  }

  /** Crossed and not joined, so that SQLite begins with what is decided and not with all that was ever said. */
  private rows(filter: DecidedFilter, moment: Moment, span: SourceSpan | undefined): Promise<CallRow[]> {
    const { at } = moment;
    const within =
      span && moment.isNow ? sql`p.source_id >= ${span.first} and p.source_id <= ${span.last}` : sql`1 = 1`;
    const { text, values } = sql`
      select e.id, e.stance, e.certainty, e.active_at, ${DECIDED_COLUMNS}, p.id as report_id, p.published_at,
             p.origin_id, p.origin_link, p.origin_reason, o.learned_at as origin_learned_at, s.early_call_count,
             ${new Sql(SOURCE_COLUMNS, [])}, ${BELIEVED} as believed, ${OPEN} as is_open
      from (select distinct m.device_id, m.question from ${DECIDED_TABLES} where ${stood(moment)}
              and v.outcome in ('true', 'false') and ${isOfDevice(filter)}) q
      cross join rumors m cross join evidence e cross join reports p cross join reports o cross join sources s
      cross join devices d cross join companies c
      left join resolutions v on v.rumor_id = m.id and ${stood(moment)}
      where m.device_id = q.device_id and m.question = q.question and m.united_into_id is null and e.rumor_id = m.id
        and p.id = e.report_id and o.id = p.origin_id and s.id = p.source_id and d.id = m.device_id and c.id = d.company_id
        and e.active_at <= ${at} and (e.withdrawn_at is null or e.withdrawn_at > ${at}) and ${within}
      order by s.id, e.id`;
    return this.database.read<CallRow>(text, values);
  }
}

function bySource(rows: readonly SidedRow[]): Map<string, SidedRow[]> {
  const groups = new Map<string, SidedRow[]>();
  for (const row of rows) {
    const group = groups.get(row.source_id);
    if (group) group.push(row);
    else groups.set(row.source_id, [row]);
  }
  return groups;
}

function callerOf(rows: readonly SidedRow[], filter: DecidedFilter): Caller {
  const spoken: Spoken[] = [];
  const calls: Call[] = [];
  const open = new Set<string>();
  for (const row of rows) {
    const report = spokenOf(row);
    spoken.push(report);
    const decided = decidedOf(row);
    if (!decided || !isWanted(decided, filter)) continue;
    calls.push(callOf(row, report, decided));
    if (row.is_open) open.add(decided.question);
  }
  return { source: standingOfRow(rows[0]!), slug: rows[0]!.source_slug, calls: standingCalls(calls, spoken), open };
}

function spokenOf(row: SidedRow): Spoken {
  const { source_id: sourceId, report_id: reportId, published_at: publishedAt } = row;
  const topic = subjectOf(row).answers === 'each' ? row.rumor_id : `${row.device_id} ${row.question}`;
  return { sourceId, topic, reportId, publishedAt };
}

function callOf(row: SidedRow, spoken: Spoken, decided: Decided): Call {
  const { subject, value, rumorId, question, event, decidedAt, baseRate, happened } = decided;
  const isNo = value.type === 'yes_no' && !value.yes;
  return {
    ...spoken,
    rumorId,
    event,
    family: subject.family,
    stance: row.stance,
    side: isNo === (row.stance === 'supports') ? 'refutes' : 'supports',
    question,
    certainty: row.certainty,
    learnedAt: row.active_at,
    decidedAt,
    baseRate,
    believed: row.believed ?? baseRate,
    happened,
  };
}
