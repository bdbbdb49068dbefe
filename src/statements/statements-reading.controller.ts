import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles } from '../access/roles.js';
import { Lists } from '../events/lists.service.js';
import { Moments } from '../events/moments.service.js';
import { AsOfQueryDto } from '../events/reading.dto.js';
import { Named } from '../evidence/named.service.js';
import { Answers } from '../platform/http/answers.js';
import { showVersion } from '../platform/http/conditions.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { STATEMENT_SORTS, StatementBoard } from './statement-board.service.js';
import { StatementsQueryDto } from './statement-reading.dto.js';
import { StatementAnswer, StatementPage } from './statement.answer.js';
import { viewStatement } from './statement.view.js';

/** What named speakers said, as everybody reads it. */
@Roles('reader')
@Controller('v1/statements')
export class StatementsReadingController {
  constructor(
    private readonly lists: Lists,
    private readonly moments: Moments,
    private readonly board: StatementBoard,
    private readonly named: Named,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the statements' })
  @Answers(StatementPage)
  listStatements(@Query() query: StatementsQueryDto, @Res({ passthrough: true }) reply: FastifyReply) {
    const { speaker, act, official, verified, since, sort = '-said_at' } = query;
    const list = { name: 'statements', sort: STATEMENT_SORTS[sort], view: viewStatement };
    return this.lists.answer(
      {
        ...list,
        read: async (window, moment) => {
          const named = await this.named.in(query, moment);
          return this.board.page({ speaker, act, official, verified, since, ...named }, window, moment);
        },
      },
      query,
      reply,
    );
  }

  @Get(':statement')
  @ApiOperation({ summary: 'Show a statement' })
  @Answers(StatementAnswer)
  getStatement(
    @Param('statement', identifier('st')) id: string,
    @Query() query: AsOfQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.moments.read(query.as_of, async (moment) => {
      const row = await this.board.get(id, moment);
      showVersion(reply, row.version);
      return viewStatement(row);
    });
  }
}
