import { Module } from '@nestjs/common';
import { DevicesModule } from '../devices/devices.module.js';
import { EventsModule } from '../events/events.module.js';
import { DueMarks } from './due-marks.service.js';
import { LatestNumbers } from './latest-numbers.service.js';
import { LearnedParameters } from './learned-parameters.service.js';
import { RumorBoard } from './rumor-board.service.js';
import { RumorFates } from './rumor-fates.service.js';
import { RumorMoves } from './rumor-moves.service.js';
import { RumorReview } from './rumor-review.service.js';
import { RumorsController } from './rumors.controller.js';
import { Rumors } from './rumors.service.js';

/** Checkable claims about devices. */
@Module({
  imports: [DevicesModule, EventsModule],
  controllers: [RumorsController],
  providers: [Rumors, DueMarks, LatestNumbers, LearnedParameters, RumorFates, RumorMoves, RumorReview, RumorBoard],
  exports: [Rumors, DueMarks, LatestNumbers, LearnedParameters, RumorFates, RumorMoves, RumorBoard],
})
export class RumorsModule {}
