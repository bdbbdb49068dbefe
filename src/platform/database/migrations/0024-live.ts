import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [
  ['refresh_jobs', 'subscription_id', 'varchar(40)'],
  ['subscriptions', 'quiet_until', 'bigint'],
  ['webhooks', 'fence', 'integer'],
] as const;

/** What a job polls, how long a host wants to be left alone, and which process brings events to a receiver. */
export class Live1764000000024 implements MigrationInterface {
  readonly name = 'Live1764000000024';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, column, type] of COLUMNS) {
      await runner.query(`ALTER TABLE "${name}" ADD COLUMN "${column}" ${type}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, column] of COLUMNS) await runner.query(`ALTER TABLE "${name}" DROP COLUMN "${column}"`);
  }
}
