import { DAY_MS } from '../engine/subjects/index.js';
import type { Actor } from '../access/actor.js';
import type { ReadClaim, Reading } from '../engine/extraction/index.js';
import type { TextIdentity } from '../engine/similarity/index.js';
import { excerpt } from '../evidence/excerpt.js';
import { publicationOf } from '../evidence/publication.js';
import { Fault } from '../platform/fault.js';
import { newId } from '../platform/ids.js';
import type { Candidate, Novelty } from './candidate.entity.js';
import type { Ingestion, SourceHint } from './ingestion.entity.js';

/** A claim that can be followed, with its place among all of its article and with what it adds. */
export interface FollowedClaim {
  readonly ordinal: number;
  readonly claim: ReadClaim;
  readonly novelty: Novelty;
  /** The rumor that claims the same, or that it contradicts; null for a new one. */
  readonly knownRumorId: string | null;
  /** The origin that it goes back to and that has said so; null where it repeats none. */
  readonly originId: string | null;
}

/** An article that was read, as it is kept until its review. */
export interface ReadArticle {
  readonly text: string;
  readonly title: string;
  readonly url: string | null;
  readonly canonicalUrl: string | null;
  readonly source: SourceHint;
  readonly identity: TextIdentity;
  /** Until when it must not be written down, epoch milliseconds; null where nobody asked for that. */
  readonly embargoUntil: number | null;
  readonly reading: Reading;
  /** The claims that can be followed, each with its place among all and with what it adds. */
  readonly claims: readonly FollowedClaim[];
}

/** The longest that a text waits for its review before it is erased. */
export const TEXT_RETENTION_MS = 30 * DAY_MS;

/** An article in the columns of its row. Refuses as `knownDay` and `embargoOf` do. */
export function ingestionRow(article: ReadArticle, actor: Actor, now: number): Partial<Ingestion> {
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
    embargoUntil: embargoOf(article.embargoUntil, now),
    releasedBy: null,
    createdBy: actor.name,
    createdKeyId: actor.keyId,
    createdAt: now,
    updatedAt: now,
    committedAt: null,
  };
}

/**
 * Until when an article is not written down.
 *
 * @throws Fault invalid `embargo-over` for an instant that has come, or `embargo-too-long` for one by which its text is
 *   erased
 */
function embargoOf(until: number | null, now: number): number | null {
  if (until === null || (until > now && until < now + TEXT_RETENTION_MS)) return until;
  const [code, detail] =
    until <= now
      ? ['embargo-over', 'an instant that has come already']
      : ['embargo-too-long', 'a text is kept for 30 days at most'];
  throw new Fault('invalid', code, `An embargo ends within 30 days: this is ${detail}.`, [
    { pointer: '#/embargo_until', code, detail },
  ]);
}

/**
 * The day or month on which the article was published. One that is still to come, anywhere on earth, is refused where it
 * was given, and not believed where it was read.
 *
 * @throws Fault invalid `in-the-future`
 */
export function knownDay({ publishedOn, publishedFrom }: Reading, now: number): string | null {
  if (publishedOn === null || publicationOf(publishedOn, now).at <= now + DAY_MS) return publishedOn;
  if (publishedFrom !== 'given') return null;
  const detail = { pointer: '#/published_on', code: 'in-the-future', detail: 'a day that is still to come' };
  throw new Fault('invalid', 'in-the-future', `Nothing can have been published on ${publishedOn} yet.`, [detail]);
}

/** A claim of an article in the columns of its candidate. */
export function candidateRow(
  { ordinal, claim, novelty, knownRumorId, originId }: FollowedClaim,
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
    knownRumorId,
    originId,
    effectBefore: null,
    effectAfter: null,
    rumorId: null,
    evidenceId: null,
  };
}
