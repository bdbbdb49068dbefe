import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { CompaniesModule } from '../companies/companies.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { EventsModule } from '../events/events.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { RumorsModule } from '../rumors/rumors.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { AssessmentBook } from './assessment-book.service.js';
import { Assessor } from './assessor.service.js';
import { Contradictions } from './contradictions.service.js';
import { DeviceFile } from './device-file.service.js';
import { DevicesReadingController } from './devices-reading.controller.js';
import { ExplanationsReadingController } from './explanations-reading.controller.js';
import { Explanations } from './explanations.service.js';
import { LaunchWindows } from './launch-windows.service.js';
import { Past } from './past.service.js';
import { QuestionBoard } from './question-board.service.js';
import { QuestionsReadingController } from './questions-reading.controller.js';
import { Questions } from './questions.service.js';
import { ReconstructionBoard } from './reconstruction-board.service.js';
import { ReconstructionBook } from './reconstruction-book.service.js';
import { Reconstructions } from './reconstructions.service.js';
import { RumorFile } from './rumor-file.service.js';
import { RumorsReadingController } from './rumors-reading.controller.js';
import { Scales } from './scales.service.js';
import { StaleQuestions } from './stale-questions.service.js';
import { WeighingBook } from './weighing-book.service.js';
import { WeighingInterceptor } from './weighing.interceptor.js';

/** The engine's dated opinions, and why it holds them. */
@Module({
  imports: [CompaniesModule, DevicesModule, EventsModule, RumorsModule, EvidenceModule, ProposalsModule, SourcesModule],
  controllers: [
    DevicesReadingController,
    QuestionsReadingController,
    RumorsReadingController,
    ExplanationsReadingController,
  ],
  providers: [
    QuestionBoard,
    LaunchWindows,
    DeviceFile,
    RumorFile,
    Questions,
    StaleQuestions,
    Scales,
    AssessmentBook,
    Contradictions,
    WeighingBook,
    Assessor,
    Explanations,
    ReconstructionBook,
    Reconstructions,
    ReconstructionBoard,
    Past,
    { provide: APP_INTERCEPTOR, useClass: WeighingInterceptor },
  ],
  exports: [
    Contradictions,
    Questions,
    QuestionBoard,
    LaunchWindows,
    Assessor,
    StaleQuestions,
    Explanations,
    Reconstructions,
    Past,
    DeviceFile,
  ],
})
export class AssessmentsModule {}
