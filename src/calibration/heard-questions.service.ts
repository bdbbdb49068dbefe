import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { independenceOf } from '../assessments/asked.js';
import { isEstablished } from '../engine/confidence/index.js';
import { CERTAINTIES, type Certainty, type Stance } from '../engine/subjects/index.js';
import { Moments, type Moment } from '../events/moments.service.js';
import type { OriginLink } from '../evidence/report.entity.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, sql, written } from '../platform/database/sql.js';
import { standingOfRow } from '../sources/standing.js';
import { SOURCE_COLUMNS, type SourceRow } from '../sources/source.view.js';
import { stood } from './decided.js';
import type { HeardSource } from './hearings.js';
import type { HeardBatch, HeardClaim } from './listening.js';

/** So many questions are read at a time, and of these about so many reports, so that whoever waits has their turn. */
const QUESTIONS_AT_ONCE = 50;
const REPORTS_AT_ONCE = 1500;

interface QuestionRow {
  readonly device_id: string;
  readonly question: string;
}

interface ClaimRow extends HeardClaim {
  readonly report_count: number;
}

/** A link of a report to an answer, as it is stored. */
interface LinkRow {
  readonly rumor_id: string;
  readonly source_id: string;
  readonly stance: Exclude<Stance, 'mentions'>;
  readonly certainty: Certainty;
  readonly published_at: number;
  readonly origin_link: OriginLink;
  readonly origin_confidence: number;
}

/** Reads what sources said to all questions, decided or not, in one walk over the rows. */
@Injectable()
export class HeardQuestions {
  constructor(
    private readonly database: Database,
    private readonly moments: Moments,
  ) {}

  /** The sources that are listened to: what others say is not even looked at, so nobody can be made suspect by inventions. */
  async established(): Promise<HeardSource[]> {
    const rows = await this.database.read<SourceRow & { readonly early_call_count: number }>(
      `select ${SOURCE_COLUMNS}, s.early_call_count from sources s order by s.id`,
    );
    const sources = rows.map((row) => ({ slug: row.source_slug, standing: standingOfRow(row) }));
    return sources.filter(({ standing }) => isEstablished(standing));
  }

  /** How many links of reports to answers there are, at most so many. */
  async count(most: number): Promise<number> {
    const { text, values } = sql`select count(*) as links from (select 1 from evidence e limit ${written(most)}) f`;
    return (await this.database.readOne<{ links: number }>(text, values))?.links ?? 0;
  }

  /** All that was said, some questions at a time, in the order of devices and questions; between two others have their turn. */
  async *batches(sources: readonly HeardSource[]): AsyncGenerator<HeardBatch> {
    const moment = await this.moments.now();
    const places = new Map(sources.map(({ standing }, place) => [standing.id, place]));
    for (let last: QuestionRow = { device_id: '', question: '' }; ;) {
      await nextTurn();
      const end = await this.endAfter(last);
      if (end === null) return;
      const claims = await this.claims(last, end, moment);
      yield batchOf(claims, await this.links(claims), places);
      last = end;
    }
  }

  /** The last of the next questions; null where there is none left. */
  private async endAfter({ device_id: device, question }: QuestionRow): Promise<QuestionRow | null> {
    const { text, values } = sql`select m.device_id, m.question from rumors m
      where (m.device_id, m.question) > (${device}, ${question})
      group by m.device_id, m.question order by m.device_id, m.question limit ${written(QUESTIONS_AT_ONCE)}`;
    return (await this.database.read<QuestionRow>(text, values)).at(-1) ?? null;
  }

  private claims(after: QuestionRow, end: QuestionRow, moment: Moment): Promise<ClaimRow[]> {
    const { text, values } = sql`select m.id as rumor_id, m.device_id, m.subject, m.question, m.value,
        m.window_ends_on, v.outcome, v.happened_on, m.report_count
      from rumors m left join resolutions v on v.rumor_id = m.id and ${stood(moment)}
      where (m.device_id, m.question) > (${after.device_id}, ${after.question})
        and (m.device_id, m.question) <= (${end.device_id}, ${end.question})
        and m.united_into_id is null and m.status <> 'withdrawn' order by m.device_id, m.question, m.id`;
    return this.database.read<ClaimRow>(text, values);
  }

  private async links(claims: readonly ClaimRow[]): Promise<LinkRow[]> {
    const found: LinkRow[] = [];
    for (let from = 0; from < claims.length;) {
      let [until, reports] = [from, 0];
      while (until < claims.length && (until === from || reports < REPORTS_AT_ONCE)) {
        reports += claims[until]!.report_count;
        until += 1;
      }
      const ids = claims.slice(from, until).map(({ rumor_id: id }) => id);
      const { text, values } = sql`
        select e.rumor_id, p.source_id, e.stance, e.certainty, p.published_at, p.origin_link, p.origin_confidence
        from evidence e join reports p on p.id = e.report_id
        where ${isOneOf(sql`e.rumor_id`, ids)} and e.status = 'active' and e.stance <> 'mentions'`;
      for (const row of await this.database.read<LinkRow>(text, values)) found.push(row);
      from = until;
      await nextTurn();
    }
    return found;
  }
}

/** What was said to questions, in columns. */
function batchOf(
  claims: readonly ClaimRow[],
  links: readonly LinkRow[],
  sources: ReadonlyMap<string, number>,
): HeardBatch {
  const places = new Map(claims.map(({ rumor_id: id }, place) => [id, place]));
  const told = new Set<string>();
  const kept = links.filter((link) => {
    const isHeard = sources.has(link.source_id) && independenceOf(link) > 0;
    if (isHeard || !told.has(link.rumor_id)) told.add(link.rumor_id);
    else return false;
    return true;
  });
  kept.sort((one, other) => places.get(one.rumor_id)! - places.get(other.rumor_id)!);
  return {
    claims: claims.map(({ report_count: _, ...claim }) => claim),
    claimOf: Uint32Array.from(kept, ({ rumor_id: id }) => places.get(id)!),
    sourceOf: Int32Array.from(kept, ({ source_id: id }) => sources.get(id) ?? -1),
    side: Int8Array.from(kept, ({ stance }) => (stance === 'supports' ? 1 : -1)),
    certainty: Uint8Array.from(kept, ({ certainty }) => CERTAINTIES.indexOf(certainty)),
    publishedAt: Float64Array.from(kept, (link) => link.published_at),
    independence: Float64Array.from(kept, independenceOf),
  };
}
