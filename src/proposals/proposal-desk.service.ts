import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { SYSTEM } from '../access/actor.js';
import { Database } from '../platform/database/database.js';
import { Rumor } from '../rumors/rumor.entity.js';
import { OfficialWords, type OfficialWord } from './official-words.service.js';
import { ProposalBook } from './proposal-book.service.js';
import { ResolutionProposal, type ProposedVerdict } from './proposal.entity.js';
import { suggest } from './suggestion.js';

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
      const concerned = new Set([...words.map((word) => word.device_id), ...waiting.map(({ deviceId }) => deviceId)]);
      for (const deviceId of concerned) {
        const own = words.filter((word) => word.device_id === deviceId);
        const open = waiting.find((proposal) => proposal.deviceId === deviceId) ?? null;
        await this.renew(deviceId, open, own);
      }
    });
  }

  private async renew(
    deviceId: string,
    open: ResolutionProposal | null,
    words: readonly OfficialWord[],
  ): Promise<void> {
    const rumors = await this.database.rows.find(Rumor, {
      where: { deviceId, status: In(['open', 'lapsed']) },
      order: { question: 'ASC', id: 'ASC' },
    });
    const verdicts = suggest(rumors, words);
    const facts = [...new Set(words.flatMap((word) => [word.statement_id ?? word.evidence_id ?? []].flat()))].sort();
    const isWorthwhile = verdicts.some(({ outcome }) => outcome !== null);
    if (open !== null) return this.bringUpToDate(open, isWorthwhile ? keepingEdits(open, verdicts) : null, facts);
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

/** The verdicts, where an editor has not decided otherwise. */
function keepingEdits(open: ResolutionProposal, verdicts: readonly ProposedVerdict[]): ProposedVerdict[] {
  const edited = new Map(
    open.verdicts.filter(({ reason }) => reason === 'editor').map((verdict) => [verdict.rumorId, verdict]),
  );
  return verdicts.map((verdict) => edited.get(verdict.rumorId) ?? verdict);
}
