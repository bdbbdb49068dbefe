import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles } from '../access/roles.js';
import { Lists } from '../events/lists.service.js';
import { Answers, pageOf } from '../platform/http/answers.js';
import { AuditBoard, LATEST_FIRST } from './audit-board.service.js';
import { AuditEntryAnswer } from './audit.answer.js';
import { AuditQueryDto } from './audit.dto.js';
import { viewAuditEntry } from './audit.view.js';

/** Who changed what. */
@Roles('admin')
@Controller('v1/audit')
export class AuditController {
  constructor(
    private readonly board: AuditBoard,
    private readonly lists: Lists,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List who changed what, the latest first' })
  @Answers(pageOf(AuditEntryAnswer))
  listAuditEntries(@Query() query: AuditQueryDto, @Res({ passthrough: true }) reply: FastifyReply) {
    const read = (window: Parameters<AuditBoard['page']>[1]) => this.board.page(query, window);
    return this.lists.answer({ name: 'audit', sort: LATEST_FIRST, read, view: viewAuditEntry }, query, reply);
  }
}
