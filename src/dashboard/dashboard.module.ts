import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CalibrationModule } from '../calibration/calibration.module.js';
import { DemoModule } from '../demo/demo.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { EventsModule } from '../events/events.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { IngestionModule } from '../ingestion/ingestion.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { RefreshModule } from '../refresh/refresh.module.js';
import { ResolutionsModule } from '../resolutions/resolutions.module.js';
import { ReviewModule } from '../review/review.module.js';
import { RumorsModule } from '../rumors/rumors.module.js';
import { SearchModule } from '../search/search.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { StatementsModule } from '../statements/statements.module.js';
import { AboutPageController } from './about/about.page.controller.js';
import { SignInPageController } from './account/sign-in.page.controller.js';
import { ActivityPageController } from './activity/activity.page.controller.js';
import { ActivityReader } from './activity/activity-reader.service.js';
import { Happenings } from './activity/happenings.service.js';
import { BoardPageController } from './board/board.page.controller.js';
import { BoardReader } from './board/board-reader.service.js';
import { Courses } from './board/courses.service.js';
import { CalibrationPageController } from './calibration/calibration.page.controller.js';
import { DemoPageController } from './demo/demo.page.controller.js';
import { DevicePageController } from './device/device.page.controller.js';
import { DeviceReader } from './device/device-reader.service.js';
import { AssetsController } from './frame/assets.controller.js';
import { FaultPages } from './frame/fault-pages.service.js';
import { Frames } from './frame/frames.service.js';
import { IngestPageController } from './ingest/ingest.page.controller.js';
import { PasteBox } from './ingest/paste-box.service.js';
import { OutcomeReader } from './ingest/outcome-reader.service.js';
import { RefreshPageController } from './refresh/refresh.page.controller.js';
import { RefreshReader } from './refresh/refresh-reader.service.js';
import { ArticleDesk } from './review/article-desk.service.js';
import { ArticlesPageController } from './review/articles.page.controller.js';
import { LinksPageController } from './review/links.page.controller.js';
import { ReviewDetails } from './review/review-details.service.js';
import { ReviewPapers } from './review/review-papers.service.js';
import { ReviewReader } from './review/review-reader.service.js';
import { ReviewPageController } from './review/review.page.controller.js';
import { RumorPageController } from './rumor/rumor.page.controller.js';
import { RumorReader } from './rumor/rumor-reader.service.js';
import { RumorTeller } from './rumor/rumor-teller.service.js';
import { VerifyPageController } from './rumor/verify.page.controller.js';
import { SearchPageController } from './search/search.page.controller.js';
import { LeaderReader } from './sources/leader-reader.service.js';
import { SourceReader } from './sources/source-reader.service.js';
import { SettingsPageController } from './settings/settings.page.controller.js';
import { SourcesPageController } from './sources/sources.page.controller.js';
import { TimelinePageController } from './timeline/timeline.page.controller.js';
import { TimelineReader } from './timeline/timeline-reader.service.js';

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
    CalibrationModule,
    SearchModule,
    IngestionModule,
    RefreshModule,
    ResolutionsModule,
    ProposalsModule,
    ReviewModule,
    DemoModule,
  ],
  controllers: [
    BoardPageController,
    DevicePageController,
    DemoPageController,
    RumorPageController,
    VerifyPageController,
    SourcesPageController,
    CalibrationPageController,
    SettingsPageController,
    ActivityPageController,
    TimelinePageController,
    ReviewPageController,
    LinksPageController,
    ArticlesPageController,
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
    PasteBox,
    SourceReader,
    LeaderReader,
    Happenings,
    ActivityReader,
    TimelineReader,
    ReviewPapers,
    ReviewDetails,
    ReviewReader,
    ArticleDesk,
    RefreshReader,
  ],
})
export class DashboardModule {}
