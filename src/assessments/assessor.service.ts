import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { QuestionKey } from './asked.js';
import { Questions } from './questions.service.js';
import { nameOf } from './related-questions.js';
import { Scales } from './scales.service.js';
import { withoutDevices, type Unweighable, type Weighed } from './weighed.js';
import { WeighingBook } from './weighing-book.service.js';

/** A rumor whose numbers changed: its probability before (null: it had none) and after. */
export interface Effect {
  readonly rumorId: string;
  readonly before: number | null;
  readonly after: number;
}

/** What the weighing of questions did: the rumors whose numbers changed, and the questions that stay due. */
export interface Assessed {
  readonly effects: readonly Effect[];
  readonly unweighable: readonly Unweighable[];
}

const QUESTIONS_AT_ONCE = 25;

/** Weighs what an act has touched, within that act, or what one has left behind. */
@Injectable()
export class Assessor {
  constructor(
    private readonly database: Database,
    private readonly questions: Questions,
    private readonly scales: Scales,
    private readonly book: WeighingBook,
  ) {}

  /**
   * Weighs questions that somebody asked for, the longest waiting first: some at a time in a transaction of their own
   * or, within an act, in the act's.
   *
   * @param most how many questions at most; all of them where nothing is said
   * @returns the rumors whose numbers changed
   */
  async assessDue(most = Infinity): Promise<Effect[]> {
    const effects: Effect[] = [];
    const unweighable = new Set<string>();
    for (let taken = 0; taken < most;) {
      const due = await this.questions.due(QUESTIONS_AT_ONCE + unweighable.size);
      const fresh = due.filter((key) => !unweighable.has(nameOf(key)));
      if (fresh.length === 0) break;
      const assessed = await this.assess(fresh);
      effects.push(...assessed.effects);
      for (const key of assessed.unweighable) unweighable.add(nameOf(key));
      taken += fresh.length;
    }
    return effects;
  }

  /**
   * Weighs the questions that these rumors answer, and nothing else that may be due: what an act touched, to be called
   * in the act's own transaction.
   *
   * @returns the rumors whose numbers changed, those that compete with the given ones among them
   */
  async assessRumors(rumorIds: readonly string[]): Promise<readonly Effect[]> {
    return (await this.assess(await this.questions.ofRumors(rumorIds))).effects;
  }

  /** Weighs questions, all in one transaction; one that cannot be weighed is named and left as it is. */
  assess(keys: readonly QuestionKey[]): Promise<Assessed> {
    return this.database.transaction(async () => this.noted(await this.scales.weigh(keys)));
  }

  /** Weighs questions to which nothing has happened (`byAgeAlone`) outside of any act, to be kept by one (`keep`). */
  weighAhead(keys: readonly QuestionKey[]): Promise<Weighed> {
    return this.scales.weigh(keys);
  }

  /**
   * Keeps what was weighed ahead, in one act: whatever has happened since to a question has its device weighed again, within
   * the act.
   */
  keep(weighed: Weighed): Promise<Assessed> {
    return this.database.transaction(async () => {
      const moved = await this.questions.movedSince(weighed);
      if (moved.size === 0) return this.noted(weighed);
      const still = await this.noted(withoutDevices(weighed, moved));
      const again = await this.assess(
        weighed.keys
          .filter(({ deviceId }) => moved.has(deviceId))
          .map(({ deviceId, question }) => ({ deviceId, question })),
      );
      return {
        effects: [...still.effects, ...again.effects],
        unweighable: [...still.unweighable, ...again.unweighable],
      };
    });
  }

  private async noted(weighed: Weighed): Promise<Assessed> {
    const kept = await this.book.keep(weighed);
    const effects = kept.map(({ row, confidence }) => ({
      rumorId: row.id,
      before: row.probability,
      after: confidence.probability,
    }));
    return { effects, unweighable: weighed.unweighable };
  }
}
