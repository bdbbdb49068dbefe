import { DAY_MS } from '../engine/subjects/index.js';
import { Injectable } from '@nestjs/common';
import { explain, MODEL_VERSION, type Member } from '../engine/confidence/index.js';
import { Clock } from '../platform/clock.js';
import { Log } from '../platform/log.js';
import { byKind } from '../rumors/causes.js';
import type { Cause } from '../rumors/rumor.entity.js';
import { Settlements } from '../proposals/settlements.service.js';
import type { AnswerRow, FactRow, LoadedQuestion, QuestionKey } from './asked.js';
import type { Finding } from './assessment-book.service.js';
import { agreed, byDevice, memberOf, relatedCauses, type FoundQuestion } from './circles.js';
import { Questions } from './questions.service.js';
import { nameOf } from './related-questions.js';
import type { Unweighable, Weighed } from './weighed.js';

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
   * whatever opens an answer, takes it back or corrects it asks for its question to be weighed, so all of them pass here; of
   * one that is only a day older nothing is new.
   * With them the questions about the same device are weighed of which one says something for another.
   */
  async weigh(asked: readonly QuestionKey[]): Promise<Weighed> {
    const keys = await this.questions.related(asked);
    const happened = keys.filter(({ byAgeAlone }) => !byAgeAlone);
    const unweighable: Unweighable[] = happened.length === 0 ? [] : await this.settlements.settle(happened);
    const undecided = new Set(unweighable.map(nameOf));
    const today = Math.floor(this.clock.now() / DAY_MS) * DAY_MS;
    const read: { readonly deviceId: string; readonly loaded: LoadedQuestion; readonly member: Member }[] = [];
    for (const loaded of await this.questions.load(keys.filter((key) => !undecided.has(nameOf(key))))) {
      const { deviceId, question } = loaded;
      try {
        read.push({ deviceId, loaded, member: memberOf(loaded, today) });
      } catch (error) {
        unweighable.push({ deviceId, question, error });
      }
    }
    for (const { error, deviceId, question } of unweighable) {
      this.log.pino.error({ err: error, deviceId, question }, 'a question cannot be weighed and stays due');
    }
    const facts = await this.questions.facts(read.map(({ loaded }) => loaded));
    return { keys, ...together(read, facts, today), unweighable };
  }
}

/** What the engine finds about questions at an instant, those of one device in agreement with each other. */
function together(
  read: readonly { readonly deviceId: string; readonly loaded: LoadedQuestion; readonly member: Member }[],
  facts: readonly FactRow[],
  at: number,
): Pick<Weighed, 'findings' | 'clashes'> {
  const circles = [...byDevice(read.map((each) => ({ ...each, question: each.loaded.question })))].map(
    ([deviceId, own]) =>
      agreed(
        own,
        facts.filter((fact) => fact.device_id === deviceId),
        at,
      ),
  );
  return {
    findings: circles.flatMap(({ questions }) =>
      questions.flatMap((each) =>
        findingsOf(
          each,
          questions.map(({ loaded }) => loaded),
        ),
      ),
    ),
    clashes: circles.flatMap(({ clashes }) => clashes),
  };
}

/** What was found about every answer to a question. */
function findingsOf({ loaded, member, found }: FoundQuestion, others: readonly LoadedQuestion[]): Finding[] {
  const { confidences, other, buckets = null } = found;
  const causes = causesOf(loaded, others);
  return confidences.map((confidence, index) => {
    const row = loaded.rows[index]!;
    return { row, causes, confidence, text: explain(confidence, member.asked), other, buckets };
  });
}

const dueCauses = ({ rows }: LoadedQuestion): Cause[] =>
  rows.flatMap((row: AnswerRow) => (row.due_causes === null ? [] : (JSON.parse(row.due_causes) as Cause[])));

/** Why a question was weighed, causes of one kind together: what it was asked for, another model, or its age alone. */
function causesOf(loaded: LoadedQuestion, others: readonly LoadedQuestion[]): Cause[] {
  const causes = [...dueCauses(loaded), ...relatedCauses(loaded, others, dueCauses)];
  const isOld = loaded.rows.some(({ weighed_model: model }) => model !== null && model !== MODEL_VERSION);
  if (isOld) causes.push({ kind: 'model', ids: [] });
  if (causes.length === 0) return [{ kind: 'age', ids: [] }];
  return byKind(causes);
}
