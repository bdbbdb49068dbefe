import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { EventsModule } from '../events/events.module.js';
import { ResolutionsModule } from '../resolutions/resolutions.module.js';
import { StatementsModule } from '../statements/statements.module.js';
import { Dossiers } from './dossier.service.js';
import { DossiersController } from './dossiers.controller.js';
import { Headlines } from './headlines.service.js';
import { OnRecord } from './on-record.service.js';

/** What is known, in the forms that others read. */
@Module({
  imports: [EventsModule, AssessmentsModule, StatementsModule, ResolutionsModule],
  controllers: [DossiersController],
  providers: [Dossiers, Headlines, OnRecord],
})
export class OutputsModule {}
