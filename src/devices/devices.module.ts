import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { EventsModule } from '../events/events.module.js';
import { CompaniesReadingController } from './companies-reading.controller.js';
import { DeviceBoard } from './device-board.service.js';
import { DeviceReview } from './device-review.service.js';
import { DevicesController } from './devices.controller.js';
import { Devices } from './devices.service.js';

/** Products that nobody has announced yet. */
@Module({
  imports: [CompaniesModule, EventsModule],
  controllers: [CompaniesReadingController, DevicesController],
  providers: [Devices, DeviceReview, DeviceBoard],
  exports: [Devices, DeviceBoard],
})
export class DevicesModule {}
