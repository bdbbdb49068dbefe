import { Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock.js';
import type { Schema } from './database/data-source.js';
import { Database } from './database/database.js';
import { Log } from './log.js';
import { Metrics } from './metrics.service.js';
import { readSettings, Settings } from './settings.js';

/** What every room stands on: the settings, the clock, the log and the database. */
@Module({})
export class PlatformModule {
  /** The platform of a program that keeps these tables. Opens the database, and brings it up to date. */
  static forRoot(schema: Schema): DynamicModule {
    const providers = [
      { provide: Settings, useFactory: () => readSettings() },
      { provide: Clock, inject: [Settings], useFactory: ({ clockHeldAt }: Settings) => new Clock(clockHeldAt) },
      { provide: Metrics, useFactory: () => new Metrics() },
      { provide: Log, inject: [Settings], useFactory: (settings: Settings) => new Log(settings) },
      {
        provide: Database,
        inject: [Settings, Clock],
        useFactory: ({ databaseUrl }: Settings, clock: Clock) =>
          Database.open(databaseUrl, schema, { migrate: true, clock }),
      },
    ];
    return { module: PlatformModule, global: true, providers, exports: providers.map(({ provide }) => provide) };
  }
}
