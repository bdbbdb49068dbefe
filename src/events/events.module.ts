import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { Bell } from './bell.service.js';
import { EventLog } from './event-log.service.js';
import { EventsController } from './events.controller.js';
import { FormerSlugs } from './former-slugs.service.js';
import { Journal } from './journal.service.js';
import { Lists } from './lists.service.js';
import { LogKeeping } from './log-keeping.service.js';
import { Moments } from './moments.service.js';
import { Seats } from './seats.service.js';
import { StreamController } from './stream.controller.js';
import { EventStream } from './stream.service.js';
import { Trail } from './trail.service.js';

/** The event log, written in the act's own transaction and told on, and the past that is read from what was written down. */
@Module({
  imports: [AccessModule],
  controllers: [EventsController, StreamController],
  providers: [Journal, Moments, Trail, Lists, FormerSlugs, Bell, EventLog, EventStream, LogKeeping, Seats],
  exports: [Journal, Moments, Trail, Lists, FormerSlugs, Bell, EventLog, LogKeeping],
})
export class EventsModule {}
