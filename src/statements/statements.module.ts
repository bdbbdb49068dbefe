import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { EventsModule } from '../events/events.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { RumorsModule } from '../rumors/rumors.module.js';
import { LateRivals } from './late-rivals.service.js';
import { ResolutionBoard } from './resolution-board.service.js';
import { ResolutionBook } from './resolution-book.service.js';
import { Proofs } from './resolution-proofs.service.js';
import { ResolutionsReadingController } from './resolutions-reading.controller.js';
import { ResolutionsController } from './resolutions.controller.js';
import { Resolutions } from './resolutions.service.js';
import { StatementBoard } from './statement-board.service.js';
import { StatementDesk } from './statement-desk.service.js';
import { StatementReview } from './statement-review.service.js';
import { StatementsReadingController } from './statements-reading.controller.js';
import { StatementsController } from './statements.controller.js';
import { Statements } from './statements.service.js';
import { Verifications } from './verifications.service.js';

/** The words of makers and others; what became of rumors. */
@Module({
  imports: [EventsModule, CompaniesModule, RumorsModule, EvidenceModule],
  controllers: [StatementsReadingController, StatementsController, ResolutionsReadingController, ResolutionsController],
  providers: [
    Statements,
    StatementDesk,
    StatementReview,
    Verifications,
    StatementBoard,
    Proofs,
    ResolutionBook,
    ResolutionBoard,
    Resolutions,
    LateRivals,
  ],
  exports: [Statements, Verifications, StatementBoard, Resolutions, LateRivals, ResolutionBoard],
})
export class StatementsModule {}
