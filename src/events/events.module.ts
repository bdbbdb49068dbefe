import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { Journal } from './journal.service.js';

/** The event log, written in the act's own transaction. */
@Module({ imports: [AccessModule], providers: [Journal], exports: [Journal] })
export class EventsModule {}
