import type { MigrationInterface, QueryRunner } from 'typeorm';
import { count, flag, id, instant, keyText, optional, real, ref, table, text } from './tables.js';

const RECONSTRUCTIONS = table(
  'reconstructions',
  {
    id: id(),
    rumor_id: ref('rumors'),
    at: instant(),
    made_at: instant(),
    probability: real(),
    low: real(),
    high: real(),
    firm_probability: real(),
    log_odds: real(),
    strength: keyText(10),
    announced: flag(),
    window_over: flag(),
    report_count: count(),
    origin_count: count(),
    supporting_count: count(),
    refuting_count: count(),
    causes: text(),
    model_version: keyText(20),
    contributions: text(),
    discarded: text(),
    without: text(),
    text: text(),
    other: real(),
    buckets: optional(text()),
  },
  { uniques: [['rumor_id', 'at']] },
);

/** What the model would have said of rumors on days before Hearsay had heard of them. */
export class Reconstructions1764000000031 implements MigrationInterface {
  readonly name = 'Reconstructions1764000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(RECONSTRUCTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "reconstructions"');
  }
}
