import { DataSource, type MixedList } from 'typeorm';
import { Names } from './names.js';
import type { DatabasePlace } from './place.js';
import { postgresOptions } from './postgres.js';
import { sqliteOptions } from './sqlite.js';

type Class = abstract new (...args: never[]) => unknown;

/** What the rooms keep: every table as its entity, and every step from an empty database to these. */
export interface Schema {
  readonly entities: readonly Class[];
  readonly migrations: readonly Class[];
}

/** TypeORM's view of a database, to write or only to read. Nothing is created or altered but by a migration. */
export function dataSourceOf(place: DatabasePlace, schema: Schema, readonly: boolean): DataSource {
  const options =
    place.dialect === 'sqlite' ? sqliteOptions(place.file, readonly) : postgresOptions(place.url, readonly);
  return new DataSource({
    ...options,
    entities: [...schema.entities] as MixedList<never>,
    migrations: [...schema.migrations] as MixedList<never>,
    namingStrategy: new Names(),
    synchronize: false,
    logging: false,
  });
}
