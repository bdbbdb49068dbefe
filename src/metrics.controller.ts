import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles } from './access/roles.js';
import { Metrics } from './platform/metrics.service.js';

/** Figures of the program for Prometheus. */
@ApiExcludeController()
@Roles('admin')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  async getMetrics(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply.type(this.metrics.registry.contentType).header('Cache-Control', 'no-store');
    return this.metrics.tell();
  }
}
