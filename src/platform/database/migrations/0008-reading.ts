import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { Names } from '../names.js';
import { flag, instant, optional, primary, real, ref, table } from './tables.js';

const HEADLINES = table('headlines', {
  device_id: primary(ref('devices')),
  at: primary(instant()),
  probability: optional(real()),
  rumor_id: optional(ref()),
  derived: flag(),
});

/** The headline that each device has: it had that one since it was last changed, at the latest. */
const FIRST = `INSERT INTO "headlines" ("device_id", "at", "probability", "rumor_id", "derived")
  SELECT "id", "updated_at", "headline_probability", "headline_rumor_id", "headline_derived" FROM "devices"`;

/** Columns that are empty in nearly every row: an index of the others alone is small, and never taken for a useless one. */
const RARE: readonly (readonly [table: string, column: string])[] = [
  ['devices', 'merged_into_id'],
  ['rumors', 'united_into_id'],
  ['evidence', 'home_id'],
  ['statement_links', 'home_id'],
];

const INDICES: readonly (readonly [table: string, columns: string[]])[] = [
  ['evidence', ['rumor_id', 'active_at', 'report_id', 'home_id']],
];

const NAMES = new Names();
const indexOf = (name: string, columnNames: string[], where?: string): TableIndex =>
  new TableIndex({ columnNames, name: NAMES.indexName(name, columnNames), where });

/** Reads that look no further than what they show: the headlines of the past, and indices of what is rare. */
export class Reading1764000000008 implements MigrationInterface {
  readonly name = 'Reading1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(HEADLINES);
    await runner.query(FIRST);
    for (const [name, column] of RARE) await this.replace(runner, name, column, `"${column}" IS NOT NULL`);
    for (const [name, columns] of INDICES) await runner.createIndex(name, indexOf(name, columns));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of INDICES) await runner.query(`DROP INDEX "${indexOf(name, columns).name}"`);
    for (const [name, column] of RARE) await this.replace(runner, name, column);
    await runner.query('DROP TABLE "headlines"');
  }

  private async replace(runner: QueryRunner, name: string, column: string, where?: string): Promise<void> {
    const index = indexOf(name, [column], where);
    await runner.query(`DROP INDEX "${index.name}"`);
    await runner.createIndex(name, index);
  }
}
