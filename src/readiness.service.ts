import { Injectable } from '@nestjs/common';
import { Database } from './platform/database/database.js';
import { Fault } from './platform/fault.js';
import { Log } from './platform/log.js';
import { RefreshSchedule } from './refresh/refresh-schedule.service.js';

/** Whether the program can do its work now. */
@Injectable()
export class Readiness {
  constructor(
    private readonly database: Database,
    private readonly schedule: RefreshSchedule,
    private readonly log: Log,
  ) {}

  /**
   * Looks at the database, its migrations and the schedule; what is wrong is written to the log.
   *
   * @throws Fault unavailable `database-replaced`, `migrations-pending`, `schedule-stopped`, or what the database says
   */
  async assert(): Promise<void> {
    try {
      await this.look();
    } catch (error) {
      this.log.pino.warn({ err: error }, 'not ready');
      throw error;
    }
  }

  private async look(): Promise<void> {
    await this.database.assertInPlace();
    const pending = await this.database.pendingMigrations();
    if (pending.length > 0) {
      throw new Fault('unavailable', 'migrations-pending', 'The database is older than the program: migrate it.');
    }
    if (this.schedule.isAlive) return;
    throw new Fault('unavailable', 'schedule-stopped', 'Nothing is refreshed any more: start the program again.');
  }
}
