import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Lists } from '../events/lists.service.js';
import { Answers } from '../platform/http/answers.js';
import { IfMatch, showVersion } from '../platform/http/conditions.js';
import { NoQueryDto } from '../platform/http/parameters.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { type SeenVersions } from '../platform/version.js';
import { IdentityActAnswer, IdentityActPage } from './identity.answer.js';
import { IDENTITY_SORTS, IdentityBoard } from './identity-board.service.js';
import { IdentityActsQueryDto, UndoActDto } from './identity.dto.js';
import { viewIdentityAct } from './identity.view.js';
import { Undoing } from './undoing.service.js';

/** The acts about who is who, as editors look at them and undo them. */
@Roles('editor')
@Controller('v1/identity-acts')
export class IdentityActsController {
  constructor(
    private readonly lists: Lists,
    private readonly board: IdentityBoard,
    private readonly undoing: Undoing,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the acts about which device a device is' })
  @Answers(IdentityActPage)
  listIdentityActs(@Query() query: IdentityActsQueryDto, @Res({ passthrough: true }) reply: FastifyReply) {
    const { device, kind, sort = '-at' } = query;
    const list = { name: 'identity-acts', sort: IDENTITY_SORTS[sort], view: viewIdentityAct };
    return this.lists.answer(
      { ...list, read: (window, moment) => this.board.page({ device, kind }, window, moment) },
      query,
      reply,
    );
  }

  @Get(':act')
  @ApiOperation({ summary: 'Show an act about which device a device is' })
  @Answers(IdentityActAnswer)
  async getIdentityAct(
    @Param('act', identifier('act')) id: string,
    @Query() _query: NoQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const row = await this.board.get(id);
    showVersion(reply, row.version);
    return viewIdentityAct(row);
  }

  @Post(':act/undo')
  @HttpCode(200)
  @ApiOperation({ summary: 'Undo an act about which device a device is' })
  @Answers(IdentityActAnswer)
  async undoIdentityAct(
    @Param('act', identifier('act')) id: string,
    @Body() act: UndoActDto,
    @IfMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
  ) {
    await this.undoing.undo(id, act, seen, actor);
    return viewIdentityAct(await this.board.get(id));
  }
}
