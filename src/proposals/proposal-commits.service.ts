import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { assertUnchanged, type SeenVersions } from '../platform/version.js';
import { Resolution } from '../resolutions/resolution.entity.js';
import { Resolutions } from '../resolutions/resolutions.service.js';
import { Rumor, type Outcome } from '../rumors/rumor.entity.js';
import { ProposalBook } from './proposal-book.service.js';
import { assertOpen, ProposalReview } from './proposal-review.service.js';
import type { ProposedVerdict, ResolutionProposal } from './proposal.entity.js';

/** A verdict that settles its rumor. */
type Deciding = ProposedVerdict & { readonly outcome: Outcome };

/** Accepts proposals, each as one act, and takes that back. */
@Injectable()
export class ProposalCommits {
  constructor(
    private readonly database: Database,
    private readonly book: ProposalBook,
    private readonly review: ProposalReview,
    private readonly resolutions: Resolutions,
  ) {}

  /**
   * Resolves every rumor that the proposal decides, all of them or none. What the claims themselves say comes first, so
   * that what competes with them follows from it, and is taken back with it.
   *
   * @throws Fault not found `unknown-proposal`; conflict `not-open`, `nothing-decided` or `contradicts-resolution`; what
   *   `Resolutions.resolve` throws; StaleVersion
   */
  commit(id: string, seen: SeenVersions, actor: Actor): Promise<ResolutionProposal> {
    return this.database.transaction(async () => {
      const proposal = await this.book.get(id);
      assertUnchanged(proposal.version, seen);
      assertOpen(proposal);
      const deciding = proposal.verdicts.flatMap((verdict) =>
        verdict.outcome === null ? [] : [{ ...verdict, outcome: verdict.outcome }],
      );
      if (deciding.length === 0) {
        throw new Fault('conflict', 'nothing-decided', `${id} leaves every rumor open: reject it instead.`);
      }
      const settled: string[] = [];
      for (const verdict of inOrder(deciding)) settled.push(...(await this.resolve(verdict, actor)));
      const change = { ...this.review.decision('committed', actor, null), settled };
      await this.book.change(proposal, change, { action: 'commit', event: 'proposal.committed' }, actor);
      return this.book.get(id);
    });
  }

  /**
   * Takes back what the acceptance has settled, as far as it stands; the proposal waits again. Another one that was
   * opened meanwhile is dropped: this one will take up the words on which that one rests.
   *
   * @throws Fault not found `unknown-proposal`; conflict `not-committed`; StaleVersion
   */
  takeBack(id: string, reason: string, seen: SeenVersions, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const proposal = await this.book.get(id);
      assertUnchanged(proposal.version, seen);
      if (proposal.status !== 'committed') {
        throw new Fault('conflict', 'not-committed', `${id} is ${proposal.status}, and has settled nothing.`);
      }
      for (const resolutionId of proposal.settled.toReversed()) {
        const standing = await rows.findOneBy(Resolution, { id: resolutionId, reopenedAt: IsNull() });
        if (standing) await this.resolutions.reopen(standing.rumorId, { reason }, null, actor);
      }
      await this.dropOthers(proposal, actor);
      const free = { decidedAt: null, decidedBy: null, decidedReason: null, settled: [] };
      const told = { action: 'take_back', event: 'proposal.updated', reason } as const;
      await this.book.change(proposal, { status: 'open', ...free }, told, actor);
    });
  }

  private async dropOthers({ id, deviceId }: ResolutionProposal, actor: Actor): Promise<void> {
    for (const other of await this.book.ofDevice(deviceId)) {
      if (other.status === 'open' && other.id !== id) await this.book.drop(other, actor);
    }
  }

  /** The id of the resolution; none where the verdict followed from another one, or stood already. */
  private async resolve(verdict: Deciding, actor: Actor): Promise<string[]> {
    const { rumorId, outcome, value, happenedOn, evidenceId: evidence, statementId: statement, note } = verdict;
    const rumor = await this.database.rows.findOneByOrFail(Rumor, { id: rumorId });
    if (rumor.status === 'resolved' && rumor.outcome === outcome) return [];
    if (rumor.status === 'resolved') {
      const detail = `${rumorId} (${rumor.value}) would be ${outcome}, and follows as ${rumor.outcome} from another verdict.`;
      throw new Fault('conflict', 'contradicts-resolution', detail);
    }
    const act = { outcome, value, happened_on: happenedOn, evidence, statement, note };
    return [(await this.resolutions.resolve(rumorId, act, null, actor)).resolution.id];
  }
}

const ORDER: readonly Outcome[] = ['true', 'partly', 'false', 'void'];

/** What came true before what did not; of these, what the claim itself says before what is true more exactly. */
const inOrder = (verdicts: readonly Deciding[]): Deciding[] =>
  verdicts.toSorted(
    (a, b) =>
      ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome) ||
      Number(a.reason !== 'said') - Number(b.reason !== 'said') ||
      (a.rumorId < b.rumorId ? -1 : 1),
  );
