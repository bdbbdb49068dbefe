import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { SYSTEM } from '../access/actor.js';
import { Database } from '../platform/database/database.js';
import { Rumor } from '../rumors/rumor.entity.js';
import { OfficialWords, type OfficialWord } from './official-words.service.js';
import { ProposalBook } from './proposal-book.service.js';
import { ResolutionProposal, type ProposedVerdict } from './proposal.entity.js';
import { suggest } from './suggestion.js';

/** A device, the proposal about it that waits, and what editors have decided in those that wait. */
interface Desk {
  readonly deviceId: string;
  readonly open: ResolutionProposal | null;
  readonly edits: ReadonlyMap<string, ProposedVerdict>;
}

/** Keeps one proposal a device before the editors, for as long as the maker's word settles what is not settled. */
@Injectable()
export class ProposalDesk {
  constructor(
    private readonly database: Database,
    private readonly words: OfficialWords,
    private readonly book: ProposalBook,
  ) {}

  /**
   * Looks at devices about which something was said or has changed, and opens, renews or drops their proposals. What
   * was decided once stays decided: it is proposed again only where a further word speaks of it.
   */
  consider(deviceIds: readonly string[]): Promise<void> {
    const devices = [...new Set(deviceIds)];
    return this.database.transaction(async (rows) => {
      const words = await this.words.about(devices);
      const waiting = await rows.findBy(ResolutionProposal, { deviceId: In(devices), status: 'open' });
      const edits = editsIn(waiting);
      const concerned = new Set([...words.map((word) => word.device_id), ...waiting.map(({ deviceId }) => deviceId)]);
      for (const deviceId of concerned) {
        const own = words.filter((word) => word.device_id === deviceId);
        const open = waiting.find((proposal) => proposal.deviceId === deviceId) ?? null;
        await this.renew({ deviceId, open, edits }, own);
      }
    });
  }

  private async renew({ deviceId, open, edits }: Desk, words: readonly OfficialWord[]): Promise<void> {
    const rumors = await this.database.rows.find(Rumor, {
      where: { deviceId, status: In(['open', 'lapsed']) },
      order: { question: 'ASC', id: 'ASC' },
    });
    const suggested = suggest(rumors, words);
    const verdicts = suggested.map((verdict) => edits.get(verdict.rumorId) ?? verdict);
    const facts = [...new Set(words.flatMap((word) => [word.statement_id ?? word.evidence_id ?? []].flat()))].sort();
    const isWorthwhile = suggested.some(({ outcome }) => outcome !== null);
    if (open !== null) return this.bringUpToDate(open, isWorthwhile ? verdicts : null, facts);
    if (!isWorthwhile) return;
    const decided = (await this.book.ofDevice(deviceId)).flatMap((proposal) => proposal.facts);
    if (facts.every((fact) => decided.includes(fact))) return;
    await this.book.open(deviceId, verdicts, facts, SYSTEM);
  }

  /** Null: there is nothing left to decide. */
  private async bringUpToDate(
    open: ResolutionProposal,
    verdicts: readonly ProposedVerdict[] | null,
    facts: readonly string[],
  ): Promise<void> {
    if (verdicts === null) return this.book.drop(open, SYSTEM);
    const isSame = JSON.stringify([open.verdicts, open.facts]) === JSON.stringify([verdicts, facts]);
    if (isSame) return;
    await this.book.change(open, { verdicts, facts }, { action: 'renew', event: 'proposal.updated' }, SYSTEM);
  }
}

/** What editors have decided in proposals that wait, by rumor: it stays, wherever the rumor went in between. */
function editsIn(waiting: readonly ResolutionProposal[]): Desk['edits'] {
  const edited = waiting.flatMap(({ verdicts }) => verdicts.filter(({ reason }) => reason === 'editor'));
  return new Map(edited.map((verdict) => [verdict.rumorId, verdict]));
}
