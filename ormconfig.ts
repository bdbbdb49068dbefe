import { ENTITIES } from './src/entities.js';
import { dataSourceOf } from './src/platform/database/data-source.js';
import { MIGRATIONS } from './src/platform/database/migrations/index.js';
import { placeOf } from './src/platform/database/place.js';
import { readSettings } from './src/platform/settings.js';

const place = placeOf(readSettings().databaseUrl);
if (!place) throw new TypeError('DATABASE_URL names no database');

/** The database as TypeORM's own command line sees it: the same one, opened in the same way. */
export default dataSourceOf(place, { entities: ENTITIES, migrations: MIGRATIONS }, false);
