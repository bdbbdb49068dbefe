import { Injectable } from '@nestjs/common';
import type { EvidenceStatus } from '../../evidence/evidence.entity.js';
import { likely } from '../../devices/device.view.js';
import { NOTHING_WRITTEN } from '../../ingestion/commits.service.js';
import { Forecasts } from '../../ingestion/forecasts.service.js';
import { IngestionBoard } from '../../ingestion/ingestion-board.service.js';
import { viewOutcome } from '../../ingestion/ingestion.view.js';
import type { Ingestion } from '../../ingestion/ingestion.entity.js';
import { Database } from '../../platform/database/database.js';
import { isOneOf, sql } from '../../platform/database/sql.js';
import type { Cause } from '../../rumors/rumor.entity.js';
import type { OutcomeView } from '../views.js';
import type { ArticleStanding } from './result-page.js';

interface StepRow {
  readonly rumor_id: string;
  readonly probability: number;
  readonly causes: string;
}

/** A link as it stands. */
interface LinkRow {
  readonly id: string;
  readonly status: EvidenceStatus;
  readonly withdrawn_reason: string | null;
}

/** Looks up what an article did, long after it was written down. */
@Injectable()
export class OutcomeReader {
  constructor(
    private readonly database: Database,
    private readonly board: IngestionBoard,
    private readonly forecasts: Forecasts,
  ) {}

  /** What became of an article, with the numbers that its evidence moved. */
  async read(id: string): Promise<OutcomeView> {
    const outcome = viewOutcome(await this.board.outcome(id, { recognised: false, written: NOTHING_WRITTEN }));
    return { ...outcome, effects: await this.effects(outcome) };
  }

  /** Works out what an article that waits would do, unless somebody has decided. Not to be called within an act. */
  async foresee({ id, status }: Ingestion): Promise<void> {
    if (status === 'ready') await this.forecasts.foresee(id);
  }

  /** The links that an article was written down as, as they stand now. */
  links({ candidates }: OutcomeView): Promise<LinkRow[]> {
    const ids = candidates.flatMap((candidate) => candidate.evidence_id ?? []);
    if (ids.length === 0) return Promise.resolve([]);
    const { text, values } = sql`select e.id, e.status, e.withdrawn_reason from evidence e
      where ${isOneOf(sql`e.id`, [...new Set(ids)])} order by e.id`;
    return this.database.read<LinkRow>(text, values);
  }

  /** Whether what an article says counts now. */
  async standing(outcome: OutcomeView): Promise<ArticleStanding> {
    const links = await this.links(outcome);
    if (links.some(({ status }) => status === 'active')) return 'counts';
    return links.length > 0 ? 'taken-back' : 'nothing';
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
