import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, instant, keyText, optional, ref, table } from './tables.js';

const CONTRADICTIONS = table(
  'contradictions',
  {
    id: id(),
    device_id: ref('devices'),
    kind: keyText(20),
    rumor_id: ref('rumors'),
    other_id: optional(ref('rumors')),
    since: instant(),
    ended_at: optional(instant()),
  },
  { indices: [['device_id', 'ended_at'], ['rumor_id'], ['ended_at', 'id']] },
);

/** What is said of a device that cannot all be as likely; found with each weighing. */
export class Contradictions1764000000013 implements MigrationInterface {
  readonly name = 'Contradictions1764000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(CONTRADICTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "contradictions"');
  }
}
