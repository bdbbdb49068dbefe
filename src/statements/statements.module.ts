import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { EventsModule } from '../events/events.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { RumorsModule } from '../rumors/rumors.module.js';
import { StatementBoard } from './statement-board.service.js';
import { StatementDesk } from './statement-desk.service.js';
import { StatementMoves } from './statement-moves.service.js';
import { StatementReview } from './statement-review.service.js';
import { StatementsReadingController } from './statements-reading.controller.js';
import { StatementsController } from './statements.controller.js';
import { Statements } from './statements.service.js';
import { Verifications } from './verifications.service.js';

/** The words of makers and others. */
@Module({
  imports: [EventsModule, CompaniesModule, RumorsModule, EvidenceModule],
  controllers: [StatementsReadingController, StatementsController],
  providers: [Statements, StatementDesk, StatementReview, StatementMoves, Verifications, StatementBoard],
  exports: [Statements, StatementReview, StatementMoves, Verifications, StatementBoard],
})
export class StatementsModule {}
