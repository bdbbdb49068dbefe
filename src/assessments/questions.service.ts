import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { isOneOf, joined, lotsOf, Sql, sql } from '../platform/database/sql.js';
import { LearnedParameters } from '../rumors/learned-parameters.service.js';
import { SourceCopyings } from '../sources/source-copyings.service.js';
import { SourceTallies } from '../sources/source-tallies.service.js';
import { SOURCE_COLUMNS } from '../sources/source.view.js';
import {
  saidKey,
  type AnswerRow,
  type FactRow,
  type LoadedQuestion,
  type QuestionKey,
  type SaidRow,
  type TestimonyRow,
} from './asked.js';
import { signsAbout } from './signs.js';
import { movedSince } from './moved-questions.js';
import { factsAbout, withRelated } from './related-questions.js';
import type { Weighed } from './weighed.js';

/** So many rumors a question are looked through at most to find those that are due. */
const RUMORS_A_QUESTION = 40;

/** Reads questions with all that was said to them, as it is stored. */
@Injectable()
export class Questions {
  constructor(
    private readonly database: Database,
    private readonly sourceTallies: SourceTallies,
    private readonly parameters: LearnedParameters,
    private readonly copyings: SourceCopyings,
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

  /** These questions with those about the same devices of which one says something for another. */
  related(keys: readonly QuestionKey[]): Promise<QuestionKey[]> {
    return withRelated(this.database, keys);
  }

  /** The devices of those questions to which something has happened since they were read: one asks to be weighed, or changed. */
  movedSince(weighed: Weighed): Promise<Set<string>> {
    return movedSince(this.database, weighed);
  }

  /** What was found to be true of these devices, as far as it says something for their questions. */
  facts(keys: readonly QuestionKey[]): Promise<FactRow[]> {
    return factsAbout(this.database, keys);
  }

  /**
   * Questions with every answer that is not settled; those that have none (any more) are left out.
   *
   * @param withSettled whether the settled answers come too, as they do to look back
   */
  async load(keys: readonly QuestionKey[], withSettled = false): Promise<LoadedQuestion[]> {
    if (keys.length === 0) return [];
    const rows = await this.answers(keys, withSettled);
    const ids = rows.map(({ id }) => id);
    const testimonies = await inLots(ids, (lot) => this.testimonies(lot));
    const links = gathered(testimonies, (link) => link.rumor_id);
    const speakers = [...new Set(testimonies.map((link) => link.source_id))];
    const names = keys.map(({ deviceId, question }) => `${deviceId} ${question}`);
    const tallies = await this.sourceTallies.of(speakers, names);
    const learned = await this.parameters.all();
    const copying = await this.copyings.of(speakers);
    const signs = await signsAbout(this.database, keys);
    const said = gathered(await inLots(ids, (lot) => this.statements(lot)), saidKey);
    return [...gathered(rows, (row) => `${row.device_id} ${row.question}`).values()].map((answers) => {
      const { device_id: deviceId, question } = answers[0]!;
      return { deviceId, question, rows: answers, links, said, tallies, learned, copying, signs };
    });
  }

  private answers(keys: readonly QuestionKey[], withSettled: boolean): Promise<AnswerRow[]> {
    const left = withSettled ? sql`m.status <> 'withdrawn'` : sql`m.status not in ('resolved', 'withdrawn')`;
    const named = keys.map(({ deviceId, question }) => sql`(${deviceId}, ${question})`);
    const { text, values } = sql`
      select m.id, m.device_id, m.question, m.subject, m.value, m.region, m.variant, m.probability, m.low, m.high, m.firm_probability,
             m.strength, m.announced, m.origin_count, m.supporting_count, m.refuting_count, m.report_count,
             m.assessed_at, a.report_count as assessed_reports, m.due_causes, m.weighed_model, m.updated_at, d.category
      from rumors m join devices d on d.id = m.device_id left join assessments a on a.id = m.assessment_id
      where (m.device_id, m.question) in (values ${joined(named, ', ')}) and ${left} and m.united_into_id is null
      order by m.id`;
    return this.database.read<AnswerRow>(text, values);
  }

  /**
   * What was reported of rumors, in the order of the links. Asked for by the ids of the rumors: asked for by questions, a
   * planner without statistics walks over all evidence there is.
   */
  private testimonies(rumorIds: readonly string[]): Promise<TestimonyRow[]> {
    const { text, values } = sql`
      select e.id, e.rumor_id, e.report_id, e.stance, e.certainty, p.origin_id, p.origin_link, p.origin_confidence,
             p.published_at, s.early_call_count, case when s.kind = 'maker' and exists (select 1 from rumors m
               join devices d on d.id = m.device_id join company_names n on n.company_id = d.company_id
               where m.id = e.rumor_id and lower(s.name) in (n.name_key, lower(n.name))) then 1 else 0 end as is_of_maker, ${new Sql(SOURCE_COLUMNS, [])}
      from evidence e join reports p on p.id = e.report_id join sources s on s.id = p.source_id
      where ${isOneOf(sql`e.rumor_id`, rumorIds)} and e.status = 'active' order by e.rumor_id, e.id`;
    return this.database.read<TestimonyRow>(text, values);
  }

  private statements(rumorIds: readonly string[]): Promise<SaidRow[]> {
    const { text, values } = sql`
      select t.id, t.report_id, l.rumor_id, t.act, case when t.verification = 'verified' then 1 else 0 end as is_verified
      from statement_links l join statements t on t.id = l.statement_id
      where ${isOneOf(sql`l.rumor_id`, rumorIds)} and t.official order by t.id`;
    return this.database.read<SaidRow>(text, values);
  }
}

/** The rows of all lots, one lot after the other. */
async function inLots<Row>(ids: readonly string[], read: (lot: readonly string[]) => Promise<Row[]>): Promise<Row[]> {
  const found: Row[] = [];
  for (const lot of lotsOf(ids)) for (const row of await read(lot)) found.push(row);
  return found;
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
