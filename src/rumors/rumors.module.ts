import { Module } from '@nestjs/common';
import { DevicesModule } from '../devices/devices.module.js';
import { EventsModule } from '../events/events.module.js';
import { RumorBoard } from './rumor-board.service.js';
import { Rumors } from './rumors.service.js';

/** Checkable claims about devices. */
@Module({ imports: [DevicesModule, EventsModule], providers: [Rumors, RumorBoard], exports: [Rumors, RumorBoard] })
export class RumorsModule {}
