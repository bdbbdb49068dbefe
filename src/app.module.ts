import { Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { CompaniesModule } from './companies/companies.module.js';
import { DashboardModule } from './dashboard/dashboard.module.js';
import { DevicesModule } from './devices/devices.module.js';
import { ENTITIES } from './entities.js';
import { EventsModule } from './events/events.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { HealthController } from './health.controller.js';
import { IngestionModule } from './ingestion/ingestion.module.js';
import { MetaController } from './meta.controller.js';
import { MIGRATIONS } from './platform/database/migrations/index.js';
import { HttpModule } from './platform/http/http.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { RefreshModule } from './refresh/refresh.module.js';
import { RumorsModule } from './rumors/rumors.module.js';
import { SourcesModule } from './sources/sources.module.js';
import { StatementsModule } from './statements/statements.module.js';

/** The whole program: every room, oldest first. */
@Module({
  imports: [
    PlatformModule.forRoot({ entities: ENTITIES, migrations: MIGRATIONS }),
    HttpModule,
    AccessModule,
    EventsModule,
    CompaniesModule,
    DevicesModule,
    SourcesModule,
    RumorsModule,
    EvidenceModule,
    StatementsModule,
    AssessmentsModule,
    IngestionModule,
    RefreshModule,
    DashboardModule,
  ],
  controllers: [HealthController, MetaController],
})
export class AppModule {}
