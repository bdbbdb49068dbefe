import { DataSource, type EntityManager, type MixedList, type QueryRunner } from 'typeorm';
import { Names } from './names.js';
import type { DatabasePlace } from './place.js';
import { postgresOptions } from './postgres.js';
import { Rows } from './rows.js';
import { sqliteOptions } from './sqlite.js';

type Class = abstract new (...args: never[]) => unknown;

/** What the rooms keep: every table as its entity, and every step from an empty database to these. */
export interface Schema {
  readonly entities: readonly Class[];
  readonly migrations: readonly Class[];
}

/** A source whose rows are read and written by statements that are put together once. */
class Source extends DataSource {
  override createEntityManager(runner?: QueryRunner): EntityManager {
    return new Rows(this, runner);
  }
}

/** TypeORM's view of a database, to write or only to read. Nothing is created or altered but by a migration. */
export function dataSourceOf(place: DatabasePlace, schema: Schema, readonly: boolean): DataSource {
  const options =
    place.dialect === 'sqlite' ? sqliteOptions(place.file, readonly) : postgresOptions(place.url, readonly);
  return new Source({
    ...options,
    entities: [...schema.entities] as MixedList<never>,
    migrations: [...schema.migrations] as MixedList<never>,
    namingStrategy: new Names(),
    synchronize: false,
    logging: false,
  });
}
