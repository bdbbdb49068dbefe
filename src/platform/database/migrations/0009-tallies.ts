import type { MigrationInterface, QueryRunner } from 'typeorm';
import { count, keyText, primary, real, ref, table } from './tables.js';

const TALLIES = table('source_tallies', {
  source_id: primary(ref('sources')),
  besides: primary(keyText(220)),
  side: primary(keyText(10)),
  part: primary(keyText(20)),
  hits: real(),
  trials: real(),
  right_credit: real(),
  events: count(),
});

/** How right each source was, by which what it says is weighed; the next refresh counts them. */
export class Tallies1764000000009 implements MigrationInterface {
  readonly name = 'Tallies1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(TALLIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "source_tallies"');
  }
}
