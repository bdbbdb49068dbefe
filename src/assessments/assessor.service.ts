import { Injectable } from '@nestjs/common';
import { assessQuestion, explain, MODEL_VERSION, NOTHING_LEARNED } from '../engine/confidence/index.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { byKind } from '../rumors/causes.js';
import type { Cause } from '../rumors/rumor.entity.js';
import { AssessmentBook, type Finding } from './assessment-book.service.js';
import { Questions, type AnswerRow, type LoadedQuestion, type QuestionKey } from './questions.service.js';

/** A rumor whose numbers changed: its probability before (null: it had none) and after. */
export interface Effect {
  readonly rumorId: string;
  readonly before: number | null;
  readonly after: number;
}

const DAY_MS = 86_400_000;
const QUESTIONS_AT_ONCE = 25;

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
   * Weighs every question that somebody asked for, some at a time in a transaction of their own or, within an act, in
   * the act's.
   *
   * @returns the rumors whose numbers changed
   */
  async assessDue(): Promise<Effect[]> {
    const effects: Effect[] = [];
    const weighed = new Set<string>();
    for (;;) {
      const due = await this.questions.due(QUESTIONS_AT_ONCE);
      const fresh = due.filter(({ deviceId, question }) => !weighed.has(`${deviceId} ${question}`));
      if (fresh.length === 0) return effects; // none is due, or one stays due for a fault that the refresh will report
      for (const { deviceId, question } of fresh) weighed.add(`${deviceId} ${question}`);
      effects.push(...(await this.assess(fresh)));
    }
  }

  /**
   * Weighs questions, all in one transaction, as of the start of the present day (UTC): most reports are dated to the
   * day, and a number that drifts by the hour could not be looked up again.
   *
   * @returns the rumors whose numbers changed
   */
  assess(keys: readonly QuestionKey[]): Promise<Effect[]> {
    const today = Math.floor(this.clock.now() / DAY_MS) * DAY_MS;
    return this.database.transaction(async () => {
      const loaded = await this.questions.load(keys);
      const kept = await this.book.keep(loaded.flatMap((question) => findingsOf(question, today)));
      await this.book.close(keys, new Set(kept.map(({ row }) => row.device_id)));
      return kept.map(({ row, confidence }) => ({
        rumorId: row.id,
        before: row.probability,
        after: confidence.probability,
      }));
    });
  }
}

/** What the engine finds about every answer to a question at an instant. */
function findingsOf({ asked, rows }: LoadedQuestion, at: number): Finding[] {
  const { confidences, other, buckets = null } = assessQuestion(asked, NOTHING_LEARNED, at);
  const causes = causesOf(rows);
  return confidences.map((confidence, index) => {
    const row = rows[index]!;
    return { row, causes, confidence, text: explain(confidence, asked), other, buckets };
  });
}

/** Why a question was weighed, causes of one kind together: what it was asked for, another model, or its age alone. */
function causesOf(rows: readonly AnswerRow[]): Cause[] {
  const causes = rows.flatMap((row) => (row.due_causes === null ? [] : (JSON.parse(row.due_causes) as Cause[])));
  const isOld = rows.some(({ weighed_model: model }) => model !== null && model !== MODEL_VERSION);
  if (isOld) causes.push({ kind: 'model', ids: [] });
  if (causes.length === 0) return [{ kind: 'age', ids: [] }];
  return byKind(causes);
}
