import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { RumorsModule } from '../rumors/rumors.module.js';
import { StatementsModule } from '../statements/statements.module.js';
import { AssessmentBook } from './assessment-book.service.js';
import { Assessor } from './assessor.service.js';
import { Explanations } from './explanations.service.js';
import { Questions } from './questions.service.js';

/** The engine's dated opinions, and why it holds them. */
@Module({
  imports: [EventsModule, RumorsModule, EvidenceModule, StatementsModule],
  providers: [Questions, AssessmentBook, Assessor, Explanations],
  exports: [Assessor, Explanations],
})
export class AssessmentsModule {}
