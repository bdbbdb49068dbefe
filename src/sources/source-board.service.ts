import { Injectable } from '@nestjs/common';
import type { Grade, SourceKind } from '../engine/subjects/index.js';
import { absent } from '../events/absent.js';
import { Moments, type Moment } from '../events/moments.service.js';
import { hadWord, Trail } from '../events/trail.service.js';
import { Database } from '../platform/database/database.js';
import { isFound } from '../platform/database/found.js';
import { readWindow, type SortKey, type Window } from '../platform/database/keyset.js';
import type { Dialect } from '../platform/database/place.js';
import { isOneOf, lotsOf, sql, type Sql } from '../platform/database/sql.js';
import { sourceRows } from './source-rows.js';
import type { SourceBearing, SourceCardRow, SourceListRow } from './source.view.js';

/** Which sources are wanted; all of them where nothing is said. */
export interface SourceFilter {
  readonly ids?: readonly string[];
  readonly kind?: SourceKind;
  readonly grade?: Grade;
  readonly minResolved?: number;
  /** Words of one of its names, handles or hosts; the last may be unfinished. */
  readonly words?: string;
}

/** How sources can be sorted. Ids sort as the sources were added. */
export const SOURCE_SORTS = {
  name: { column: 'sorted_name', descending: false },
  '-last_report_at': { column: 'last_report_at', descending: true },
  '-reports': { column: 'report_count', descending: true },
  '-created_at': { column: 'id', descending: true },
} as const satisfies Readonly<Record<string, SortKey>>;

/** What an editor may change of a source. */
const MARKS = {
  thing: (row: SourceListRow) => row.id,
  columns: {
    kind: 'kind',
    grade: 'grade',
    vetted: 'vetted',
    name: 'name',
    replyText: 'reply_text',
    replyOn: 'reply_on',
    replyUrl: 'reply_url',
  },
} as const;

/** The sources as they are looked at, now or at an earlier moment: read as rows, without entities. */
@Injectable()
export class SourceBoard {
  constructor(
    private readonly database: Database,
    private readonly moments: Moments,
    private readonly trail: Trail,
  ) {}

  /** A part of the sources of a filter, and one more where another part follows. */
  async page(filter: SourceFilter, window: Window, moment: Moment): Promise<SourceListRow[]> {
    const conditions = conditionsOf(filter, moment, this.database.dialect);
    const rows = await readWindow<SourceListRow>(this.database, sourceRows(moment), conditions, {
      ...window,
      isCostly: !moment.isNow,
    });
    return this.trail.restored(rows, MARKS, moment);
  }

  /**
   * One source with its names and with what it has said, by stance.
   *
   * @throws Fault not found `unknown-source`, or `not-yet-known` if it was added only after the moment
   */
  async get(reference: string, moment?: Moment): Promise<SourceCardRow> {
    const at = moment ?? (await this.moments.now());
    const { text, values } =
      sql`select t.* from (${sourceRows(at)}) t where t.id = ${reference} or t.slug = ${reference}`;
    const found = await this.database.readOne<SourceListRow>(text, values);
    if (!found) throw await absent(this.database, 'source', reference, at);
    const [row = found] = await this.trail.restored([found], MARKS, at);
    return { ...row, names: await this.names(row.id), bearings: await this.bearings(row.id, at) };
  }

  /** The sources of these ids, as they were known, in the order of the ids. */
  async ofIds(ids: readonly string[], moment: Moment): Promise<SourceListRow[]> {
    const rows: SourceListRow[] = [];
    for (const lot of lotsOf([...ids].sort())) {
      const { text, values } =
        sql`select t.* from (${sourceRows(moment)}) t where ${isOneOf(sql`t.id`, lot)} order by t.id`;
      rows.push(...(await this.database.read<SourceListRow>(text, values)));
    }
    return this.trail.restored(rows, MARKS, moment);
  }

  private async names(sourceId: string): Promise<string[]> {
    const rows = await this.database.read<{ name: string }>(
      'select name from source_names where source_id = ? order by name_key',
      [sourceId],
    );
    return rows.map(({ name }) => name);
  }

  private bearings(sourceId: string, { at }: Moment): Promise<SourceBearing[]> {
    const { text, values } = sql`
      select e.stance, count(*) as links, count(distinct m.device_id) as devices,
             sum(case when p.origin_link = 'own' then 1 else 0 end) as own_links
      from reports p join evidence e on e.report_id = p.id join rumors m on m.id = e.rumor_id
      where p.source_id = ${sourceId} and e.active_at <= ${at} and (e.withdrawn_at is null or e.withdrawn_at > ${at})
      group by e.stance order by e.stance`;
    return this.database.read<SourceBearing>(text, values);
  }
}

/** What a filter asks of a row. */
function conditionsOf({ ids, kind, grade, minResolved, words }: SourceFilter, moment: Moment, dialect: Dialect): Sql[] {
  const conditions = [
    ids !== undefined && isOneOf(sql`t.id`, ids),
    kind !== undefined && hadWord('kind', kind, moment),
    grade !== undefined && hadWord('grade', grade, moment),
    minResolved !== undefined && sql`t.resolved_count >= ${minResolved}`,
    words !== undefined && isFound(dialect, sql`t.id`, 'source', words),
  ];
  return conditions.filter((condition) => condition !== false);
}
