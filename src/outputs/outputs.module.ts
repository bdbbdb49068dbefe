import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { EventsModule } from '../events/events.module.js';
import { ResolutionsModule } from '../resolutions/resolutions.module.js';
import { StatementsModule } from '../statements/statements.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { RumorsModule } from '../rumors/rumors.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { DatasetReader } from './dataset-reader.service.js';
import { Dossiers } from './dossier.service.js';
import { DossiersController } from './dossiers.controller.js';
import { ExportsController } from './exports.controller.js';
import { Exports } from './exports.service.js';
import { Headlines } from './headlines.service.js';
import { OnRecord } from './on-record.service.js';
import { RecordRows } from './record-rows.service.js';
import { ThingRows } from './thing-rows.service.js';

/** What is known, in the forms that others read. */
@Module({
  imports: [
    EventsModule,
    DevicesModule,
    SourcesModule,
    RumorsModule,
    EvidenceModule,
    AssessmentsModule,
    StatementsModule,
    ResolutionsModule,
  ],
  controllers: [DossiersController, ExportsController],
  providers: [Dossiers, Headlines, OnRecord, Exports, DatasetReader, ThingRows, RecordRows],
  exports: [Exports],
})
export class OutputsModule {}
