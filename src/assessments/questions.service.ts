import { Injectable } from '@nestjs/common';
import type { Question, SourceStanding, Testimony } from '../engine/confidence/index.js';
import { readValue, type Act, type Certainty, type Stance } from '../engine/subjects/index.js';
import type { OriginLink } from '../evidence/report.entity.js';
import { Database } from '../platform/database/database.js';
import type { Cause } from '../rumors/rumor.entity.js';
import { subjectOf, type RumorRow } from '../rumors/rumor.view.js';
import { standingOfRow } from '../sources/standing.js';
import { SOURCE_COLUMNS, type SourceRow } from '../sources/source.view.js';

/** A question by what names it. */
export interface QuestionKey {
  readonly deviceId: string;
  readonly question: string;
}

/** A rumor as the assessor takes it up: what it says, its last numbers, and why it is due. */
export type AnswerRow = Pick<
  RumorRow,
  | 'id'
  | 'subject'
  | 'value'
  | 'probability'
  | 'low'
  | 'high'
  | 'firm_probability'
  | 'strength'
  | 'announced'
  | 'origin_count'
  | 'supporting_count'
  | 'refuting_count'
  | 'report_count'
> & { readonly assessed_reports: number | null; readonly due_causes: string | null };

/** A question in the engine's form, and the rows that it was made of (in the order of its answers). */
export interface LoadedQuestion {
  readonly rows: readonly AnswerRow[];
  readonly question: Question;
}

interface TestimonyRow extends SourceRow {
  readonly id: string;
  readonly rumor_id: string;
  readonly report_id: string;
  readonly origin_id: string;
  readonly origin_link: OriginLink;
  readonly origin_confidence: number;
  readonly stance: Stance;
  readonly certainty: Certainty;
  readonly published_at: number;
  readonly early_call_count: number;
}

interface SaidRow {
  readonly id: string;
  readonly report_id: string;
  readonly rumor_id: string;
  readonly act: Act;
  readonly is_verified: number;
}

const ANSWERS = "m.device_id = ? and m.question = ? and m.status in ('open', 'lapsed')";

/** Reads questions with all that was said to them, in the form that the engine weighs. */
@Injectable()
export class Questions {
  constructor(private readonly database: Database) {}

  /** The questions that have a rumor to be weighed again, the one that has waited longest first. */
  async due(now: number, limit: number): Promise<QuestionKey[]> {
    const rows = await this.database.read<{ device_id: string; question: string }>(
      `select m.device_id, m.question, min(m.due_at) as waiting from rumors m
       where m.due_at <= ? group by m.device_id, m.question order by waiting, m.device_id, m.question limit ?`,
      [now, limit],
    );
    return rows.map((row) => ({ deviceId: row.device_id, question: row.question }));
  }

  /** A question with every open answer; null if it has none (any more). */
  async load({ deviceId, question }: QuestionKey): Promise<LoadedQuestion | null> {
    const values = [deviceId, question];
    const rows = await this.database.read<AnswerRow>(
      `select m.id, m.subject, m.value, m.probability, m.low, m.high, m.firm_probability, m.strength, m.announced,
              m.origin_count, m.supporting_count, m.refuting_count, m.report_count, a.report_count as assessed_reports,
              m.due_causes
       from rumors m left join assessments a on a.id = m.assessment_id where ${ANSWERS} order by m.id`,
      values,
    );
    const [first] = rows;
    if (first === undefined) return null;
    const links = await this.testimonies(values);
    const said = await this.statements(values);
    const subject = subjectOf(first);
    const answers = rows.map((row) => ({
      rumorId: row.id,
      value: readValue(subject, row.value),
      testimonies: links.filter((link) => link.rumor_id === row.id).map((link) => testimonyOf(link, said)),
    }));
    const sources = new Map<string, SourceStanding>(links.map((link) => [link.source_id, standingOfRow(link)]));
    return { rows, question: { subject, answers, sources } };
  }

  /** The causes that made rumors due, those of one kind together. */
  causesOf(rows: readonly AnswerRow[]): Cause[] {
    const causes = rows.flatMap((row) => (row.due_causes === null ? [] : (JSON.parse(row.due_causes) as Cause[])));
    const kinds = [...new Set(causes.map((cause) => cause.kind))];
    return kinds.map((kind) => ({
      kind,
      ids: [...new Set(causes.filter((cause) => cause.kind === kind).flatMap((cause) => cause.ids))],
    }));
  }

  private testimonies(values: readonly string[]): Promise<TestimonyRow[]> {
    return this.database.read<TestimonyRow>(
      `select e.id, e.rumor_id, e.report_id, e.stance, e.certainty, p.origin_id, p.origin_link, p.origin_confidence,
              p.published_at, s.early_call_count, ${SOURCE_COLUMNS}
       from rumors m join evidence e on e.rumor_id = m.id join reports p on p.id = e.report_id
       join sources s on s.id = p.source_id
       where ${ANSWERS} and e.status = 'active' order by e.id`,
      values,
    );
  }

  private statements(values: readonly string[]): Promise<SaidRow[]> {
    return this.database.read<SaidRow>(
      `select t.id, t.report_id, l.rumor_id, t.act, case when t.verification = 'verified' then 1 else 0 end as is_verified
       from rumors m join statement_links l on l.rumor_id = m.id join statements t on t.id = l.statement_id
       where ${ANSWERS} and t.official order by t.id`,
      values,
    );
  }
}

function testimonyOf(link: TestimonyRow, said: readonly SaidRow[]): Testimony {
  const own = said.filter((row) => row.report_id === link.report_id && row.rumor_id === link.rumor_id);
  const statement = own.find((row) => row.is_verified) ?? own[0];
  return {
    id: link.id,
    reportId: link.report_id,
    sourceId: link.source_id,
    originId: link.origin_id,
    independence: independenceOf(link),
    stance: link.stance,
    certainty: link.certainty,
    publishedAt: link.published_at,
    statement: statement ? { id: statement.id, act: statement.act, verified: Boolean(statement.is_verified) } : null,
  };
}

/** The share of a report that is not copied: 1 for an origin, 0 for a copy, in between for what only looks like one. */
function independenceOf(link: TestimonyRow): number {
  switch (link.origin_link) {
    case 'own':
      return 1;
    case 'confirmed':
      return 0;
    case 'suggested':
      return 1 - link.origin_confidence;
  }
}
