import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { EventsModule } from '../events/events.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { RumorsModule } from '../rumors/rumors.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { CalibrationController } from './calibration.controller.js';
import { CopyingConcerns } from './copying-concerns.service.js';
import { CopyingLessons } from './copying-lessons.service.js';
import { HeardQuestions } from './heard-questions.service.js';
import { Calls } from './calls.service.js';
import { Forecasts } from './forecasts.service.js';
import { Leaderboards } from './leaderboards.service.js';
import { OwnCalibrations } from './own-calibration.service.js';
import { NewVerdicts } from './new-verdicts.service.js';
import { Replays } from './replays.service.js';
import { Scores } from './scores.service.js';
import { ScoringInterceptor } from './scoring.interceptor.js';
import { Recounting } from './recounting.service.js';
import { SubjectLessons } from './subject-lessons.service.js';
import { SourceWeights } from './source-weights.service.js';
import { SourceRecordsController } from './source-records.controller.js';
import { SourceRecords } from './source-records.service.js';

/** How right Hearsay has been, and how right each source. */
@Module({
  imports: [AssessmentsModule, EventsModule, SourcesModule, RumorsModule, EvidenceModule],
  controllers: [CalibrationController, SourceRecordsController],
  providers: [
    Calls,
    Forecasts,
    Scores,
    SourceWeights,
    SubjectLessons,
    HeardQuestions,
    CopyingConcerns,
    CopyingLessons,
    Recounting,
    NewVerdicts,
    Replays,
    OwnCalibrations,
    SourceRecords,
    Leaderboards,
    { provide: APP_INTERCEPTOR, useClass: ScoringInterceptor },
  ],
  exports: [Replays, Recounting, Scores, OwnCalibrations, SourceRecords, Leaderboards],
})
export class CalibrationModule {}
