import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { EventsModule } from '../events/events.module.js';
import { IngestionModule } from '../ingestion/ingestion.module.js';
import { GivenNames } from './given-names.service.js';
import { GivenReadings } from './given-readings.service.js';
import { ImportActs } from './import-acts.service.js';
import { ImportAhead } from './import-ahead.service.js';
import { ImportDesk } from './import-desk.service.js';
import { ImportReplays } from './import-replays.service.js';
import { ImportRuns } from './import-runs.service.js';
import { Imports } from './imports.service.js';

/** Files of articles in, line by line: each exactly once, and no line lost. */
@Module({
  imports: [EventsModule, AssessmentsModule, IngestionModule],
  providers: [GivenNames, GivenReadings, ImportActs, ImportAhead, ImportDesk, ImportRuns, ImportReplays, Imports],
  exports: [ImportRuns, ImportReplays, Imports],
})
export class ImportingModule {}
