import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { Names } from '../names.js';

const COLUMNS = ['name_key'];
const INDEX = new TableIndex({ columnNames: COLUMNS, name: new Names().indexName('report_credits', COLUMNS) });

/** Finds the reports that name a source, whether it is known as one or not. */
export class Credited1764000000025 implements MigrationInterface {
  readonly name = 'Credited1764000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('report_credits', INDEX);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "${INDEX.name}"`);
  }
}
