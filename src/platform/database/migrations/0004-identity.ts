import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { Names } from '../names.js';
import { count, id, instant, keyText, optional, primary, ref, sequence, table, text } from './tables.js';

/** What was done about who is who, and where things were before it. Parents come before their children. */
const TABLES = [
  table('former_slugs', { thing: primary(keyText(20)), slug: primary(keyText()), thing_id: ref() }),
  table(
    'rumor_stays',
    {
      sequence: sequence(),
      rumor_id: ref('rumors'),
      device_id: ref('devices'),
      united_into_id: optional(ref('rumors')),
      since: instant(),
      until: instant(),
    },
    { indices: [['rumor_id', 'until'], ['device_id'], ['united_into_id']] },
  ),
  table(
    'identity_acts',
    {
      id: id(),
      kind: keyText(20),
      device_id: ref('devices'),
      other_id: optional(ref('devices')),
      reason: optional(text()),
      evidence_id: optional(ref('evidence')),
      statement_id: optional(ref('statements')),
      changes: text(),
      at: instant(),
      by: keyText(),
      undone_at: optional(instant()),
      undone_by: optional(keyText()),
      undone_reason: optional(text()),
      version: count(),
    },
    {
      indices: [
        ['device_id', 'at'],
        ['other_id', 'at'],
        ['at', 'id'],
      ],
    },
  ),
];

/** Which device a device has become or is gone, which rumor a rumor is one with, and where evidence came from. */
const COLUMNS: readonly (readonly [table: string, column: string, type: string])[] = [
  ['devices', 'merged_into_id', 'varchar(40)'],
  ['devices', 'superseded_reason', 'varchar(20)'],
  ['devices', 'removed_at', 'bigint'],
  ['rumors', 'united_into_id', 'varchar(40)'],
  ['evidence', 'home_id', 'varchar(40)'],
  ['statement_links', 'home_id', 'varchar(40)'],
];

const INDICES: readonly (readonly [table: string, columns: string[]])[] = [
  ['devices', ['merged_into_id']],
  ['rumors', ['united_into_id']],
  ['evidence', ['home_id']],
  ['statement_links', ['home_id']],
];

const NAMES = new Names();
const indexOf = (name: string, columnNames: string[]): TableIndex =>
  new TableIndex({ columnNames, name: NAMES.indexName(name, columnNames) });

/** Devices that are merged, superseded, split or taken down, each act with what undoes it. */
export class Identity1764000000004 implements MigrationInterface {
  readonly name = 'Identity1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
    for (const [name, column, type] of COLUMNS)
      await runner.query(`ALTER TABLE "${name}" ADD COLUMN "${column}" ${type}`);
    for (const [name, columns] of INDICES) await runner.createIndex(name, indexOf(name, columns));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of INDICES) await runner.query(`DROP INDEX "${indexOf(name, columns).name}"`);
    for (const [name, column] of COLUMNS) await runner.query(`ALTER TABLE "${name}" DROP COLUMN "${column}"`);
    for (const { name } of TABLES.toReversed()) await runner.query(`DROP TABLE "${name}"`);
  }
}
