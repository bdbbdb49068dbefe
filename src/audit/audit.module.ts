import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { AuditBoard } from './audit-board.service.js';
import { AuditController } from './audit.controller.js';

/** The trail of who changed what, to be read; it is written by `access`. */
@Module({ imports: [EventsModule], controllers: [AuditController], providers: [AuditBoard] })
export class AuditModule {}
