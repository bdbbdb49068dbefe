import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';

/** What the poller writes with, and by which time. */
@Injectable()
export class PollDesk {
  constructor(
    readonly database: Database,
    readonly clock: Clock,
  ) {}
}
