import { DAY_MS } from '../engine/subjects/index.js';
import { Injectable } from '@nestjs/common';
import { assessQuestion, explain, MODEL_VERSION } from '../engine/confidence/index.js';
import { Clock } from '../platform/clock.js';
import { Log } from '../platform/log.js';
import { byKind } from '../rumors/causes.js';
import type { Cause } from '../rumors/rumor.entity.js';
import { Settlements } from '../proposals/settlements.service.js';
import { askedOf, learnedFor, type AnswerRow, type LoadedQuestion, type QuestionKey } from './asked.js';
import type { Finding } from './assessment-book.service.js';
import { Questions } from './questions.service.js';

/** A question that cannot be weighed, and why. */
export interface Unweighable extends QuestionKey {
  readonly error: unknown;
}

/** What was found about questions, and those of them that cannot be weighed. */
export interface Weighed {
  readonly findings: readonly Finding[];
  readonly unweighable: readonly Unweighable[];
}

/** A question as one text. */
export const nameOf = ({ deviceId, question }: QuestionKey): string => `${deviceId} ${question}`;

/** Puts questions on the scales, each by itself: one that cannot be read keeps no other from being weighed. */
@Injectable()
export class Scales {
  constructor(
    private readonly questions: Questions,
    private readonly settlements: Settlements,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * Weighs questions, as of the start of the present day (UTC): most reports are dated to the day, and a number that
   * drifts by the hour could not be looked up again. An answer that a verdict on its question decides is settled first:
   * whatever opens an answer, takes it back or corrects it asks for its question to be weighed, so all of them pass here.
   */
  async weigh(keys: readonly QuestionKey[]): Promise<Weighed> {
    const findings: Finding[] = [];
    const unweighable: Unweighable[] = await this.settlements.settle(keys);
    const undecided = new Set(unweighable.map(nameOf));
    const today = Math.floor(this.clock.now() / DAY_MS) * DAY_MS;
    for (const loaded of await this.questions.load(keys.filter((key) => !undecided.has(nameOf(key))))) {
      try {
        findings.push(...findingsOf(loaded, today));
      } catch (error) {
        unweighable.push({ deviceId: loaded.deviceId, question: loaded.question, error });
      }
    }
    for (const { error, ...key } of unweighable) {
      this.log.pino.error({ err: error, ...key }, 'a question cannot be weighed and stays due');
    }
    return { findings, unweighable };
  }
}

/** What the engine finds about every answer to a question at an instant. */
function findingsOf(loaded: LoadedQuestion, at: number): Finding[] {
  const { rows } = loaded;
  const asked = askedOf(loaded);
  const {
    confidences,
    other,
    buckets = null,
  } = assessQuestion(asked, learnedFor(loaded, asked.sources.keys(), at), at);
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
