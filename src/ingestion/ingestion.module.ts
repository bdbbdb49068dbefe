import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { EventsModule } from '../events/events.module.js';
import { FetchingModule } from '../fetching/fetching.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { RumorsModule } from '../rumors/rumors.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { StatementsModule } from '../statements/statements.module.js';
import { ArticlesController } from './articles.controller.js';
import { CandidateMatches } from './candidate-matches.service.js';
import { CandidateReview } from './candidate-review.service.js';
import { CandidatesController } from './candidates.controller.js';
import { ClaimWriter } from './claim-writer.service.js';
import { Commits } from './commits.service.js';
import { Embargoes } from './embargoes.service.js';
import { FetchedArticles } from './fetched-articles.service.js';
import { FollowedThings } from './followed-things.service.js';
import { Forecasts } from './forecasts.service.js';
import { IngestionBoard } from './ingestion-board.service.js';
import { IngestionBook } from './ingestion-book.service.js';
import { IngestionQueue } from './ingestion-queue.service.js';
import { IngestionsController } from './ingestions.controller.js';
import { Ingestions } from './ingestions.service.js';
import { Knowledge } from './knowledge.service.js';
import { Novelties } from './novelty.service.js';
import { Proposals } from './proposals.service.js';
import { Reader } from './reader.service.js';
import { ReadingsAhead } from './readings-ahead.service.js';
import { Recognition } from './recognition.service.js';
import { ReportWriter } from './report-writer.service.js';
import { WaitingTexts } from './waiting-texts.service.js';

/** From an article to weighed evidence: read, reviewed, written down. */
@Module({
  imports: [
    FetchingModule,
    AccessModule,
    EventsModule,
    CompaniesModule,
    DevicesModule,
    SourcesModule,
    RumorsModule,
    EvidenceModule,
    StatementsModule,
    AssessmentsModule,
  ],
  controllers: [ArticlesController, IngestionsController, CandidatesController],
  providers: [
    Knowledge,
    ReadingsAhead,
    Reader,
    Novelties,
    Recognition,
    IngestionBook,
    WaitingTexts,
    Proposals,
    ReportWriter,
    ClaimWriter,
    Commits,
    Embargoes,
    Forecasts,
    FollowedThings,
    IngestionBoard,
    IngestionQueue,
    CandidateMatches,
    CandidateReview,
    Ingestions,
    FetchedArticles,
  ],
  exports: [
    Commits,
    Knowledge,
    Proposals,
    Reader,
    ReadingsAhead,
    Ingestions,
    FetchedArticles,
    IngestionQueue,
    CandidateReview,
    Forecasts,
    Embargoes,
    IngestionBoard,
    WaitingTexts,
  ],
})
export class IngestionModule {}
