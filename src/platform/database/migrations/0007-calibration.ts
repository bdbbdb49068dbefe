import type { MigrationInterface, QueryRunner } from 'typeorm';
import { count, instant, keyText, optional, primary, ref, table } from './tables.js';

const SCORES = table(
  'source_scores',
  {
    source_id: primary(ref('sources')),
    at: primary(instant()),
    resolved_count: count(),
    hit_count: count(),
    event_count: count(),
    early_call_count: count(),
    reliability: optional(keyText(1)),
  },
  { indices: [['at', 'source_id']] },
);

/** What is kept of a source beside its counts: the events behind these, what its record comes to, and its reply. */
const COLUMNS: readonly (readonly [column: string, type: string])[] = [
  ['event_count', 'integer'],
  ['reliability', 'varchar(1)'],
  ['reply_text', 'text'],
  ['reply_on', 'varchar(10)'],
  ['reply_url', 'varchar(2000)'],
];

/** The records of sources, day by day, and their replies. */
export class Calibration1764000000007 implements MigrationInterface {
  readonly name = 'Calibration1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(SCORES);
    for (const [column, type] of COLUMNS) await runner.query(`ALTER TABLE "sources" ADD COLUMN "${column}" ${type}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [column] of COLUMNS) await runner.query(`ALTER TABLE "sources" DROP COLUMN "${column}"`);
    await runner.query('DROP TABLE "source_scores"');
  }
}
