import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AskerOf, Roles, type Asker } from '../access/roles.js';
import { Lists } from '../events/lists.service.js';
import { Moments } from '../events/moments.service.js';
import { AsOfQueryDto } from '../events/reading.dto.js';
import { Answers } from '../platform/http/answers.js';
import { showVersion } from '../platform/http/conditions.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { askedBy } from '../platform/named-at.js';
import { ReportsQueryDto } from './evidence-reading.dto.js';
import { ToldReportAnswer } from './evidence.answer.js';
import { viewReportRow, viewToldReport } from './evidence.view.js';
import { Named } from './named.service.js';
import { REPORT_SORTS, ReportBoard } from './report-board.service.js';
import { ReportPage } from './report.answer.js';

/** What sources published, as everybody reads it. */
@Roles('reader')
@Controller('v1/reports')
export class ReportsReadingController {
  constructor(
    private readonly lists: Lists,
    private readonly moments: Moments,
    private readonly board: ReportBoard,
    private readonly named: Named,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the reports' })
  @Answers(ReportPage)
  listReports(@Query() query: ReportsQueryDto, @Res({ passthrough: true }) reply: FastifyReply) {
    const { q: words, origin: originId, since, sort = '-published_at' } = query;
    const list = { name: 'reports', sort: REPORT_SORTS[sort], view: viewReportRow };
    return this.lists.answer(
      {
        ...list,
        read: async (window, moment) => {
          const named = await this.named.in(query, moment);
          if (originId !== undefined) await askedBy('origin', () => this.board.get(originId, moment));
          return this.board.page({ words, originId, since, ...named }, window, moment);
        },
      },
      query,
      reply,
    );
  }

  @Get(':report')
  @ApiOperation({ summary: 'Show a report with its origin, its retellings and what it says' })
  @Answers(ToldReportAnswer)
  getReport(
    @Param('report', identifier('rep')) id: string,
    @Query() query: AsOfQueryDto,
    @AskerOf() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.moments.read(query.as_of, async (moment) => {
      const told = await this.board.toldTo(asker, id, moment);
      showVersion(reply, told.report.version);
      return viewToldReport(told);
    });
  }
}
