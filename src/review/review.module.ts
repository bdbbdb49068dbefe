import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { EventsModule } from '../events/events.module.js';
import { RumorsModule } from '../rumors/rumors.module.js';
import { ReviewController } from './review.controller.js';
import { ReviewQueue } from './review-queue.service.js';

/** What waits for a decision, of every room. */
@Module({
  imports: [EventsModule, DevicesModule, RumorsModule, AssessmentsModule],
  controllers: [ReviewController],
  providers: [ReviewQueue],
  exports: [ReviewQueue],
})
export class ReviewModule {}
