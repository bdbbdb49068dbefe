import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AlertsModule } from '../alerts/alerts.module.js';
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
import { IdempotencyModule } from '../platform/idempotency/idempotency.module.js';
import { SearchModule } from '../search/search.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { StatementsModule } from '../statements/statements.module.js';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { AboutPageController } from './about/about.page.controller.js';
import { SignInPageController } from './account/sign-in.page.controller.js';
import { ActivityPageController } from './activity/activity.page.controller.js';
import { ActivityReader } from './activity/activity-reader.service.js';
import { Happenings } from './activity/happenings.service.js';
import { BoardPageController } from './board/board.page.controller.js';
import { BoardReader } from './board/board-reader.service.js';
import { Courses } from './board/courses.service.js';
import { CalibrationPageController } from './calibration/calibration.page.controller.js';
import { SaidClaims } from './calibration/said-claims.service.js';
import { DemoPageController } from './demo/demo.page.controller.js';
import { DevicePageController } from './device/device.page.controller.js';
import { DeviceReader } from './device/device-reader.service.js';
import { AssetsController } from './frame/assets.controller.js';
import { FaultPages } from './frame/fault-pages.service.js';
import { Frames } from './frame/frames.service.js';
import { Forms } from './forms/forms.service.js';
import { IngestPageController } from './ingest/ingest.page.controller.js';
import { ArticleUndo } from './ingest/article-undo.service.js';
import { UndoPageController } from './ingest/undo.page.controller.js';
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
import { AlertPages } from './settings/alert-pages.service.js';
import { AlertRules } from './settings/alert-rules.service.js';
import { AlertsPageController } from './settings/alerts.page.controller.js';
import { KeyPages } from './settings/key-pages.service.js';
import { KeysPageController } from './settings/keys.page.controller.js';
import { Names } from './settings/names.service.js';
import { SettingsPageController } from './settings/settings.page.controller.js';
import { Standing } from './settings/standing.service.js';
import { SubscriptionDesk } from './settings/subscription-desk.service.js';
import { SubscriptionsPageController } from './settings/subscriptions.page.controller.js';
import { WebhookActsPageController } from './settings/webhook-acts.page.controller.js';
import { WebhookPages } from './settings/webhook-pages.service.js';
import { WebhooksPageController } from './settings/webhooks.page.controller.js';
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
    SubscriptionsModule,
    WebhooksModule,
    AlertsModule,
    IdempotencyModule,
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
    KeysPageController,
    SubscriptionsPageController,
    AlertsPageController,
    WebhooksPageController,
    WebhookActsPageController,
    ActivityPageController,
    TimelinePageController,
    ReviewPageController,
    LinksPageController,
    ArticlesPageController,
    SearchPageController,
    IngestPageController,
    UndoPageController,
    RefreshPageController,
    AboutPageController,
    SignInPageController,
    AssetsController,
  ],
  providers: [
    Frames,
    FaultPages,
    Forms,
    Names,
    Standing,
    KeyPages,
    SubscriptionDesk,
    AlertRules,
    AlertPages,
    WebhookPages,
    Courses,
    BoardReader,
    RumorTeller,
    RumorReader,
    DeviceReader,
    OutcomeReader,
    ArticleUndo,
    PasteBox,
    SourceReader,
    LeaderReader,
    SaidClaims,
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
