import type { MigrationInterface, QueryRunner } from 'typeorm';
import { instant, largeCount, number, table } from './tables.js';

const REVISIONS = table('revisions', { id: number(), number: largeCount(), at: instant() });

/** What a store that was written to before has come to: its last act, or the last number that moved. */
const BEFORE = `select max(at) as at from (select max(at) as at from events
  union all select max(at) from audit_entries
  union all select max(updated_at) from rumors union all select max(updated_at) from devices) commits`;

/** How far the store has come, in one row that every act raises. */
export class Revision1764000000002 implements MigrationInterface {
  readonly name = 'Revision1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(REVISIONS);
    await runner.query(
      `INSERT INTO revisions (id, number, at) SELECT 1, b.at, b.at FROM (${BEFORE}) b WHERE b.at IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "revisions"');
  }
}
