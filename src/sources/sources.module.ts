import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { SourceBoard } from './source-board.service.js';
import { SourceReview } from './source-review.service.js';
import { SourceStatistics } from './source-statistics.service.js';
import { SourceCopyings } from './source-copyings.service.js';
import { SourceTallies } from './source-tallies.service.js';
import { SourcesReadingController } from './sources-reading.controller.js';
import { SourcesController } from './sources.controller.js';
import { Sources } from './sources.service.js';

/** Who publishes, and how far each was vouched for. */
@Module({
  imports: [EventsModule],
  controllers: [SourcesReadingController, SourcesController],
  providers: [SourceBoard, Sources, SourceReview, SourceStatistics, SourceTallies, SourceCopyings],
  exports: [SourceBoard, Sources, SourceReview, SourceStatistics, SourceTallies, SourceCopyings],
})
export class SourcesModule {}
