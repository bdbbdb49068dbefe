import { Body, Controller, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Answers } from '../platform/http/answers.js';
import { created, IfMatch, showVersion } from '../platform/http/conditions.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { type SeenVersions } from '../platform/version.js';
import { StatementBoard } from './statement-board.service.js';
import { StatementDesk } from './statement-desk.service.js';
import { StatementReview } from './statement-review.service.js';
import { StatementAnswer } from './statement.answer.js';
import { RecordStatementDto, ReviseStatementDto } from './statement.dto.js';
import { viewStatement } from './statement.view.js';

/** Statements, as editors record, correct and verify them. */
@Roles('editor')
@Controller('v1/statements')
export class StatementsController {
  constructor(
    private readonly desk: StatementDesk,
    private readonly review: StatementReview,
    private readonly board: StatementBoard,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Record what somebody said' })
  @Answers(StatementAnswer)
  async recordStatement(
    @Body() act: RecordStatementDto,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { id, version } = await this.desk.record(act, actor);
    created(reply, `/v1/statements/${id}`, version);
    return viewStatement(await this.board.get(id));
  }

  @Patch(':statement')
  @ApiOperation({ summary: "Correct a statement, or verify that it is the speaker's own" })
  @Answers(StatementAnswer)
  async reviseStatement(
    @Param('statement', identifier('st')) id: string,
    @Body() act: ReviseStatementDto,
    @IfMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.review.revise(id, act, seen, actor);
    const row = await this.board.get(id);
    showVersion(reply, row.version);
    return viewStatement(row);
  }
}
