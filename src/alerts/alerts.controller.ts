import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Lists } from '../events/lists.service.js';
import { Answers } from '../platform/http/answers.js';
import { created, IfMatch, MustMatch, showVersion } from '../platform/http/conditions.js';
import { NoQueryDto } from '../platform/http/parameters.js';
import { PageQueryDto } from '../platform/http/pages.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { type SeenVersions } from '../platform/version.js';
import { AlertBoard, NEWEST_FIRST } from './alert-board.service.js';
import { AlertDesk } from './alert-desk.service.js';
import { AlertAnswer, AlertPage, FiringPage } from './alert.answer.js';
import { AlertsQueryDto, MakeAlertDto, ReviseAlertDto } from './alert.dto.js';
import type { Alert } from './alert.entity.js';
import { viewFiring } from './alert.view.js';
import { Alerts } from './alerts.service.js';

/** The rules by which people are alerted: everybody's own, and for editors all of them. */
@Roles('contributor')
@Controller('v1/alerts')
export class AlertsController {
  constructor(
    private readonly alerts: Alerts,
    private readonly desk: AlertDesk,
    private readonly board: AlertBoard,
    private readonly lists: Lists,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the rules by which one is alerted' })
  @Answers(AlertPage)
  listAlerts(@Query() query: AlertsQueryDto, @ActorOf() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    const read = (window: Parameters<AlertBoard['firings']>[1]) => this.desk.page(query.when, actor, window);
    return this.lists.answer({ name: 'alerts', sort: NEWEST_FIRST, read, view: (row) => row }, query, reply);
  }

  @Post()
  @ApiOperation({ summary: 'Make a rule by which one is alerted' })
  @Answers(AlertAnswer)
  async makeAlert(@Body() act: MakeAlertDto, @ActorOf() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    const alert = await this.desk.make(act, actor);
    created(reply, `/v1/alerts/${alert.id}`, alert.version);
    return this.desk.view(alert);
  }

  @Get(':alert')
  @ApiOperation({ summary: 'Show a rule by which one is alerted' })
  @Answers(AlertAnswer)
  async getAlert(
    @Param('alert', identifier('alr')) id: string,
    @Query() _query: NoQueryDto,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.shown(await this.board.get(id, actor), reply);
  }

  @Patch(':alert')
  @ApiOperation({ summary: 'Change a rule by which one is alerted, or switch it on or off' })
  @Answers(AlertAnswer)
  async reviseAlert(
    @Param('alert', identifier('alr')) id: string,
    @Body() act: ReviseAlertDto,
    @IfMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.shown(await this.desk.revise(id, act, seen, actor), reply);
  }

  @Delete(':alert')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a rule by which one is alerted, with its feed' })
  @Answers(null)
  removeAlert(
    @Param('alert', identifier('alr')) id: string,
    @Query() _query: NoQueryDto,
    @MustMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
  ): Promise<void> {
    return this.alerts.remove(id, seen, actor);
  }

  @Get(':alert/firings')
  @ApiOperation({ summary: 'List what a rule told of in the last 90 days, the newest first' })
  @Answers(FiringPage)
  async listAlertFirings(
    @Param('alert', identifier('alr')) id: string,
    @Query() query: PageQueryDto,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.board.get(id, actor);
    const read = (window: Parameters<AlertBoard['firings']>[1]) => this.board.firings(id, window);
    return this.lists.answer({ name: `firings of ${id}`, sort: NEWEST_FIRST, read, view: viewFiring }, query, reply);
  }

  private shown(alert: Alert, reply: FastifyReply): Promise<AlertAnswer> {
    showVersion(reply, alert.version);
    return this.desk.view(alert);
  }
}
