import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { FormerSlugs } from './former-slugs.service.js';
import { Journal } from './journal.service.js';
import { Lists } from './lists.service.js';
import { Moments } from './moments.service.js';
import { Trail } from './trail.service.js';

/** The event log, written in the act's own transaction, and the past that is read from what was written down. */
@Module({
  imports: [AccessModule],
  providers: [Journal, Moments, Trail, Lists, FormerSlugs],
  exports: [Journal, Moments, Trail, Lists, FormerSlugs],
})
export class EventsModule {}
