import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { assertUnchanged, type SeenVersions } from '../platform/version.js';
import { Rumor } from '../rumors/rumor.entity.js';
import { Proofs } from '../resolutions/resolution-proofs.service.js';
import { verdictGiven } from '../resolutions/resolution-verdict.js';
import type { EditVerdictDto, ReviseProposalDto } from './proposal.dto.js';
import { ProposalBook, type ProposalAct, type ProposalChange } from './proposal-book.service.js';
import type { ProposalStatus, ProposedVerdict, ResolutionProposal } from './proposal.entity.js';

/** What editors make of a proposal before it is accepted. */
@Injectable()
export class ProposalReview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly book: ProposalBook,
    private readonly proofs: Proofs,
  ) {}

  /**
   * Corrects verdicts, turns a proposal down, or puts one back that was turned down. Nothing is settled by that.
   *
   * @throws Fault not found `unknown-proposal`; conflict `not-open`, `not-rejected` or `another-proposal`; invalid
   *   `not-proposed`, or as `Proofs.of` and `verdictGiven`; StaleVersion
   */
  revise(id: string, act: ReviseProposalDto, seen: SeenVersions, actor: Actor): Promise<void> {
    return this.database.transaction(async () => {
      const former = await this.book.get(id);
      assertUnchanged(former.version, seen);
      if (act.status === 'open' && former.status === 'rejected') return this.putBack(former, actor);
      assertOpen(former);
      const verdicts = act.verdicts === undefined ? former.verdicts : await this.edited(former, act.verdicts);
      const isChanged = JSON.stringify(verdicts) !== JSON.stringify(former.verdicts);
      if (act.status === 'rejected') {
        const decision = this.decision('rejected', actor, act.reason ?? null);
        const told: ProposalAct = { action: 'reject', event: 'proposal.rejected', reason: act.reason };
        return this.book.change(former, { ...decision, ...(isChanged && { verdicts }) }, told, actor);
      }
      if (isChanged)
        await this.book.change(former, { verdicts }, { action: 'revise', event: 'proposal.updated' }, actor);
    });
  }

  /** What is noted of a decision. */
  decision(status: ProposalStatus, actor: Actor, reason: string | null): ProposalChange {
    return { status, decidedAt: this.clock.now(), decidedBy: actor.name, decidedReason: reason };
  }

  private async putBack(former: ResolutionProposal, actor: Actor): Promise<void> {
    const others = await this.book.ofDevice(former.deviceId);
    const open = others.find(({ status }) => status === 'open');
    if (open) throw new Fault('conflict', 'another-proposal', `${open.id} proposes what is open of this device now.`);
    const change = { status: 'open' as const, decidedAt: null, decidedBy: null, decidedReason: null };
    await this.book.change(former, change, { action: 'put_back', event: 'proposal.updated' }, actor);
  }

  private async edited(
    { verdicts }: ResolutionProposal,
    edits: readonly EditVerdictDto[],
  ): Promise<readonly ProposedVerdict[]> {
    const changed = new Map<string, ProposedVerdict>();
    for (const [index, edit] of edits.entries()) {
      const suggested = verdicts.find(({ rumorId }) => rumorId === edit.rumor);
      const rumor = suggested && (await this.database.rows.findOneBy(Rumor, { id: edit.rumor }));
      if (!suggested || !rumor) {
        throw refused(index, 'rumor', 'not-proposed', `${edit.rumor} is no rumor of this proposal.`);
      }
      changed.set(edit.rumor, await this.verdict(suggested, rumor, edit, index));
    }
    return verdicts.map((verdict) => changed.get(verdict.rumorId) ?? verdict);
  }

  private async verdict(
    suggested: ProposedVerdict,
    rumor: Rumor,
    { outcome: wanted, value = null, happened_on: day, note = null, ...named }: EditVerdictDto,
    index: number,
  ): Promise<ProposedVerdict> {
    const { evidence = null, statement = null } = named;
    const isNamed = evidence !== null || statement !== null;
    const proof = isNamed ? { evidence, statement } : proofOf(suggested);
    const happened_on = day ?? suggested.happenedOn;
    const settled = { rumorId: rumor.id, note, reason: 'editor' as const };
    const place = { evidenceId: proof.evidence, statementId: proof.statement };
    if (wanted === 'open') return { ...settled, ...place, outcome: null, value: null, happenedOn: null };
    try {
      const { happenedOn } = await this.proofs.of({ happened_on, ...proof }, [rumor.deviceId]);
      const given = verdictGiven(rumor, { outcome: wanted, value }, happenedOn);
      return { ...settled, ...place, outcome: wanted, value: given.value, happenedOn };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      throw refused(index, error.errors[0]?.pointer?.slice(2) ?? 'outcome', error.code, error.message);
    }
  }
}

/** @throws Fault conflict `not-open` */
export function assertOpen({ id, status }: ResolutionProposal): void {
  if (status !== 'open') throw new Fault('conflict', 'not-open', `${id} is ${status}, and waits for no decision.`);
}

const proofOf = ({ evidenceId, statementId }: ProposedVerdict) => ({ evidence: evidenceId, statement: statementId });

/** What is wrong with one of the verdicts of an act. */
function refused(index: number, member: string, code: string, message: string): Fault {
  return new Fault('invalid', code, message, [{ pointer: `#/verdicts/${index}/${member}`, code, detail: message }]);
}
