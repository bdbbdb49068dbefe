import type { MigrationInterface, QueryRunner } from 'typeorm';
import { count, instant, keyText, primary, real, table } from './tables.js';

const LEARNED = table('learned_parameters', {
  kind: primary(keyText(20)),
  name: primary(keyText(80)),
  value: real(),
  n: count(),
  model_version: keyText(20),
  learned_at: instant(),
});

/** What is learned of subjects: base rates and scales; the next refresh counts them. */
export class Learned1764000000012 implements MigrationInterface {
  readonly name = 'Learned1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(LEARNED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "learned_parameters"');
  }
}
