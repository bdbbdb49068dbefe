import { Injectable } from '@nestjs/common';
import { likely } from '../../devices/device.view.js';
import { NOTHING_WRITTEN } from '../../ingestion/commits.service.js';
import { IngestionBoard } from '../../ingestion/ingestion-board.service.js';
import { viewOutcome } from '../../ingestion/ingestion.view.js';
import { Database } from '../../platform/database/database.js';
import type { Cause } from '../../rumors/rumor.entity.js';
import type { OutcomeView } from '../views.js';

interface StepRow {
  readonly rumor_id: string;
  readonly probability: number;
  readonly causes: string;
}

/** Looks up what an article did, long after it was written down. */
@Injectable()
export class OutcomeReader {
  constructor(
    private readonly database: Database,
    private readonly board: IngestionBoard,
  ) {}

  /** What became of an article, with the numbers that its evidence moved. */
  async read(id: string): Promise<OutcomeView> {
    const outcome = viewOutcome(await this.board.outcome(id, { recognised: false, written: NOTHING_WRITTEN }));
    return { ...outcome, effects: await this.effects(outcome) };
  }

  /** The assessments of the questions that it touched which name its evidence or statements as their cause. */
  private async effects(outcome: OutcomeView): Promise<OutcomeView['effects']> {
    const caused = new Set([
      ...outcome.candidates.flatMap((candidate) => candidate.evidence_id ?? []),
      ...outcome.statements.map((statement) => statement.id),
    ]);
    const steps = await this.steps(outcome.rumors.map((rumor) => rumor.id));
    const before = new Map<string, number>();
    const effects = new Map<string, OutcomeView['effects'][number]>();
    for (const { rumor_id: id, probability, causes } of steps) {
      const isOurs = (JSON.parse(causes) as Cause[]).some((cause) => cause.ids.some((each) => caused.has(each)));
      const known = effects.get(id)?.before ?? before.get(id) ?? null;
      if (isOurs) effects.set(id, { rumor_id: id, before: known, after: likely(probability) });
      before.set(id, likely(probability));
    }
    return [...effects.values()];
  }

  /** Every assessment of the rumors that answer the same questions as these, in the order in which they were made. */
  private async steps(rumorIds: readonly string[]): Promise<StepRow[]> {
    if (rumorIds.length === 0) return [];
    return this.database.read<StepRow>(
      `select a.rumor_id, a.probability, a.causes from assessments a join rumors m on m.id = a.rumor_id
       where exists (select 1 from rumors n where n.device_id = m.device_id and n.question = m.question
                     and n.id in (${rumorIds.map(() => '?').join(', ')}))
       order by a.at, a.id`,
      [...rumorIds],
    );
  }
}
