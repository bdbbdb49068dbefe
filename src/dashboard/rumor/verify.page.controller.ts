import { Body, Controller, Param, Post, Redirect, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { ActorOf, Roles } from '../../access/roles.js';
import { Assessor } from '../../assessments/assessor.service.js';
import { Database } from '../../platform/database/database.js';
import { AcceptsForm } from '../../platform/http/bodies.js';
import { identifier } from '../../platform/http/reference.pipe.js';
import { OnceByForm } from '../forms/once.interceptor.js';
import { StatementBoard } from '../../statements/statement-board.service.js';
import { Verifications } from '../../statements/verifications.service.js';
import { VerifyFormDto } from './verify-form.dto.js';

/** The button of editors that declares relayed words to be the speaker’s own. */
@ApiExcludeController()
@Roles('editor')
@UseInterceptors(OnceByForm)
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
  @Redirect('/', 303)
  async verifyOnPage(
    @Param('statement', identifier('st')) id: string,
    @Body() { reason, url }: VerifyFormDto,
    @ActorOf() actor: Actor,
  ) {
    await this.database.transaction(async () => {
      const rumorIds = await this.verifications.verify(id, { reason, url }, actor);
      await this.assessor.assessRumors(rumorIds);
    });
    const [rumor] = (await this.statements.get(id)).rumors;
    return { url: rumor === undefined ? '/' : `/rumors/${rumor.id}#${id}` };
  }
}
