import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { RumorsModule } from '../rumors/rumors.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { EvidenceBoard } from './evidence-board.service.js';
import { EvidenceLinks } from './evidence.service.js';
import { Origins } from './origins.service.js';
import { Reports } from './reports.service.js';

/** What was published, and what it says for or against a rumor. */
@Module({
  imports: [EventsModule, SourcesModule, RumorsModule],
  providers: [Origins, Reports, EvidenceLinks, EvidenceBoard],
  exports: [Reports, EvidenceLinks, EvidenceBoard],
})
export class EvidenceModule {}
