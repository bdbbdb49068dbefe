import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { Names } from '../names.js';
import { count, id, instant, keyText, optional, ref, table, text } from './tables.js';

const PROPOSALS = table(
  'resolution_proposals',
  {
    id: id(),
    device_id: ref('devices'),
    status: keyText(20),
    verdicts: text(),
    facts: text(),
    settled: text(),
    version: count(),
    created_at: instant(),
    updated_at: instant(),
    decided_at: optional(instant()),
    decided_by: optional(keyText()),
    decided_reason: optional(text()),
  },
  {
    indices: [
      ['device_id', 'status'],
      ['status', 'id'],
    ],
  },
);

/** Who proposed a link, when an article may be written down and by whose leave, and what a candidate repeats and moves. */
const COLUMNS: readonly (readonly [table: string, column: string, type: string])[] = [
  ['evidence', 'proposed_by', 'varchar(200)'],
  ['evidence', 'proposed_key_id', 'varchar(40)'],
  ['ingestions', 'embargo_until', 'bigint'],
  ['ingestions', 'released_by', 'varchar(200)'],
  ['candidates', 'known_rumor_id', 'varchar(40)'],
  ['candidates', 'origin_id', 'varchar(40)'],
  ['candidates', 'effect_before', 'double precision'],
  ['candidates', 'effect_after', 'double precision'],
];

const INDICES: readonly (readonly [table: string, columns: string[]])[] = [
  ['evidence', ['status', 'id']],
  ['reports', ['origin_link', 'id']],
  ['statements', ['verification', 'id']],
  ['ingestions', ['status', 'embargo_until']],
];

const NAMES = new Names();
const indexOf = (name: string, columnNames: string[]): TableIndex =>
  new TableIndex({ columnNames, name: NAMES.indexName(name, columnNames) });

/** What waits for a decision: proposed resolutions, proposed evidence, suggested origins, articles under an embargo. */
export class Review1764000000006 implements MigrationInterface {
  readonly name = 'Review1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(PROPOSALS);
    for (const [name, column, type] of COLUMNS)
      await runner.query(`ALTER TABLE "${name}" ADD COLUMN "${column}" ${type}`);
    for (const [name, columns] of INDICES) await runner.createIndex(name, indexOf(name, columns));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of INDICES) await runner.query(`DROP INDEX "${indexOf(name, columns).name}"`);
    for (const [name, column] of COLUMNS) await runner.query(`ALTER TABLE "${name}" DROP COLUMN "${column}"`);
    await runner.query('DROP TABLE "resolution_proposals"');
  }
}
