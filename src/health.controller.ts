import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from './access/roles.js';
import { Database } from './platform/database/database.js';
import { Fault } from './platform/fault.js';

/** Whether the program lives, and whether it can work. */
@ApiExcludeController()
@Public()
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('healthz')
  getHealth() {
    return { status: 'alive' };
  }

  @Get('readyz')
  async getReadiness() {
    const pending = await this.database.pendingMigrations();
    if (pending.length === 0) return { status: 'ready', database: this.database.dialect };
    throw new Fault('unavailable', 'migrations-pending', 'The database is older than the program: migrate it.');
  }
}
