import { existsSync } from 'node:fs';
import { Clock } from '../platform/clock.js';
import { placeOf, type DatabasePlace } from '../platform/database/place.js';
import { StoreLook } from '../platform/database/store-look.js';
import { Fault } from '../platform/fault.js';
import { settingOrigins, type SettingOrigin } from '../platform/setting-origins.js';
import { readSettings, type Settings } from '../platform/settings.js';
import { fail, failed, ok, warn, type Check } from './checkup.js';
import { clockCheck, diskCheck, nodeCheck, outboundCheck, portCheck, sqliteCheck } from './machine-checks.js';
import { storeChecks } from './store-checks.js';

/** How a machine, its settings and its store are. */
export interface Diagnosis {
  readonly settings: readonly SettingOrigin[];
  readonly checks: readonly Check[];
}

/** Looks at everything that Hearsay needs. It changes nothing and asks nobody but the database. */
export async function diagnose(): Promise<Diagnosis> {
  const [settings, machine] = [settingOrigins(), [nodeCheck(), sqliteCheck()]];
  try {
    const read = readSettings();
    return { settings, checks: [ok('settings', 'can be used'), ...machine, ...(await surroundings(read))] };
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'invalid-settings') throw error;
    const wrong = error.errors.map(({ parameter, detail }) =>
      fail(
        'settings',
        `${parameter} ${detail}`,
        'Correct it in the environment or in .env; docs/operating.md has all.',
      ),
    );
    return { settings, checks: [...wrong, ...machine] };
  }
}

async function surroundings(settings: Settings): Promise<Check[]> {
  const place = placeOf(settings.databaseUrl)!; // the settings were read, so it is one
  const now = new Clock(settings.clockHeldAt).now();
  const database = await databaseChecks(place, now);
  const others = [diskCheck(place), clockCheck(settings), outboundCheck(settings), await portCheck(settings)];
  return [...database, ...others];
}

async function databaseChecks(place: DatabasePlace, now: number): Promise<Check[]> {
  if (place.dialect === 'sqlite' && !existsSync(place.file)) {
    return [warn('database', `no file at ${place.file}`, 'The first start makes it; or set DATABASE_URL to yours.')];
  }
  try {
    const look = await StoreLook.open(place);
    try {
      return [ok('database', `${place.dialect} can be read`), ...(await storeChecks(look, now))];
    } finally {
      await look.close();
    }
  } catch (error) {
    return [failed('database', error, 'See that DATABASE_URL is right and the database runs and can be read.')];
  }
}
