import type { MigrationInterface, QueryRunner } from 'typeorm';
import { count, instant, keyText, primary, real, ref, table } from './tables.js';

const COPYING = table(
  'source_copying',
  {
    source_id: primary(ref('sources')),
    other_id: primary(ref('sources')),
    p_dep: real(),
    common: count(),
    model_version: keyText(20),
    learned_at: instant(),
  },
  { indices: [['other_id']] },
);

/** Which sources take over what others say; the next refresh finds them. */
export class Copying1764000000019 implements MigrationInterface {
  readonly name = 'Copying1764000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(COPYING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "source_copying"');
  }
}
