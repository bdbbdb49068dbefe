import type { MigrationInterface, QueryRunner } from 'typeorm';
import { count, number, table } from './tables.js';

const STATES = table('log_states', { id: number(), forgotten_up_to: count() });

/** How much of the log of events was forgotten, so that a gap is told from a place that was never left. */
export class LogStates1764000000015 implements MigrationInterface {
  readonly name = 'LogStates1764000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(STATES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "log_states"');
  }
}
