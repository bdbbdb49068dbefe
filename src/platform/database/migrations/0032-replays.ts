import type { MigrationInterface, QueryRunner } from 'typeorm';
import { count, optional, primary, ref, table } from './tables.js';

const IMPORT_REPLAYS = table('import_replays', {
  run_id: primary(ref('import_runs')),
  device_id: primary(ref('devices')),
  points: optional(count()),
});

/** Whose past each import is to work out, and how far it is. */
export class Replays1764000000032 implements MigrationInterface {
  readonly name = 'Replays1764000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(IMPORT_REPLAYS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "import_replays"');
  }
}
