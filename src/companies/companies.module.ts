import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { Companies } from './companies.service.js';

/** Makers and partners. */
@Module({ imports: [EventsModule], providers: [Companies], exports: [Companies] })
export class CompaniesModule {}
