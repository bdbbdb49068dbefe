import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../access/actor.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import type { Candidate } from './candidate.entity.js';
import { Commits } from './commits.service.js';
import { IngestionBook } from './ingestion-book.service.js';
import { undone } from './undone.js';

/** What the writing down of a candidate would do to its rumor. */
type Effect = Pick<Candidate, 'effectBefore' | 'effectAfter'>;

const NONE: Effect = { effectBefore: null, effectAfter: null };

/** Tells with each candidate what its writing down would do, so that whoever reviews it sees what it is worth. */
@Injectable()
export class Forecasts {
  constructor(
    private readonly database: Database,
    private readonly commits: Commits,
    private readonly book: IngestionBook,
  ) {}

  /** Finds out what the writing down of an article would do as it is decided now, and notes it with its candidates. */
  async foresee(ingestionId: string): Promise<void> {
    const effects = await this.effects(ingestionId);
    await this.database.transaction(async () => {
      if ((await this.book.get(ingestionId)).status !== 'ready') return; // somebody has decided meanwhile
      for (const { id } of await this.book.candidates(ingestionId)) {
        await this.book.revise(id, effects.get(id) ?? NONE);
      }
    });
  }

  /** By candidate; none where the article cannot be written down as it stands. */
  private async effects(ingestionId: string): Promise<ReadonlyMap<string, Effect>> {
    try {
      return await undone(this.database, async () => {
        const { effects } = await this.commits.commit(ingestionId, OPERATOR);
        const found = new Map(effects.map(({ rumorId, before, after }) => [rumorId, { before, after }]));
        const candidates = await this.book.candidates(ingestionId);
        return new Map(
          candidates.flatMap(({ id, rumorId }) => {
            const effect = rumorId === null ? undefined : found.get(rumorId);
            return effect ? [[id, { effectBefore: effect.before, effectAfter: effect.after }] as const] : [];
          }),
        );
      });
    } catch (error) {
      if (error instanceof Fault && error.kind !== 'internal' && error.kind !== 'unavailable') return new Map();
      throw error;
    }
  }
}
