import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Audit } from '../access/audit.service.js';
import { printValue } from '../engine/subjects/index.js';
import { changesOf } from '../platform/changes.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { claimOf } from '../rumors/claim.js';
import { assertPlausible } from '../rumors/plausible.js';
import { CandidateMatches } from './candidate-matches.service.js';
import type { ReviewCandidateDto } from './candidate.dto.js';
import type { Candidate } from './candidate.entity.js';
import { IngestionBook } from './ingestion-book.service.js';
import type { Ingestion } from './ingestion.entity.js';

const REVIEWED = [
  ...(['decision', 'device', 'subject', 'value', 'region', 'variant'] as const),
  ...(['stance', 'certainty', 'rumorId'] as const),
];

/** The review of what was read: nothing counts before it is written down. */
@Injectable()
export class CandidateReview {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly book: IngestionBook,
    private readonly matches: CandidateMatches,
  ) {}

  /**
   * Accepts, rejects or corrects a candidate of an article that waits for its review.
   *
   * @throws Fault not found `unknown-ingestion`, `unknown-candidate` or `unknown-rumor`, conflict `not-ready`, invalid
   * `unknown-device`, `unknown-subject`, `invalid-value`, `other-subject` or `other-device`
   */
  review(ingestionId: string, candidateId: string, act: ReviewCandidateDto, actor: Actor): Promise<Candidate> {
    return this.database.transaction(async () => {
      const ingestion = await this.waiting(ingestionId);
      const former = await this.get(ingestionId, candidateId);
      const present = { ...former, ...(await this.corrected(former, act, ingestion)) };
      const changes = changesOf(former, present, REVIEWED);
      if (changes === null) return former;
      await this.book.revise(candidateId, changes.after);
      await this.audit.record(actor, { action: 'review', thing: candidateId, ...changes });
      return present;
    });
  }

  /**
   * Throws an article away that waits for its review; doing so again changes nothing.
   *
   * @throws Fault not found `unknown-ingestion`, conflict `not-ready`
   */
  discard(ingestionId: string, actor: Actor): Promise<void> {
    return this.database.transaction(async () => {
      const { status } = await this.book.get(ingestionId);
      if (status !== 'discarded') await this.book.discard(await this.waiting(ingestionId), actor);
    });
  }

  /** @throws Fault not found `unknown-candidate` */
  async get(ingestionId: string, candidateId: string): Promise<Candidate> {
    const candidate = (await this.book.candidates(ingestionId)).find(({ id }) => id === candidateId);
    if (candidate) return candidate;
    throw new Fault('not_found', 'unknown-candidate', `There is no candidate ${candidateId}.`);
  }

  private async waiting(ingestionId: string): Promise<Ingestion> {
    const ingestion = await this.book.get(ingestionId);
    if (ingestion.status === 'ready') return ingestion;
    throw new Fault('conflict', 'not-ready', `${ingestionId} is ${ingestion.status} and waits for no review.`);
  }

  private async corrected(
    former: Candidate,
    act: ReviewCandidateDto,
    { notes }: Ingestion,
  ): Promise<Partial<Candidate>> {
    const { decision = former.decision, stance = former.stance, certainty = former.certainty } = act;
    const { region = former.region, variant = former.variant } = act;
    const { device = former.device, match_rumor: rumorId = former.rumorId } = act;
    const claim = claimOf({ subject: act.subject ?? former.subject, value: act.value ?? former.value });
    if (act.value !== undefined) assertPlausible(claim.value);
    const read = notes.devices.find(({ name }) => name === device);
    if (!read) {
      const detail = { pointer: '#/device', code: 'unknown-device', detail: 'not a device of this article' };
      throw new Fault('invalid', 'unknown-device', `The article speaks of no device ${device}.`, [detail]);
    }
    const [subject, value] = [claim.subject.key, printValue(claim.value)];
    if (rumorId !== null) await this.matches.assertFits(rumorId, { device: read, subject });
    return { decision, device, subject, value, region, variant, stance, certainty, rumorId };
  }
}
