import { Injectable } from '@nestjs/common';
import { assessQuestion, explain, NOTHING_LEARNED } from '../engine/confidence/index.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { AssessmentBook } from './assessment-book.service.js';
import { Questions, type QuestionKey } from './questions.service.js';

/** A rumor whose numbers changed: its probability before (null: it had none) and after. */
export interface Effect {
  readonly rumorId: string;
  readonly before: number | null;
  readonly after: number;
}

const DAY_MS = 86_400_000;
const QUESTIONS_AT_ONCE = 100;

/** Weighs what is due: what an act has touched, within that act, or what one has left behind. */
@Injectable()
export class Assessor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly questions: Questions,
    private readonly book: AssessmentBook,
  ) {}

  /**
   * Weighs every question that has a rumor due, each in a transaction of its own or, within an act, in the act's.
   *
   * @returns the rumors whose numbers changed
   */
  async assessDue(): Promise<Effect[]> {
    const effects: Effect[] = [];
    for (;;) {
      const due = await this.questions.due(this.clock.now(), QUESTIONS_AT_ONCE);
      for (const key of due) effects.push(...(await this.assess(key)));
      if (due.length < QUESTIONS_AT_ONCE) return effects;
    }
  }

  /**
   * Weighs one question as of the start of the present day (UTC): most reports are dated to the day, and a number
   * that drifts by the hour could not be looked up again.
   */
  private assess(key: QuestionKey): Promise<Effect[]> {
    const today = Math.floor(this.clock.now() / DAY_MS) * DAY_MS;
    return this.database.transaction(async () => {
      const loaded = await this.questions.load(key);
      const effects: Effect[] = [];
      if (loaded) {
        const causes = this.questions.causesOf(loaded.rows);
        const { confidences } = assessQuestion(loaded.question, NOTHING_LEARNED, today);
        for (const [index, confidence] of confidences.entries()) {
          const row = loaded.rows[index]!;
          const finding = { confidence, text: explain(confidence, loaded.question) };
          if (!(await this.book.keep(row, finding, causes))) continue;
          effects.push({ rumorId: row.id, before: row.probability, after: confidence.probability });
        }
      }
      await this.book.close(key, effects.length > 0);
      return effects;
    });
  }
}
