import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ActorOf, Roles } from '../../access/roles.js';
import { Assessor } from '../../assessments/assessor.service.js';
import { Database } from '../../platform/database/database.js';
import { AcceptsForm } from '../../platform/http/bodies.js';
import { identifier } from '../../platform/http/reference.pipe.js';
import { StatementBoard } from '../../statements/statement-board.service.js';
import { VerifyStatementDto } from '../../statements/statement.dto.js';
import { Verifications } from '../../statements/verifications.service.js';

/** The button of editors that declares relayed words to be the speaker’s own. */
@ApiExcludeController()
@Roles('editor')
@Controller('statements')
export class VerifyPageController {
  constructor(
    private readonly database: Database,
    private readonly verifications: Verifications,
    private readonly assessor: Assessor,
    private readonly statements: StatementBoard,
  ) {}

  /** Verifies, weighs again what the statement speaks of, and goes back to the first of these rumors. */
  @Post(':statement/verify')
  @AcceptsForm()
  async verifyOnPage(
    @Param('statement', identifier('st')) id: string,
    @Body() act: VerifyStatementDto,
    @ActorOf() actor: Actor,
    @Res() reply: FastifyReply,
  ) {
    await this.database.transaction(async () => {
      const rumorIds = await this.verifications.verify(id, act, actor);
      await this.assessor.assessRumors(rumorIds);
    });
    const [rumor] = (await this.statements.get(id)).rumors;
    return reply.redirect(rumor === undefined ? '/' : `/rumors/${rumor.id}#${id}`, 303);
  }
}
