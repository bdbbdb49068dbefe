import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Evidence } from './evidence.entity.js';
import { Report } from './report.entity.js';

/** A proposed link that counts because the same report counts for a rumor that is one with its own, and what it said. */
export type AcceptedLink = Pick<Evidence, 'id' | 'stance' | 'certainty'>;

/** Takes links along with rumors that become one, and back. */
@Injectable()
export class EvidenceMoves {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /**
   * Makes what is linked to a rumor speak of the one with which it is one now. A report that is linked to both speaks
   * of it by the link that was there: no report counts twice. If that link was only proposed, it counts from now on in
   * the words of the other; if it was withdrawn from this claim, it stays withdrawn.
   *
   * @returns the proposed links that count now
   */
  unite(fromId: string, intoId: string, actor: Actor): Promise<AcceptedLink[]> {
    return this.database.transaction(async (rows) => {
      const accepted: AcceptedLink[] = [];
      for (const link of await rows.find(Evidence, { where: { rumorId: fromId }, order: { id: 'ASC' } })) {
        const twin = await rows.findOneBy(Evidence, { reportId: link.reportId, rumorId: intoId });
        if (twin === null) await this.place(link, intoId, link.homeId ?? fromId);
        else if (link.status === 'active' && twin.status === 'proposed') {
          accepted.push({ id: twin.id, stance: twin.stance, certainty: twin.certainty });
          await this.reword(twin, { status: 'active', stance: link.stance, certainty: link.certainty }, actor);
        }
      }
      return accepted;
    });
  }

  /** Makes what was linked to a rumor speak of it again, or of the one with which it is one again. */
  part(homeId: string, formerly: string | null): Promise<void> {
    return this.database.transaction(async (rows) => {
      for (const link of await rows.findBy(Evidence, { homeId })) {
        await this.place(link, formerly ?? homeId, formerly === null ? null : homeId);
      }
    });
  }

  /** Makes a link a proposal again that counted because of another one. */
  unaccept({ id, stance, certainty }: AcceptedLink, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const link = await rows.findOneByOrFail(Evidence, { id });
      if (link.status === 'active') await this.reword(link, { status: 'proposed', stance, certainty }, actor);
    });
  }

  private place({ id }: Evidence, rumorId: string, homeId: string | null): Promise<void> {
    return this.database.transaction(async (rows) => {
      const change = { rumorId, homeId, version: () => 'version + 1', updatedAt: this.clock.now() };
      await rows.update(Evidence, { id }, change);
    });
  }

  private reword(
    link: Evidence,
    words: Pick<Evidence, 'status' | 'stance' | 'certainty'>,
    actor: Actor,
  ): Promise<void> {
    const { id, status, stance, certainty } = link;
    const now = this.clock.now();
    const activeAt = words.status === 'active' ? now : null;
    return this.database.transaction(async (rows) => {
      await rows.update(Evidence, { id }, { ...words, activeAt, version: () => 'version + 1', updatedAt: now });
      await rows.increment(Report, { id: link.reportId }, 'evidenceCount', activeAt === null ? -1 : 1);
      const change = { before: { status, stance, certainty }, after: words };
      await this.journal.record(actor, { action: 'revise', thing: id, ...change, event: 'evidence.updated' });
    });
  }
}
