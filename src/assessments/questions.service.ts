import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { isOneOf, sql } from '../platform/database/sql.js';
import { SourceTallies } from '../sources/source-tallies.service.js';
import { SOURCE_COLUMNS } from '../sources/source.view.js';
import {
  saidKey,
  type AnswerRow,
  type LoadedQuestion,
  type QuestionKey,
  type SaidRow,
  type TestimonyRow,
} from './asked.js';

/** Which rumors (`m`) are still weighed: those that answer one of so many questions, and are not settled. */
const answering = (questions: number): string => {
  const keys = Array.from({ length: questions }, () => '(?, ?)').join(', ');
  return `(m.device_id, m.question) in (values ${keys}) and m.status not in ('resolved', 'withdrawn')`;
};

/** So many rumors a question are looked through at most to find those that are due. */
const RUMORS_A_QUESTION = 40;

/** Reads questions with all that was said to them, as it is stored. */
@Injectable()
export class Questions {
  constructor(
    private readonly database: Database,
    private readonly sourceTallies: SourceTallies,
  ) {}

  /** The questions that have a rumor which somebody asked to be weighed again, the longest waiting first. */
  async due(limit: number): Promise<QuestionKey[]> {
    const rows = await this.database.read<{ device_id: string; question: string }>(
      `select m.device_id, m.question, min(m.due_at) as waiting
       from (select due_at, device_id, question from rumors where due_at is not null order by due_at, id limit ?) m
       group by m.device_id, m.question order by waiting, m.device_id, m.question limit ?`,
      [limit * RUMORS_A_QUESTION, limit],
    );
    return rows.map((row) => ({ deviceId: row.device_id, question: row.question }));
  }

  /** The questions that these rumors answer. */
  async ofRumors(rumorIds: readonly string[]): Promise<QuestionKey[]> {
    const { text, values } = sql`select distinct m.device_id, m.question from rumors m
      where ${isOneOf(sql`m.id`, rumorIds)} order by m.device_id, m.question`;
    const rows = await this.database.read<{ device_id: string; question: string }>(text, values);
    return rows.map((row) => ({ deviceId: row.device_id, question: row.question }));
  }

  /** Questions with every answer that is not settled; those that have none (any more) are left out. */
  async load(keys: readonly QuestionKey[]): Promise<LoadedQuestion[]> {
    if (keys.length === 0) return [];
    const values = keys.flatMap(({ deviceId, question }) => [deviceId, question]);
    const where = answering(keys.length);
    const rows = await this.answers(where, values);
    const testimonies = await this.testimonies(where, values);
    const links = gathered(testimonies, (link) => link.rumor_id);
    const speakers = [...new Set(testimonies.map((link) => link.source_id))];
    const names = keys.map(({ deviceId, question }) => `${deviceId} ${question}`);
    const tallies = await this.sourceTallies.of(speakers, names);
    const said = gathered(await this.statements(where, values), saidKey);
    return [...gathered(rows, (row) => `${row.device_id} ${row.question}`).values()].map((answers) => {
      const { device_id: deviceId, question } = answers[0]!;
      return { deviceId, question, rows: answers, links, said, tallies };
    });
  }

  private answers(where: string, values: readonly string[]): Promise<AnswerRow[]> {
    return this.database.read<AnswerRow>(
      `select m.id, m.device_id, m.question, m.subject, m.value, m.probability, m.low, m.high, m.firm_probability,
              m.strength, m.announced, m.origin_count, m.supporting_count, m.refuting_count, m.report_count,
              m.assessed_at, a.report_count as assessed_reports, m.due_causes, m.weighed_model
       from rumors m left join assessments a on a.id = m.assessment_id where ${where} order by m.id`,
      values,
    );
  }

  private testimonies(where: string, values: readonly string[]): Promise<TestimonyRow[]> {
    return this.database.read<TestimonyRow>(
      `select e.id, e.rumor_id, e.report_id, e.stance, e.certainty, p.origin_id, p.origin_link, p.origin_confidence,
              p.published_at, s.early_call_count, ${SOURCE_COLUMNS}
       from rumors m join evidence e on e.rumor_id = m.id join reports p on p.id = e.report_id
       join sources s on s.id = p.source_id
       where ${where} and e.status = 'active' order by e.id`,
      values,
    );
  }

  private statements(where: string, values: readonly string[]): Promise<SaidRow[]> {
    return this.database.read<SaidRow>(
      `select t.id, t.report_id, l.rumor_id, t.act, case when t.verification = 'verified' then 1 else 0 end as is_verified
       from rumors m join statement_links l on l.rumor_id = m.id join statements t on t.id = l.statement_id
       where ${where} and t.official order by t.id`,
      values,
    );
  }
}

/** Rows by what they belong to, each list in the order in which the rows came. */
function gathered<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const lists = new Map<string, Row[]>();
  for (const row of rows) {
    const list = lists.get(keyOf(row));
    if (list) list.push(row);
    else lists.set(keyOf(row), [row]);
  }
  return lists;
}
