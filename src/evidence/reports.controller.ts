import { Body, Controller, Param, Patch, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Moments } from '../events/moments.service.js';
import { Answers } from '../platform/http/answers.js';
import { IfMatch, showVersion } from '../platform/http/conditions.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { type SeenVersions } from '../platform/version.js';
import { ToldReportAnswer } from './evidence.answer.js';
import { viewToldReport } from './evidence.view.js';
import { ReportBoard } from './report-board.service.js';
import { ReviseReportDto } from './report-review.dto.js';
import { ReportReview } from './report-review.service.js';

/** What editors correct about reports. */
@Roles('editor')
@Controller('v1/reports')
export class ReportsController {
  constructor(
    private readonly review: ReportReview,
    private readonly board: ReportBoard,
    private readonly moments: Moments,
  ) {}

  @Patch(':report')
  @Answers(ToldReportAnswer)
  @ApiOperation({ summary: 'Correct the source, day or origin of a report; confirm or split a suggested origin' })
  async reviseReport(
    @Param('report', identifier('rep')) id: string,
    @Body() act: ReviseReportDto,
    @IfMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.review.revise(id, act, seen, actor);
    const told = await this.board.told(id, await this.moments.now());
    showVersion(reply, told.report.version);
    return viewToldReport(told);
  }
}
