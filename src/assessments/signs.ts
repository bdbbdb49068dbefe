import { isEstablished, SHIFTED_SUBJECTS, type LaunchSign, type LaunchSignKind } from '../engine/confidence/index.js';
import { reaches, type Act } from '../engine/subjects/index.js';
import type { Database } from '../platform/database/database.js';
import { isOneOf, joined, lotsOf, sql, Sql } from '../platform/database/sql.js';
import { subjectOfQuestion } from '../rumors/concerned.js';
import { standingOfRow } from '../sources/standing.js';
import { SOURCE_COLUMNS, type SourceRow } from '../sources/source.view.js';
import type { QuestionKey } from './asked.js';

/** Evidence about a device that may tell that its launch is near, as it is stored. */
export interface SignRow extends SourceRow {
  readonly id: string;
  readonly report_id: string;
  readonly origin_id: string;
  readonly published_at: number;
  readonly early_call_count: number;
  readonly device_id: string;
  /** The rumor that it speaks to, and what that is about. */
  readonly rumor_id: string;
  readonly subject: string;
  readonly region: string | null;
  readonly variant: string | null;
  /** What an official speaker does in it; null where it counts by who published it. */
  readonly act: Act | null;
  readonly is_verified: number;
}

/** The kinds of sources by whose reports a launch shows ahead. */
const BY_KIND: Readonly<Record<string, LaunchSignKind>> = { regulator: 'filing', benchmark: 'benchmark' };
const KINDS = sql`('regulator', 'benchmark')`;

const COLUMNS = `e.id, e.report_id, e.rumor_id, p.origin_id, p.published_at, s.early_call_count, m.device_id, m.subject,
  m.region, m.variant, ${SOURCE_COLUMNS}`;

/** What is there about these devices that tells that a launch is near: none where no question about days is asked. */
export async function signsAbout(database: Database, keys: readonly QuestionKey[]): Promise<SignRow[]> {
  const shifted = keys.filter(({ question }) => SHIFTED_SUBJECTS.includes(subjectOfQuestion(question)));
  const deviceIds = [...new Set(shifted.map(({ deviceId }) => deviceId))].sort();
  const found: SignRow[] = [];
  for (const lot of lotsOf(deviceIds)) {
    const devices = isOneOf(sql`m.device_id`, lot);
    const published = sql`select ${new Sql(COLUMNS, [])}, null as act, 0 as is_verified
      from rumors m join evidence e on e.rumor_id = m.id join reports p on p.id = e.report_id
      join sources s on s.id = p.source_id
      where ${devices} and m.status <> 'withdrawn' and e.status = 'active' and e.stance = 'supports' and s.kind in ${KINDS}
        and exists (select 1 from sources k where k.kind in ${KINDS})`;
    const said = sql`select ${new Sql(COLUMNS, [])}, t.act,
        case when t.verification = 'verified' then 1 else 0 end as is_verified
      from rumors m join statement_links l on l.rumor_id = m.id join statements t on t.id = l.statement_id
      join evidence e on e.rumor_id = m.id and e.report_id = t.report_id join reports p on p.id = e.report_id
      join sources s on s.id = p.source_id
      where ${devices} and m.status <> 'withdrawn' and e.status = 'active' and t.official and (t.act = 'teases'
        or (m.subject = 'announcement.date' and t.act in ('announces', 'confirms') and t.verification = 'verified'))`;
    for (const { text, values } of [published, said]) found.push(...(await database.read<SignRow>(text, values)));
  }
  return found;
}

/** What a row tells; null where nobody established vouches for it. */
function kindOf(row: SignRow): LaunchSignKind | null {
  if (row.act === null) return BY_KIND[row.source_kind] ?? null;
  if (row.act !== 'teases') return 'invitation';
  return row.is_verified || isEstablished(standingOfRow(row)) ? 'teaser' : null;
}

/** The signs that hold for a question, of all those about its device: those that are tied to its region and variant or to none. */
export function signsOf(
  rows: readonly SignRow[],
  asked: Pick<SignRow, 'device_id' | 'region' | 'variant'>,
): LaunchSign[] {
  return rows.flatMap((row): LaunchSign[] => {
    const kind = kindOf(row);
    if (kind === null || row.device_id !== asked.device_id || !reaches({ ...row, variant: null }, asked)) return [];
    const { id: evidenceId, report_id: reportId, origin_id: originId, published_at: publishedAt } = row;
    return [{ kind, evidenceId, reportId, originId, source: row.source_name, publishedAt }];
  });
}

/** The questions about days that hear of what these questions, to which something has happened, tell by signs. */
export async function shiftedBy(database: Database, keys: readonly QuestionKey[]): Promise<QuestionKey[]> {
  const happened = keys.filter(({ byAgeAlone }) => !byAgeAlone);
  const found: QuestionKey[] = [];
  for (const lot of lotsOf(happened)) {
    const named = lot.map(({ deviceId, question }) => sql`(${deviceId}, ${question})`);
    const { text, values } = sql`select distinct d.device_id, d.question from rumors d
      where ${isOneOf(sql`d.subject`, SHIFTED_SUBJECTS)} and d.status not in ('resolved', 'withdrawn') and d.device_id in (
        select m.device_id from rumors m join evidence e on e.rumor_id = m.id join reports p on p.id = e.report_id
        join sources s on s.id = p.source_id
        where (m.device_id, m.question) in (values ${joined(named, ', ')})
          and (s.kind in ${KINDS} or exists (select 1 from statement_links l join statements t on t.id = l.statement_id
            where l.rumor_id = m.id and (t.act = 'teases' or m.subject = 'announcement.date'))))`;
    const rows = await database.read<{ device_id: string; question: string }>(text, values);
    found.push(...rows.map((row) => ({ deviceId: row.device_id, question: row.question })));
  }
  return found;
}
