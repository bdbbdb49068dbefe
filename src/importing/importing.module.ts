import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { IngestionModule } from '../ingestion/ingestion.module.js';
import { ImportDesk } from './import-desk.service.js';
import { ImportRuns } from './import-runs.service.js';
import { Imports } from './imports.service.js';

/** Files of articles in, line by line: each exactly once, and no line lost. */
@Module({
  imports: [AssessmentsModule, IngestionModule],
  providers: [ImportDesk, ImportRuns, Imports],
  exports: [ImportRuns, Imports],
})
export class ImportingModule {}
