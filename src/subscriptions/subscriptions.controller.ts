import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Lists } from '../events/lists.service.js';
import { Answers } from '../platform/http/answers.js';
import { Unkept } from '../platform/http/audience.js';
import { created, IfMatch, MustMatch, showVersion } from '../platform/http/conditions.js';
import { NoQueryDto } from '../platform/http/parameters.js';
import { identifier } from '../platform/http/reference.pipe.js';

import { type SeenVersions } from '../platform/version.js';
import { NEWEST_FIRST, SubscriptionBoard } from './subscription-board.service.js';
import { SubscriptionAnswer, SubscriptionPage } from './subscription.answer.js';
import { ReviseSubscriptionDto, SubscriptionsQueryDto, WatchDto } from './subscription.dto.js';
import { viewSubscription } from './subscription.view.js';
import { Subscriptions } from './subscriptions.service.js';

/** Feeds and pages that are watched. */
@Roles('editor')
@Controller('v1/subscriptions')
export class SubscriptionsController {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly board: SubscriptionBoard,
    private readonly lists: Lists,
  ) {}

  @Get()
  @Unkept()
  @ApiOperation({ summary: 'List the feeds and pages that are watched' })
  @Answers(SubscriptionPage)
  listSubscriptions(@Query() query: SubscriptionsQueryDto, @Res({ passthrough: true }) reply: FastifyReply) {
    const read = (window: Parameters<SubscriptionBoard['page']>[1]) => this.board.page(query.status, window);
    return this.lists.answer({ name: 'subscriptions', sort: NEWEST_FIRST, read, view: viewSubscription }, query, reply);
  }

  @Post()
  @ApiOperation({ summary: 'Watch a feed or a page' })
  @Answers(SubscriptionAnswer)
  async watch(@Body() act: WatchDto, @ActorOf() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    const { id, version } = await this.subscriptions.watch(act, actor);
    created(reply, `/v1/subscriptions/${id}`, version);
    return viewSubscription(await this.board.get(id));
  }

  @Get(':subscription')
  @Unkept()
  @ApiOperation({ summary: 'Show how far something that is watched has come' })
  @Answers(SubscriptionAnswer)
  async getSubscription(
    @Param('subscription', identifier('sub')) id: string,
    @Query() _query: NoQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.shown(id, reply);
  }

  @Patch(':subscription')
  @ApiOperation({ summary: 'Pause something that is watched, or ask it more or less often' })
  @Answers(SubscriptionAnswer)
  async reviseSubscription(
    @Param('subscription', identifier('sub')) id: string,
    @Body() act: ReviseSubscriptionDto,
    @IfMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.subscriptions.revise(id, act, seen, actor);
    return this.shown(id, reply);
  }

  @Delete(':subscription')
  @HttpCode(204)
  @ApiOperation({ summary: 'Watch something no more' })
  @Answers(null)
  async stopSubscription(
    @Param('subscription', identifier('sub')) id: string,
    @Query() _query: NoQueryDto,
    @MustMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
  ): Promise<void> {
    await this.subscriptions.stop(id, seen, actor);
  }

  private async shown(id: string, reply: FastifyReply): Promise<SubscriptionAnswer> {
    const row = await this.board.get(id);
    showVersion(reply, row.version);
    return viewSubscription(row);
  }
}
