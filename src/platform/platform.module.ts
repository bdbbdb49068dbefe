import { Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock.js';
import type { Schema } from './database/data-source.js';
import { Database } from './database/database.js';
import { Log } from './log.js';
import { Metrics } from './metrics.service.js';
import { Mail } from './outbound/mail.service.js';
import { HostNames } from './outbound/host-names.js';
import { Outbound } from './outbound/outbound.service.js';
import { readSettings, Settings } from './settings.js';

/** What every room stands on: the settings, the clock, the log, the way out and the database. */
@Module({})
export class PlatformModule {
  /** The platform of a program that keeps these tables. Opens the database, and brings it up to date. */
  static forRoot(schema: Schema): DynamicModule {
    const providers = [
      { provide: Settings, useFactory: () => readSettings() },
      { provide: Clock, inject: [Settings], useFactory: ({ clockHeldAt }: Settings) => new Clock(clockHeldAt) },
      { provide: Metrics, useFactory: () => new Metrics() },
      { provide: HostNames, useFactory: () => new HostNames() },
      {
        provide: Outbound,
        inject: [Settings, HostNames],
        useFactory: ({ outboundAllow, outboundPorts, outboundContact, publicUrl }: Settings, names: HostNames) =>
          new Outbound(
            { exceptions: outboundAllow, ports: outboundPorts, contact: outboundContact ?? publicUrl },
            names,
          ),
      },
      { provide: Mail, inject: [Settings], useFactory: ({ smtpUrl }: Settings) => new Mail(smtpUrl) },
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
