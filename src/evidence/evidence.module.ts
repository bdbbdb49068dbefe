import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { EventsModule } from '../events/events.module.js';
import { RumorsModule } from '../rumors/rumors.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { Citations } from './citations.service.js';
import { CitedReports } from './cited-reports.service.js';
import { EvidenceBoard } from './evidence-board.service.js';
import { EvidenceMoves } from './evidence-moves.service.js';
import { EvidenceReadingController } from './evidence-reading.controller.js';
import { EvidenceReview } from './evidence-review.service.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceCounts } from './evidence-counts.service.js';
import { EvidenceLinks } from './evidence.service.js';
import { KinReports } from './kin-reports.service.js';
import { Named } from './named.service.js';
import { Origins } from './origins.service.js';
import { PastReports } from './past-reports.service.js';
import { ReportBoard } from './report-board.service.js';
import { ReportCounts } from './report-counts.service.js';
import { ReportDebuts } from './report-debuts.service.js';
import { ReportGroups } from './report-groups.service.js';
import { ReportIntake } from './report-intake.service.js';
import { ReportOrigins } from './report-origins.service.js';
import { ReportReview } from './report-review.service.js';
import { ReportTexts } from './report-texts.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsReadingController } from './reports-reading.controller.js';
import { Reports } from './reports.service.js';
import { Retellings } from './retellings.service.js';
import { SourceReviewController } from './source-review.controller.js';

/** What was published, and what it says for or against a rumor. */
@Module({
  imports: [CompaniesModule, DevicesModule, EventsModule, SourcesModule, RumorsModule],
  controllers: [
    EvidenceReadingController,
    ReportsReadingController,
    EvidenceController,
    ReportsController,
    SourceReviewController,
  ],
  providers: [
    ReportBoard,
    PastReports,
    Named,
    Origins,
    Reports,
    CitedReports,
    EvidenceCounts,
    EvidenceLinks,
    EvidenceMoves,
    EvidenceReview,
    ReportDebuts,
    ReportIntake,
    ReportTexts,
    ReportCounts,
    ReportGroups,
    ReportOrigins,
    ReportReview,
    KinReports,
    Retellings,
    Citations,
    EvidenceBoard,
  ],
  exports: [
    ReportBoard,
    PastReports,
    Named,
    Reports,
    ReportIntake,
    EvidenceCounts,
    EvidenceLinks,
    EvidenceMoves,
    Citations,
    EvidenceBoard,
    ReportReview,
    EvidenceReview,
  ],
})
export class EvidenceModule {}
