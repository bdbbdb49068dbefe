import type { MigrationInterface, QueryRunner } from 'typeorm';
import { count, id, instant, keyText, optional, table, text } from './tables.js';

const IMPORT_RUNS = table(
  'import_runs',
  {
    id: id(),
    digest: keyText(64),
    file: keyText(),
    line: count(),
    counts: text(),
    started_at: instant(),
    updated_at: instant(),
    finished_at: optional(instant()),
  },
  { indices: [['digest', 'finished_at']] },
);

/** How far each import of a file has come. */
export class Imports1764000000017 implements MigrationInterface {
  readonly name = 'Imports1764000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(IMPORT_RUNS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "import_runs"');
  }
}
