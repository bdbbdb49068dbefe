import { Module } from '@nestjs/common';
import { Fetching } from './fetching.service.js';
import { HostTurns } from './host-turns.service.js';
import { Manners } from './manners.service.js';
import { ReaderThread } from './reader-thread.service.js';
import { Reservations } from './reservations.service.js';
import { Robots } from './robots.service.js';

/** Pages and feeds of others: fetched politely, read safely. */
@Module({
  providers: [HostTurns, ReaderThread, Robots, Reservations, Manners, Fetching],
  exports: [Fetching],
})
export class FetchingModule {}
