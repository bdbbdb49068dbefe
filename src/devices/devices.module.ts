import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { EventsModule } from '../events/events.module.js';
import { DeviceBoard } from './device-board.service.js';
import { Devices } from './devices.service.js';

/** Products that nobody has announced yet. */
@Module({
  imports: [CompaniesModule, EventsModule],
  providers: [Devices, DeviceBoard],
  exports: [Devices, DeviceBoard],
})
export class DevicesModule {}
