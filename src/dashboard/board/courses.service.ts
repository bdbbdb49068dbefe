import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { isOneOf, lotsOf, sql } from '../../platform/database/sql.js';
import type { Cause } from '../../rumors/rumor.entity.js';
import type { CoursePoint } from '../charts/sparkline.js';
import { count } from '../wording.js';
import type { Move } from './board-row.js';

interface CourseRow {
  readonly rumor_id: string;
  readonly at: number;
  readonly probability: number;
  readonly causes: string;
}

/** How a number went, and what moved it last; growing older counts only where nothing else happened. */
export interface Course {
  /** From the beginning of the span (where it was known then) to the present, oldest first. */
  readonly points: readonly CoursePoint[];
  readonly move: Move | null;
}

/** Reads the courses of many rumors at once, as the board shows them. */
@Injectable()
export class Courses {
  constructor(private readonly database: Database) {}

  /** The courses of some rumors between two instants (epoch milliseconds), by the id of the rumor. */
  async between(rumorIds: readonly string[], from: number, until: number): Promise<ReadonlyMap<string, Course>> {
    const own = new Map<string, CourseRow[]>(rumorIds.map((id) => [id, []]));
    for (const lot of lotsOf([...own.keys()])) {
      for (const row of await this.assessmentsOf(lot, from, until)) own.get(row.rumor_id)?.push(row);
    }
    const sources = await this.sourcesOf([...own.values()].flatMap((rows) => lastNewsOf(rows) ?? []));
    return new Map([...own].map(([id, rows]) => [id, courseOf(rows, sources)]));
  }

  /** The assessments in the span, and of each rumor the last one before it: each found by its index. */
  private assessmentsOf(rumorIds: readonly string[], from: number, until: number): Promise<CourseRow[]> {
    const columns = sql`a.id, a.rumor_id, a.at, a.probability, a.causes`;
    const before = sql`(select b.id from assessments b where b.rumor_id = m.id and b.at < ${from}
      order by b.at desc, b.id desc limit 1)`;
    const { text, values } = sql`select t.rumor_id, t.at, t.probability, t.causes from (
      select ${columns} from assessments a
        where ${isOneOf(sql`a.rumor_id`, rumorIds)} and a.at >= ${from} and a.at <= ${until}
      union all
      select ${columns} from assessments a
        where a.id in (select ${before} from rumors m where ${isOneOf(sql`m.id`, rumorIds)})) t
      order by t.at, t.id`;
    return this.database.read<CourseRow>(text, values);
  }

  /** The names of the sources of the evidence that moved a rumor, by the id of the evidence. */
  private async sourcesOf(rows: readonly CourseRow[]): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    for (const lot of lotsOf([...new Set(rows.flatMap((row) => causesOf(row, 'evidence')))])) {
      const { text, values } = sql`select e.id, s.name from evidence e
        join reports p on p.id = e.report_id join sources s on s.id = p.source_id where ${isOneOf(sql`e.id`, lot)}`;
      const named = await this.database.read<{ id: string; name: string }>(text, values);
      for (const { id, name } of named) names.set(id, name);
    }
    return names;
  }
}

function causesOf(row: CourseRow, kind: Cause['kind']): string[] {
  const causes = JSON.parse(row.causes) as Cause[];
  return causes.filter((cause) => cause.kind === kind).flatMap((cause) => cause.ids);
}

/** Whether something happened: a number that only grew older is no news. */
const isNews = (row: CourseRow): boolean => (JSON.parse(row.causes) as Cause[]).some(({ kind }) => kind !== 'age');

/** What happened last, else when it was last weighed. */
const lastNewsOf = (rows: readonly CourseRow[]): CourseRow | undefined => rows.findLast(isNews) ?? rows.at(-1);

function courseOf(rows: readonly CourseRow[], sources: ReadonlyMap<string, string>): Course {
  const last = lastNewsOf(rows);
  const move = last === undefined ? null : { at: last.at, text: sayCause(last, sources) };
  return { points: rows.map(({ at, probability }) => ({ at, probability })), move };
}

const SAID: Readonly<Record<Cause['kind'], string>> = {
  opened: 'first report',
  evidence: 'new reports',
  withdrawal: 'a report was withdrawn',
  statement: 'official statement',
  source: 'a source was rated',
  track_record: 'a source proved right or wrong',
  calibration: 'such claims came out otherwise',
  copying: 'who repeats whom was found',
  related_rumor: 'another claim about it',
  origin: 'a copy was found',
  resolution: 'a rival was settled',
  identity: 'devices were sorted out',
  age: 'time went by',
  model: 'new model version',
};

/** What moved a number, in a few words: its sources by name, else what kind of thing it was. */
function sayCause(row: CourseRow, sources: ReadonlyMap<string, string>): string {
  if (causesOf(row, 'statement').length > 0) return SAID.statement;
  const names = [...new Set(causesOf(row, 'evidence').flatMap((id) => sources.get(id) ?? []))];
  if (names.length > 2) return count(names.length, 'report');
  if (names.length > 0) return names.join(', ');
  const causes = JSON.parse(row.causes) as Cause[];
  const first = causes.find(({ kind }) => kind !== 'age') ?? causes[0];
  return first === undefined ? 'weighed again' : SAID[first.kind];
}
