import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { CompaniesController } from './companies.controller.js';
import { Companies } from './companies.service.js';
import { CompanyBoard } from './company-board.service.js';
import { CompanyReview } from './company-review.service.js';

/** Makers and partners. */
@Module({
  imports: [EventsModule],
  controllers: [CompaniesController],
  providers: [CompanyBoard, Companies, CompanyReview],
  exports: [CompanyBoard, Companies],
})
export class CompaniesModule {}
