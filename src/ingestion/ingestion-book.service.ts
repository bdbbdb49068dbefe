import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { encodeFingerprint } from '../engine/similarity/index.js';
import { Journal, type JournalEntry } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { execute } from '../platform/database/execute.js';
import { joined, lotsOf, sql, type Sql } from '../platform/database/sql.js';
import { Fault } from '../platform/fault.js';
import { Candidate } from './candidate.entity.js';
import { Ingestion, IngestionText } from './ingestion.entity.js';
import { candidateRow, ingestionRow, TEXT_RETENTION_MS, type ReadArticle } from './ingestion-rows.js';

/** What a candidate became. */
export interface Accepted {
  readonly candidateId: string;
  readonly rumorId: string;
  /** Null where the report was linked to that rumor already. */
  readonly evidenceId: string | null;
  /** Whether the rumor was opened for it. */
  readonly opened: boolean;
}

/** An article as it was kept within an act. */
interface KeptArticle {
  readonly ingestion: Ingestion;
  readonly candidates: Candidate[];
  readonly text: IngestionText;
}

/** Keeps articles between reading and review, and what became of them. */
@Injectable()
export class IngestionBook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /** @throws Fault not found `unknown-ingestion` */
  async get(id: string): Promise<Ingestion> {
    const ingestion = this.kept.get(id)?.ingestion ?? (await this.database.rows.findOneBy(Ingestion, { id }));
    if (ingestion) return ingestion;
    throw new Fault('not_found', 'unknown-ingestion', `There is no ingestion ${id}.`);
  }

  /** The article that was written down as a report; null for a report that was not handed in as one. */
  writtenAs(reportId: string): Promise<Ingestion | null> {
    return this.database.rows.findOneBy(Ingestion, { reportId });
  }

  /** The candidates of every article that was written down as the report of an ingestion; of one that waits its own. */
  async candidatesOfReport({ id, reportId }: Ingestion): Promise<Candidate[]> {
    const written = reportId === null ? [] : await this.database.rows.findBy(Ingestion, { reportId });
    const ids = written.length === 0 ? [id] : written.map((each) => each.id);
    const found: Candidate[] = [];
    for (const each of ids) found.push(...(await this.candidates(each)));
    return found;
  }

  /** The candidates of an ingestion in the order of the article's claims. */
  async candidates(ingestionId: string): Promise<Candidate[]> {
    const kept = this.kept.get(ingestionId);
    if (kept) return kept.candidates;
    return this.database.rows.find(Candidate, { where: { ingestionId }, order: { ordinal: 'ASC' } });
  }

  /** The text that waits for its review; null once it is erased. */
  async text(ingestionId: string): Promise<IngestionText | null> {
    return this.kept.get(ingestionId)?.text ?? this.database.rows.findOneBy(IngestionText, { ingestionId });
  }

  /** What this act has kept and not touched since. */
  private get kept(): Map<string, KeptArticle> {
    return this.database.book(this, () => new Map());
  }

  /** Puts a read article among those that wait for their review. */
  keep(article: ReadArticle, actor: Actor): Promise<Ingestion> {
    const now = this.clock.now();
    return this.database.transaction(async (rows) => {
      const ingestion = rows.create(Ingestion, ingestionRow(article, actor, now));
      await rows.insert(Ingestion, ingestion);
      const text: IngestionText = {
        ingestionId: ingestion.id,
        text: article.text,
        fingerprint: encodeFingerprint(article.identity.fingerprint),
        eraseAt: now + TEXT_RETENTION_MS,
      };
      await rows.insert(IngestionText, text);
      const found = article.claims.map((each) => rows.create(Candidate, candidateRow(each, ingestion.id, now)));
      await rows.insert(Candidate, found);
      this.kept.set(ingestion.id, { ingestion, candidates: found, text });
      const after = { title: ingestion.title, candidates: found.length };
      const data = { candidates: found.length }; // its title is nobody's before an editor has looked at it
      await this.journal.record(actor, {
        action: 'propose',
        thing: ingestion.id,
        after,
        event: 'ingestion.ready',
        data,
      });
      return ingestion;
    });
  }

  /** Changes a candidate that waits for its review. */
  revise(id: string, change: Partial<Candidate>): Promise<void> {
    return this.database.transaction(async (rows) => {
      this.kept.clear();
      await rows.update(Candidate, { id }, change);
    });
  }

  /** Throws a waiting article away, and erases its text. */
  discard({ id, status }: Ingestion, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      this.kept.delete(id);
      await rows.update(Ingestion, { id }, { status: 'discarded', updatedAt: this.clock.now() });
      await rows.delete(IngestionText, { ingestionId: id });
      const [before, after] = [{ status }, { status: 'discarded' }];
      await this.journal.record(actor, { action: 'discard', thing: id, before, after, event: 'ingestion.discarded' });
    });
  }

  /** Notes that an article may be written down when its embargo ends. */
  release(ingestion: Ingestion, actor: Actor): Promise<void> {
    return this.allow(ingestion, actor.name, { action: 'release', event: 'ingestion.ready' }, actor);
  }

  /** Notes that an article may not be written down without an editor. */
  holdBack(ingestion: Ingestion, actor: Actor): Promise<void> {
    return this.allow(ingestion, null, { action: 'hold_back', event: 'ingestion.ready' }, actor);
  }

  private allow(
    { id, releasedBy: former }: Ingestion,
    releasedBy: string | null,
    act: Pick<JournalEntry, 'action' | 'event'>,
    actor: Actor,
  ): Promise<void> {
    return this.database.transaction(async (rows) => {
      this.kept.delete(id);
      await rows.update(Ingestion, { id }, { releasedBy, updatedAt: this.clock.now() });
      const [before, after] = [{ releasedBy: former }, { releasedBy }];
      await this.journal.record(actor, { ...act, thing: id, before, after, data: {} });
    });
  }

  /** Notes that an article was written down as a report, and erases its text. */
  close(ingestion: Ingestion, reportId: string, accepted: readonly Accepted[], actor: Actor): Promise<void> {
    const now = this.clock.now();
    return this.database.transaction(async (rows) => {
      this.kept.delete(ingestion.id);
      for (const lot of lotsOf(accepted)) await execute(rows, became(lot));
      const change = { status: 'committed' as const, reportId, committedAt: now, updatedAt: now };
      await rows.update(Ingestion, { id: ingestion.id }, change);
      await rows.delete(IngestionText, { ingestionId: ingestion.id });
      const before = { status: ingestion.status };
      const after = { status: 'committed', report_id: reportId, accepted: accepted.length };
      const entry = { action: 'commit', thing: ingestion.id, before, after } as const;
      await this.journal.record(actor, { ...entry, event: 'ingestion.committed' });
    });
  }
}

/** Notes what candidates became. */
function became(accepted: readonly Accepted[]): Sql {
  const values = accepted.map(
    ({ candidateId, rumorId, evidenceId }) => sql`(${candidateId}, ${rumorId}, ${evidenceId})`,
  );
  return sql`update candidates set decision = 'accepted', rumor_id = v.column2, evidence_id = v.column3
    from (values ${joined(values, ', ')}) v where candidates.id = v.column1`;
}
