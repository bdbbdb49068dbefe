import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { EventType } from '../events/event-types.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { newId } from '../platform/ids.js';
import { ResolutionProposal, type ProposedVerdict } from './proposal.entity.js';

/** What of a proposal an act may change. */
export type ProposalChange = Partial<
  Pick<ResolutionProposal, 'status' | 'verdicts' | 'facts' | 'settled' | 'decidedAt' | 'decidedBy' | 'decidedReason'>
>;

/** Why a proposal changes: the verb of the audit trail, the event, and what is told beside its status. */
export interface ProposalAct {
  readonly action: string;
  readonly event: EventType;
  readonly reason?: string;
}

/** Keeps the proposals. */
@Injectable()
export class ProposalBook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /** @throws Fault not found `unknown-proposal` */
  async get(id: string): Promise<ResolutionProposal> {
    const proposal = await this.database.rows.findOneBy(ResolutionProposal, { id });
    if (proposal) return proposal;
    throw new Fault('not_found', 'unknown-proposal', `There is no proposal ${id}.`);
  }

  /** Every proposal about a device, the oldest first. */
  ofDevice(deviceId: string): Promise<ResolutionProposal[]> {
    return this.database.rows.find(ResolutionProposal, { where: { deviceId }, order: { id: 'ASC' } });
  }

  /** Puts a proposal before the editors. */
  open(
    deviceId: string,
    verdicts: readonly ProposedVerdict[],
    facts: readonly string[],
    actor: Actor,
  ): Promise<ResolutionProposal> {
    const now = this.clock.now();
    return this.database.transaction(async (rows) => {
      const decision = { decidedAt: null, decidedBy: null, decidedReason: null };
      const content = { deviceId, status: 'open' as const, verdicts, facts, settled: [] };
      const proposal = rows.create(ResolutionProposal, {
        ...{ id: newId('prp', now), ...content, ...decision, version: 1, createdAt: now, updatedAt: now },
      });
      await rows.insert(ResolutionProposal, proposal);
      const after = { device_id: deviceId, verdicts: toldOf(verdicts) };
      await this.journal.record(actor, { action: 'propose', thing: proposal.id, after, event: 'proposal.opened' });
      return proposal;
    });
  }

  /** Takes a proposal from the editors; its words are free to be proposed anew, should they count again. */
  drop(open: ResolutionProposal, actor: Actor): Promise<void> {
    const change = { status: 'obsolete' as const, facts: [] };
    return this.change(open, change, { action: 'drop', event: 'proposal.dropped' }, actor);
  }

  /** Changes a proposal, and notes what was there before. */
  change(former: ResolutionProposal, change: ProposalChange, act: ProposalAct, actor: Actor): Promise<void> {
    const { id, version } = former;
    return this.database.transaction(async (rows) => {
      const stamp = { version: version + 1, updatedAt: this.clock.now() };
      await rows.update(ResolutionProposal, { id }, { ...change, ...stamp });
      const state = (of: ProposalChange) => ({
        ...(change.status !== undefined && { status: of.status }),
        ...(change.verdicts !== undefined && { verdicts: toldOf(of.verdicts ?? []) }),
        ...(change.settled !== undefined && { settled: of.settled }),
      });
      const [before, after] = [state(former), state({ ...former, ...change })];
      const data = { ...after, ...(act.reason !== undefined && { reason: act.reason }) };
      const { action, event } = act;
      await this.journal.record(actor, { action, thing: id, before, after: data, event, data });
    });
  }
}

/** What listeners and auditors are told of verdicts: those that decide something. */
function toldOf(verdicts: readonly ProposedVerdict[]) {
  return verdicts.flatMap(({ rumorId, outcome, value }) =>
    outcome === null ? [] : [{ rumor_id: rumorId, outcome, value }],
  );
}
