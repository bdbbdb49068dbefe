import { Injectable } from '@nestjs/common';
import { independenceOf } from '../assessments/asked.js';
import { isEstablished } from '../engine/confidence/index.js';
import type { Certainty, Stance } from '../engine/subjects/index.js';
import { Moments, type Moment } from '../events/moments.service.js';
import type { OriginLink } from '../evidence/report.entity.js';
import { Database } from '../platform/database/database.js';
import { joined, sql, written } from '../platform/database/sql.js';
import { standingOfRow } from '../sources/standing.js';
import { SOURCE_COLUMNS, type SourceRow } from '../sources/source.view.js';
import { DECIDED_COLUMNS, stood, type DecidedRow } from './decided.js';
import { Hearings, type Heard, type HeardRow, type HeardSource } from './hearings.js';

/** So many questions are read at a time, so that whoever waits has their turn in between. */
const AT_ONCE = 500;

interface QuestionRow {
  readonly device_id: string;
  readonly question: string;
}

/** A link of a report to an answer, as it is stored. */
interface LinkRow extends DecidedRow {
  readonly source_id: string;
  readonly stance: Stance;
  readonly certainty: Certainty;
  readonly published_at: number;
  readonly origin_link: OriginLink;
  readonly origin_confidence: number;
}

type SidedRow = LinkRow & { readonly stance: HeardRow['stance'] };

/** Reads what established sources said to all questions, decided or not, in one walk over the rows. */
@Injectable()
export class HeardQuestions {
  constructor(
    private readonly database: Database,
    private readonly moments: Moments,
  ) {}

  /** All of it, as sources are learned: what sources without standing say is not even looked at, so nobody can be made suspect by inventions. */
  async all(): Promise<Heard> {
    const moment = await this.moments.now();
    const hearings = new Hearings(await this.established());
    for (let last: QuestionRow | undefined = { device_id: '', question: '' }; ;) {
      const questions: QuestionRow[] = await this.after(last);
      last = questions.at(-1);
      if (last === undefined) return hearings.all();
      const rows = (await this.links(questions, moment)).filter((row): row is SidedRow => row.stance !== 'mentions');
      hearings.hear(rows.map((row) => ({ ...row, independence: independenceOf(row) })));
    }
  }

  private async established(): Promise<Map<string, HeardSource>> {
    const rows = await this.database.read<SourceRow & { readonly early_call_count: number }>(
      `select ${SOURCE_COLUMNS}, s.early_call_count from sources s order by s.id`,
    );
    const sources = rows.map((row) => ({ slug: row.source_slug, standing: standingOfRow(row) }));
    const established = sources.filter(({ standing }) => isEstablished(standing));
    return new Map(established.map((source) => [source.standing.id, source]));
  }

  private after({ device_id: device, question }: QuestionRow): Promise<QuestionRow[]> {
    const { text, values } = sql`select m.device_id, m.question from rumors m
      where (m.device_id, m.question) > (${device}, ${question}) and m.united_into_id is null
        and m.status <> 'withdrawn'
      group by m.device_id, m.question order by m.device_id, m.question limit ${written(AT_ONCE)}`;
    return this.database.read<QuestionRow>(text, values);
  }

  /** Crossed and not joined, so that SQLite begins with the questions and not with all that was ever said. */
  private links(questions: readonly QuestionRow[], moment: Moment): Promise<LinkRow[]> {
    const named = questions.map(({ device_id: device, question }) => sql`(${device}, ${question})`);
    const { text, values } = sql`
      select ${DECIDED_COLUMNS}, p.source_id, e.stance, e.certainty, p.published_at, p.origin_link, p.origin_confidence
      from (values ${joined(named, ', ')}) k cross join rumors m cross join evidence e cross join reports p
      cross join devices d cross join companies c left join resolutions v on v.rumor_id = m.id and ${stood(moment)}
      where m.device_id = k.column1 and m.question = k.column2 and m.united_into_id is null and m.status <> 'withdrawn'
        and e.rumor_id = m.id and e.status = 'active' and p.id = e.report_id
        and d.id = m.device_id and c.id = d.company_id
      order by m.device_id, m.question, m.id, e.id`;
    return this.database.read<LinkRow>(text, values);
  }
}
