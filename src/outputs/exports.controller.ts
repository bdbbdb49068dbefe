import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../access/roles.js';
import { text } from '../platform/http/answer-shapes.js';
import { Answers } from '../platform/http/answers.js';
import { word } from '../platform/http/reference.pipe.js';
import { sayInstant } from '../platform/instant.js';
import { DATASETS, EXPORT_FORMATS, EXPORT_TYPES, type Dataset, type ExportFormat } from './datasets.js';
import { ExportQueryDto } from './export.dto.js';
import { Exports } from './exports.service.js';

const PRODUCED = ['text/csv', 'application/jsonl', 'application/problem+json'];

const FILE = text('The rows in the order in which they were written: one line each.', 'id,slug,name\r\n', {
  maxLength: 2_000_000_000,
});

/** Whole datasets, to be taken away. */
@Roles('reader')
@Controller('v1/exports')
export class ExportsController {
  constructor(private readonly exports: Exports) {}

  /** Sent as it is read, so that no dataset is too large. */
  @Get(':dataset.:format')
  @RouteConfig({ produces: PRODUCED, isUnkept: true })
  @ApiOperation({ summary: 'Take a whole dataset away, as CSV or JSON lines' })
  @Answers(FILE)
  async exportDataset(
    @Param('dataset', word('dataset', DATASETS)) dataset: Dataset,
    @Param('format', word('format', EXPORT_FORMATS)) format: ExportFormat,
    @Query() query: ExportQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { at, parts } = await this.exports.begin({ dataset, format, query });
    const stamp = sayInstant(at).replaceAll(/[-:]|\.\d+/g, '');
    void reply.headers({
      'Content-Type': EXPORT_TYPES[format],
      'Content-Disposition': `attachment; filename="hearsay-${dataset}-${stamp}.${format}"`,
      'Cache-Control': 'no-store',
    });
    return request.method === 'HEAD' ? reply.send() : reply.send(Readable.from(parts, { objectMode: false }));
  }
}
