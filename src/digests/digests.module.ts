import { Module } from '@nestjs/common';
import { OutputsModule } from '../outputs/outputs.module.js';
import { DigestBook } from './digest-book.service.js';
import { DigestSchedule } from './digest-schedule.service.js';
import { Digests } from './digests.service.js';

/** The daily letter about what changed. */
@Module({
  imports: [OutputsModule],
  providers: [Digests, DigestBook, DigestSchedule],
  exports: [DigestSchedule],
})
export class DigestsModule {}
