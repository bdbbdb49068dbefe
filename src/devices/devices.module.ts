import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { EventsModule } from '../events/events.module.js';
import { CompaniesReadingController } from './companies-reading.controller.js';
import { DeviceBoard } from './device-board.service.js';
import { DeviceIdentity } from './device-identity.service.js';
import { DeviceReview } from './device-review.service.js';
import { DevicesController } from './devices.controller.js';
import { Devices } from './devices.service.js';

/** Products that nobody has announced yet. */
@Module({
  imports: [AccessModule, CompaniesModule, EventsModule],
  controllers: [CompaniesReadingController, DevicesController],
  providers: [Devices, DeviceIdentity, DeviceReview, DeviceBoard],
  exports: [Devices, DeviceIdentity, DeviceBoard],
})
export class DevicesModule {}
