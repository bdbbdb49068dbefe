import { Body, Controller, Delete, HttpCode, Param, Put, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Answers } from '../platform/http/answers.js';
import { created, MustMatch, MustMatchOrCreate, showVersion } from '../platform/http/conditions.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { type SeenVersions } from '../platform/version.js';
import { ResolutionBoard } from './resolution-board.service.js';
import { ResolutionAnswer } from './resolution.answer.js';
import { ReopenRumorDto, ResolveRumorDto } from './resolution.dto.js';
import { viewResolution } from './resolution.view.js';
import { Resolutions } from './resolutions.service.js';

/** What became of rumors, as editors record it. */
@Controller('v1/rumors/:rumor/resolution')
export class ResolutionsController {
  constructor(
    private readonly resolutions: Resolutions,
    private readonly board: ResolutionBoard,
  ) {}

  @Put()
  @Roles('editor')
  @ApiOperation({ summary: 'Record what became of a rumor' })
  @Answers(ResolutionAnswer, { status: [200, 201] })
  async resolveRumor(
    @Param('rumor', identifier('rum')) rumorId: string,
    @Body() act: ResolveRumorDto,
    @MustMatchOrCreate() seen: SeenVersions,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { resolution, created: isNew } = await this.resolutions.resolve(rumorId, act, seen, actor);
    if (isNew) created(reply, `/v1/rumors/${rumorId}/resolution`, resolution.version);
    else showVersion(reply, resolution.version);
    return viewResolution(await this.board.ofRumor(rumorId));
  }

  @Delete()
  @HttpCode(204)
  @Roles('admin')
  @ApiOperation({ summary: 'Reopen a rumor' })
  @Answers(null)
  async reopenRumor(
    @Param('rumor', identifier('rum')) rumorId: string,
    @Query() act: ReopenRumorDto,
    @MustMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
  ): Promise<void> {
    await this.resolutions.reopen(rumorId, act, seen, actor);
  }
}
