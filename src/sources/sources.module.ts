import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { Sources } from './sources.service.js';

/** Who publishes, and how far each was vouched for. */
@Module({ imports: [EventsModule], providers: [Sources], exports: [Sources] })
export class SourcesModule {}
