import { Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { CompaniesModule } from './companies/companies.module.js';
import { DevicesModule } from './devices/devices.module.js';
import { ENTITIES } from './entities.js';
import { EventsModule } from './events/events.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { IngestionModule } from './ingestion/ingestion.module.js';
import { MIGRATIONS } from './platform/database/migrations/index.js';
import { PlatformModule } from './platform/platform.module.js';
import { RumorsModule } from './rumors/rumors.module.js';
import { SourcesModule } from './sources/sources.module.js';
import { StatementsModule } from './statements/statements.module.js';

/** The whole program: every room, oldest first. */
@Module({
  imports: [
    PlatformModule.forRoot({ entities: ENTITIES, migrations: MIGRATIONS }),
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
  ],
})
export class AppModule {}
