import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Log } from '../platform/log.js';

/** What the poller writes with, by which time, and where it tells what is nobody's fault but ours. */
@Injectable()
export class PollDesk {
  constructor(
    readonly database: Database,
    readonly clock: Clock,
    readonly log: Log,
  ) {}
}
