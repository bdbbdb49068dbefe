import { Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AlertsModule } from './alerts/alerts.module.js';
import { DigestsModule } from './digests/digests.module.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { CalibrationModule } from './calibration/calibration.module.js';
import { AuditModule } from './audit/audit.module.js';
import { CompaniesModule } from './companies/companies.module.js';
import { DemoModule } from './demo/demo.module.js';
import { DevicesModule } from './devices/devices.module.js';
import { ENTITIES } from './entities.js';
import { ErasingModule } from './erasing/erasing.module.js';
import { EventsModule } from './events/events.module.js';
import { FetchingModule } from './fetching/fetching.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { Readiness } from './readiness.service.js';
import { StoreFigures } from './store-figures.service.js';
import { IdentityModule } from './identity/identity.module.js';
import { IngestionModule } from './ingestion/ingestion.module.js';
import { MetaController } from './meta.controller.js';
import { MIGRATIONS } from './platform/database/migrations/index.js';
import { IdempotencyModule } from './platform/idempotency/idempotency.module.js';
import { ImportingModule } from './importing/importing.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { OutputsModule } from './outputs/outputs.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { ProposalsModule } from './proposals/proposals.module.js';
import { RefreshModule } from './refresh/refresh.module.js';
import { ResolutionsModule } from './resolutions/resolutions.module.js';
import { ReviewModule } from './review/review.module.js';
import { RumorsModule } from './rumors/rumors.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';
import { SearchModule } from './search/search.module.js';
import { SourcesModule } from './sources/sources.module.js';
import { SubscriptionsModule } from './subscriptions/subscriptions.module.js';
import { StatementsModule } from './statements/statements.module.js';

/** The program without its pages: every other room, oldest first. */
@Module({
  imports: [
    PlatformModule.forRoot({ entities: ENTITIES, migrations: MIGRATIONS }),
    HttpModule,
    FetchingModule,
    AccessModule,
    EventsModule,
    AuditModule,
    CompaniesModule,
    DevicesModule,
    SourcesModule,
    RumorsModule,
    EvidenceModule,
    StatementsModule,
    ResolutionsModule,
    ProposalsModule,
    AssessmentsModule,
    CalibrationModule,
    IdentityModule,
    SearchModule,
    IngestionModule,
    ImportingModule,
    ReviewModule,
    SubscriptionsModule,
    RefreshModule,
    WebhooksModule,
    AlertsModule,
    ErasingModule,
    OutputsModule,
    DigestsModule,
    DemoModule,
    IdempotencyModule,
  ],
  controllers: [HealthController, MetaController, MetricsController],
  providers: [Readiness, StoreFigures],
})
export class AppModule {}
