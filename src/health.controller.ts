import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from './access/roles.js';
import { Readiness } from './readiness.service.js';

/** Whether the program lives, and whether it can work. */
@ApiExcludeController()
@Public()
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('healthz')
  getHealth() {
    return { status: 'alive' };
  }

  @Get('readyz')
  async getReadiness() {
    await this.readiness.assert();
    return { status: 'ready' };
  }
}
