import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, Not, IsNull } from 'typeorm';
import { type Actor } from '../access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Commits, NOTHING_WRITTEN, type Written } from './commits.service.js';
import { IngestionBook } from './ingestion-book.service.js';
import { Ingestion } from './ingestion.entity.js';

/** Articles that must not be written down before an instant: by an editor's leave, the schedule does it then. */
@Injectable()
export class Embargoes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly book: IngestionBook,
    private readonly commits: Commits,
  ) {}

  /**
   * Writes an article down, or gives leave to do so when its embargo ends, where that is still to come; a dry run looks
   * past it. To be called within an act. Refuses as `Commits.commit` does.
   */
  async commit(id: string, actor: Actor, isDryRun: boolean): Promise<Written> {
    const ingestion = await this.book.get(id);
    if (isDryRun || !this.isHeld(ingestion)) return this.commits.commit(id, actor);
    await this.giveLeave(ingestion, actor);
    return NOTHING_WRITTEN;
  }

  /** Gives leave to write an article down when its embargo ends; nothing where that is over. Within an act. */
  async giveLeave(ingestion: Ingestion, actor: Actor): Promise<void> {
    if (this.isHeld(ingestion) && ingestion.releasedBy === null) await this.book.release(ingestion, actor);
  }

  private isHeld({ status, embargoUntil }: Ingestion): boolean {
    return status === 'ready' && (embargoUntil ?? 0) > this.clock.now();
  }

  /** How many articles are to be written down because their embargo has ended. */
  countDue(): Promise<number> {
    return this.database.rows.countBy(Ingestion, this.due());
  }

  /** The id of the article whose embargo ended first, of those that may be written down; null if there is none. */
  async nextDue(): Promise<string | null> {
    const where = this.due();
    const [next] = await this.database.rows.find(Ingestion, {
      where,
      order: { embargoUntil: 'ASC', id: 'ASC' },
      take: 1,
    });
    return next?.id ?? null;
  }

  /** Writes an article down in the name of the editor who gave leave; within an act. Refuses as `Commits.commit` does. */
  async publish(id: string): Promise<void> {
    const { releasedBy } = await this.book.get(id);
    await this.commits.commit(id, { keyId: null, name: releasedBy ?? '', role: 'editor' });
  }

  /** Takes the leave back, so that an article that could not be written down waits for an editor. */
  async holdBack(id: string, actor: Actor): Promise<void> {
    await this.book.holdBack(await this.book.get(id), actor);
  }

  private due() {
    return { status: 'ready' as const, embargoUntil: LessThanOrEqual(this.clock.now()), releasedBy: Not(IsNull()) };
  }
}
