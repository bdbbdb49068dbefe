import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { RumorsModule } from '../rumors/rumors.module.js';
import { LateRivals } from './late-rivals.service.js';
import { ResolutionBoard } from './resolution-board.service.js';
import { ResolutionBook } from './resolution-book.service.js';
import { Proofs } from './resolution-proofs.service.js';
import { ResolutionsReadingController } from './resolutions-reading.controller.js';
import { ResolutionsController } from './resolutions.controller.js';
import { VerdictMoves } from './verdict-moves.service.js';
import { Resolutions } from './resolutions.service.js';

/** What became of rumors. */
@Module({
  imports: [EventsModule, RumorsModule, EvidenceModule],
  controllers: [ResolutionsReadingController, ResolutionsController],
  providers: [Proofs, ResolutionBook, ResolutionBoard, Resolutions, LateRivals, VerdictMoves],
  exports: [Resolutions, Proofs, LateRivals, ResolutionBoard, VerdictMoves],
})
export class ResolutionsModule {}
