import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { EventsModule } from '../events/events.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { IngestionModule } from '../ingestion/ingestion.module.js';
import { RefreshModule } from '../refresh/refresh.module.js';
import { RumorsModule } from '../rumors/rumors.module.js';
import { SearchModule } from '../search/search.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { StatementsModule } from '../statements/statements.module.js';
import { AboutPageController } from './about/about.page.controller.js';
import { SignInPageController } from './account/sign-in.page.controller.js';
import { BoardPageController } from './board/board.page.controller.js';
import { BoardReader } from './board/board-reader.service.js';
import { Courses } from './board/courses.service.js';
import { DevicePageController } from './device/device.page.controller.js';
import { DeviceReader } from './device/device-reader.service.js';
import { AssetsController } from './frame/assets.controller.js';
import { FaultPages } from './frame/fault-pages.service.js';
import { Frames } from './frame/frames.service.js';
import { IngestPageController } from './ingest/ingest.page.controller.js';
import { OutcomeReader } from './ingest/outcome-reader.service.js';
import { RefreshPageController } from './refresh/refresh.page.controller.js';
import { RefreshReader } from './refresh/refresh-reader.service.js';
import { RumorPageController } from './rumor/rumor.page.controller.js';
import { RumorReader } from './rumor/rumor-reader.service.js';
import { RumorTeller } from './rumor/rumor-teller.service.js';
import { VerifyPageController } from './rumor/verify.page.controller.js';
import { SearchPageController } from './search/search.page.controller.js';
import { SourceReader } from './sources/source-reader.service.js';
import { SourcesPageController } from './sources/sources.page.controller.js';

/** The pages: everything that can be looked at, and the forms of editors. */
@Module({
  imports: [
    AccessModule,
    EventsModule,
    DevicesModule,
    SourcesModule,
    RumorsModule,
    EvidenceModule,
    StatementsModule,
    AssessmentsModule,
    SearchModule,
    IngestionModule,
    RefreshModule,
  ],
  controllers: [
    BoardPageController,
    DevicePageController,
    RumorPageController,
    VerifyPageController,
    SourcesPageController,
    SearchPageController,
    IngestPageController,
    RefreshPageController,
    AboutPageController,
    SignInPageController,
    AssetsController,
  ],
  providers: [
    Frames,
    FaultPages,
    Courses,
    BoardReader,
    RumorTeller,
    RumorReader,
    DeviceReader,
    OutcomeReader,
    SourceReader,
    RefreshReader,
  ],
})
export class DashboardModule {}
