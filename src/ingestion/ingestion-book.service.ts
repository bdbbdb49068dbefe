import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { encodeFingerprint, type TextIdentity } from '../engine/similarity/index.js';
import type { ReadClaim, Reading } from '../engine/extraction/index.js';
import { Journal } from '../events/journal.service.js';
import { excerpt } from '../evidence/excerpt.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { newId } from '../platform/ids.js';
import { publicationOf } from './article.js';
import { Candidate, type Novelty } from './candidate.entity.js';
import { Ingestion, IngestionText, type SourceHint } from './ingestion.entity.js';

/** An article that was read, as it is kept until its review. */
export interface ReadArticle {
  readonly text: string;
  readonly title: string;
  readonly url: string | null;
  readonly canonicalUrl: string | null;
  readonly source: SourceHint;
  readonly identity: TextIdentity;
  readonly reading: Reading;
  /** The claims that can be followed, each with its place among all and with what it adds. */
  readonly claims: readonly { readonly ordinal: number; readonly claim: ReadClaim; readonly novelty: Novelty }[];
}

/** What a candidate became. */
export interface Accepted {
  readonly candidateId: string;
  readonly rumorId: string;
  /** Null where the report was linked to that rumor already. */
  readonly evidenceId: string | null;
  /** Whether the rumor was opened for it. */
  readonly opened: boolean;
}

const DAY_MS = 86_400_000;

/** The longest that a text waits for its review before it is erased. */
const TEXT_RETENTION_MS = 30 * DAY_MS;

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
    const ingestion = await this.database.rows.findOneBy(Ingestion, { id });
    if (ingestion) return ingestion;
    throw new Fault('not_found', 'unknown-ingestion', `There is no ingestion ${id}.`);
  }

  /** The candidates of an ingestion in the order of the article's claims. */
  candidates(ingestionId: string): Promise<Candidate[]> {
    return this.database.rows.find(Candidate, { where: { ingestionId }, order: { ordinal: 'ASC' } });
  }

  /** The text that waits for its review; null once it is erased. */
  text(ingestionId: string): Promise<IngestionText | null> {
    return this.database.rows.findOneBy(IngestionText, { ingestionId });
  }

  /** Puts a read article among those that wait for their review. */
  keep(article: ReadArticle, actor: Actor): Promise<Ingestion> {
    const now = this.clock.now();
    return this.database.transaction(async (rows) => {
      const ingestion = rows.create(Ingestion, this.row(article, actor));
      await rows.insert(Ingestion, ingestion);
      await rows.insert(IngestionText, {
        ingestionId: ingestion.id,
        text: article.text,
        fingerprint: encodeFingerprint(article.identity.fingerprint),
        eraseAt: now + TEXT_RETENTION_MS,
      });
      const found = article.claims.map((each) => rows.create(Candidate, candidate(each, ingestion.id, now)));
      await rows.insert(Candidate, found);
      const after = { title: ingestion.title, candidates: found.length };
      await this.journal.record(actor, { action: 'propose', thing: ingestion.id, after, event: 'ingestion.ready' });
      return ingestion;
    });
  }

  /** Changes a candidate that waits for its review. */
  revise(id: string, change: Partial<Candidate>): Promise<void> {
    return this.database.transaction(async (rows) => {
      await rows.update(Candidate, { id }, change);
    });
  }

  /** Throws a waiting article away, and erases its text. */
  discard({ id, status }: Ingestion, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      await rows.update(Ingestion, { id }, { status: 'discarded', updatedAt: this.clock.now() });
      await rows.delete(IngestionText, { ingestionId: id });
      const [before, after] = [{ status }, { status: 'discarded' }];
      await this.journal.record(actor, { action: 'discard', thing: id, before, after, event: 'ingestion.discarded' });
    });
  }

  /** Notes that an article was written down as a report, and erases its text. */
  close(ingestion: Ingestion, reportId: string, accepted: readonly Accepted[], actor: Actor): Promise<void> {
    const now = this.clock.now();
    return this.database.transaction(async (rows) => {
      for (const { candidateId, rumorId, evidenceId } of accepted) {
        await rows.update(Candidate, { id: candidateId }, { decision: 'accepted', rumorId, evidenceId });
      }
      const change = { status: 'committed' as const, reportId, committedAt: now, updatedAt: now };
      await rows.update(Ingestion, { id: ingestion.id }, change);
      await rows.delete(IngestionText, { ingestionId: ingestion.id });
      const before = { status: ingestion.status };
      const after = { status: 'committed', report_id: reportId, accepted: accepted.length };
      const entry = { action: 'commit', thing: ingestion.id, before, after } as const;
      await this.journal.record(actor, { ...entry, event: 'ingestion.committed' });
    });
  }

  private row(article: ReadArticle, actor: Actor): Partial<Ingestion> {
    const now = this.clock.now();
    const { reading } = article;
    const publishedOn = knownDay(reading, now);
    return {
      id: newId('ing', now),
      status: 'ready',
      contentHash: article.identity.contentHash,
      url: article.url,
      canonicalUrl: article.canonicalUrl,
      title: article.title,
      source: article.source,
      publishedOn,
      publishedFrom: publishedOn === null ? null : reading.publishedFrom,
      language: reading.language,
      isRumor: reading.isRumor,
      notes: { devices: reading.devices, statements: reading.statements, credits: reading.credits },
      reportId: null,
      createdBy: actor.name,
      createdKeyId: actor.keyId,
      createdAt: now,
      updatedAt: now,
      committedAt: null,
    };
  }
}

/**
 * The day or month on which the article was published. One that is still to come, anywhere on earth, is refused where it
 * was given, and not believed where it was read.
 *
 * @throws Fault invalid `in-the-future`
 */
function knownDay({ publishedOn, publishedFrom }: Reading, now: number): string | null {
  if (publishedOn === null || publicationOf(publishedOn, now).at <= now + DAY_MS) return publishedOn;
  if (publishedFrom !== 'given') return null;
  const detail = { pointer: '#/published_on', code: 'in-the-future', detail: 'a day that is still to come' };
  throw new Fault('invalid', 'in-the-future', `Nothing can have been published on ${publishedOn} yet.`, [detail]);
}

function candidate(
  { ordinal, claim, novelty }: ReadArticle['claims'][number],
  ingestionId: string,
  now: number,
): Partial<Candidate> {
  const { device, subject, value, region, variant, stance, certainty, span } = claim;
  return {
    id: newId('can', now),
    ingestionId,
    ordinal,
    ...{ device, subject, value, region, variant, stance, certainty },
    quote: excerpt(span.exact),
    spanWhere: span.where,
    spanStart: span.start,
    spanEnd: span.end,
    decision: 'pending',
    novelty,
    rumorId: null,
    evidenceId: null,
  };
}
