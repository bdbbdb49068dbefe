import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { EventsModule } from '../events/events.module.js';
import { ResolutionsModule } from '../resolutions/resolutions.module.js';
import { StatementsModule } from '../statements/statements.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { RumorsModule } from '../rumors/rumors.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { Badges } from './badges.service.js';
import { CalendarController } from './calendar.controller.js';
import { DatasetReader } from './dataset-reader.service.js';
import { Dossiers } from './dossier.service.js';
import { DossiersController } from './dossiers.controller.js';
import { ExportsController } from './exports.controller.js';
import { Exports } from './exports.service.js';
import { FeedsController } from './feeds.controller.js';
import { Feeds } from './feeds.service.js';
import { Headlines } from './headlines.service.js';
import { LaunchCalendar } from './launch-calendar.service.js';
import { Notables } from './notables.service.js';
import { OnRecord } from './on-record.service.js';
import { RecordRows } from './record-rows.service.js';
import { ThingRows } from './thing-rows.service.js';

/** What is known, in the forms that others read. */
@Module({
  imports: [
    EventsModule,
    CompaniesModule,
    DevicesModule,
    SourcesModule,
    RumorsModule,
    EvidenceModule,
    AssessmentsModule,
    StatementsModule,
    ResolutionsModule,
  ],
  controllers: [DossiersController, ExportsController, FeedsController, CalendarController],
  providers: [
    ...[Dossiers, Headlines, OnRecord],
    ...[Exports, DatasetReader, ThingRows, RecordRows],
    ...[Feeds, Notables, LaunchCalendar, Badges],
  ],
  exports: [Exports, Notables],
})
export class OutputsModule {}
