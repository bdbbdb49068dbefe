import type { MigrationInterface, QueryRunner } from 'typeorm';
import { count, instant, keyText, optional, primary, table, text } from './tables.js';

const USED_KEYS = table(
  'idempotency_keys',
  {
    scope: primary(keyText(64)),
    fingerprint: keyText(64),
    created_at: instant(),
    status: count(),
    answer: text(),
    settled_at: optional(instant()),
  },
  { indices: [['created_at']] },
);

/** The keys under which acts were done once, with their answers. */
export class Idempotency1764000000003 implements MigrationInterface {
  readonly name = 'Idempotency1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(USED_KEYS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "idempotency_keys"');
  }
}
