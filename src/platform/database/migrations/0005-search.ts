import { randomBytes } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { count, id, instant, keyText, largeCount, optional, primary, table, text } from './tables.js';

const DOCUMENTS = table(
  'search_documents',
  {
    id: id(),
    number: largeCount(),
    type: keyText(20),
    at: instant(),
    wholes: text(),
    title: text(),
    address: text(),
    text: text(),
  },
  { uniques: [['number']], indices: [['type', 'number']] },
);

const STATES = table('search_states', {
  name: primary(keyText(40)),
  sequence: count(),
  built_up_to: optional(keyText(80)),
});

const ERASURES = table(
  'erasures',
  {
    id: id(),
    digest: keyText(64),
    kind: keyText(20),
    at: instant(),
  },
  { indices: [['digest']] },
);

/** The words of each document by its number, as each database keeps them; the program folds and parts them itself. */
const INDEX = {
  sqlite: [
    `CREATE VIRTUAL TABLE "search_index" USING fts5(
      wholes, names, words, content='', contentless_delete=1, tokenize='ascii')`,
    `INSERT INTO "search_index" ("search_index", rank) VALUES ('rank', 'bm25(20.0, 4.0, 1.0)')`,
  ],
  postgres: [
    'CREATE TABLE "search_index" ("number" bigint PRIMARY KEY, "words" tsvector NOT NULL)',
    'CREATE INDEX "ix_search_index_words" ON "search_index" USING gin ("words")',
  ],
} as const;

/** An empty store has nothing to take up: its index is whole from the start. */
const BEGUN = `INSERT INTO search_states (name, sequence, built_up_to) SELECT 'documents', 0, NULL
  WHERE NOT EXISTS (SELECT 1 FROM events) AND NOT EXISTS (SELECT 1 FROM sources) AND NOT EXISTS (SELECT 1 FROM companies)`;

/**
 * What is found by text, how far the index has come, and whose data was erased. The secret of its digests is there from
 * the start, so that a backup from before the first erasure has it.
 */
export class Search1764000000005 implements MigrationInterface {
  readonly name = 'Search1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const each of [DOCUMENTS, STATES, ERASURES]) await runner.createTable(each);
    const dialect = runner.connection.options.type === 'postgres' ? 'postgres' : 'sqlite';
    for (const statement of INDEX[dialect]) await runner.query(statement);
    await runner.query(BEGUN);
    await runner.query(`INSERT INTO secrets (name, value) VALUES ('erasures', '${randomBytes(32).toString('hex')}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM secrets WHERE name = 'erasures'`);
    for (const name of ['search_index', 'erasures', 'search_states', 'search_documents']) {
      await runner.query(`DROP TABLE "${name}"`);
    }
  }
}
