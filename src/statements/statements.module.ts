import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { EventsModule } from '../events/events.module.js';
import { RumorsModule } from '../rumors/rumors.module.js';
import { StatementBoard } from './statement-board.service.js';
import { Statements } from './statements.service.js';
import { Verifications } from './verifications.service.js';

/** The words of makers and others. */
@Module({
  imports: [EventsModule, CompaniesModule, RumorsModule],
  providers: [Statements, Verifications, StatementBoard],
  exports: [Statements, Verifications, StatementBoard],
})
export class StatementsModule {}
