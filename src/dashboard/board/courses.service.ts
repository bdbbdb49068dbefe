import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
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

  /** The courses of some rumors since an instant (epoch milliseconds), by the id of the rumor. */
  async since(rumorIds: readonly string[], from: number): Promise<ReadonlyMap<string, Course>> {
    if (rumorIds.length === 0) return new Map();
    const rows = await this.database.read<CourseRow>(
      `select a.rumor_id, a.at, a.probability, a.causes from assessments a
       where a.rumor_id in (${rumorIds.map(() => '?').join(', ')}) and (a.at >= ? or a.id = (
         select b.id from assessments b where b.rumor_id = a.rumor_id and b.at < ? order by b.at desc, b.id desc limit 1))
       order by a.at, a.id`,
      [...rumorIds, from, from],
    );
    const sources = await this.sourcesOf(rows);
    const own = (id: string) => rows.filter((row) => row.rumor_id === id);
    return new Map(rumorIds.map((id) => [id, courseOf(own(id), sources)]));
  }

  /** The names of the sources of the evidence that moved a rumor, by the id of the evidence. */
  private async sourcesOf(rows: readonly CourseRow[]): Promise<ReadonlyMap<string, string>> {
    const ids = rows.filter(isNews).flatMap((row) => causesOf(row, 'evidence'));
    if (ids.length === 0) return new Map();
    const named = await this.database.read<{ id: string; name: string }>(
      `select e.id, s.name from evidence e join reports p on p.id = e.report_id join sources s on s.id = p.source_id
       where e.id in (${ids.map(() => '?').join(', ')})`,
      ids,
    );
    return new Map(named.map(({ id, name }) => [id, name]));
  }
}

function causesOf(row: CourseRow, kind: Cause['kind']): string[] {
  const causes = JSON.parse(row.causes) as Cause[];
  return causes.filter((cause) => cause.kind === kind).flatMap((cause) => cause.ids);
}

/** Whether something happened: a number that only grew older is no news. */
const isNews = (row: CourseRow): boolean => (JSON.parse(row.causes) as Cause[]).some(({ kind }) => kind !== 'age');

function courseOf(rows: readonly CourseRow[], sources: ReadonlyMap<string, string>): Course {
  const last = rows.findLast(isNews) ?? rows.at(-1);
  const move = last === undefined ? null : { at: last.at, text: sayCause(last, sources) };
  return { points: rows.map(({ at, probability }) => ({ at, probability })), move };
}

const SAID: Readonly<Record<Cause['kind'], string>> = {
  opened: 'first report',
  evidence: 'new reports',
  withdrawal: 'a report was withdrawn',
  statement: 'official statement',
  source: 'a source was rated',
  origin: 'a copy was found',
  resolution: 'a rival was settled',
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
