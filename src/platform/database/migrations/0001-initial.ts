import type { MigrationInterface, QueryRunner } from 'typeorm';
import { JUDGEMENT } from './initial/judgement.js';
import { REFRESH } from './initial/refresh.js';
import { REGISTRY } from './initial/registry.js';
import { RUMORS } from './initial/rumors.js';

/** Every table of the first version. */
export class Initial1764000000000 implements MigrationInterface {
  readonly name = 'Initial1764000000000';
  private readonly tables = [...REGISTRY, ...RUMORS, ...JUDGEMENT, ...REFRESH];

  async up(runner: QueryRunner): Promise<void> {
    for (const table of this.tables) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name, foreignKeys } of this.tables.toReversed()) {
      // SQLite empties a table row by row before it drops it, and stops at the first that another one refers to.
      const own = foreignKeys.filter(({ referencedTableName }) => referencedTableName === name);
      for (const { columnNames } of own) await runner.query(`UPDATE "${name}" SET "${columnNames[0]}" = NULL`);
      await runner.query(`DROP TABLE "${name}"`);
    }
  }
}
