import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { object, list } from '../platform/http/answer-shapes.js';
import { Answers } from '../platform/http/answers.js';
import { Unkept } from '../platform/http/audience.js';
import { created, IfMatch, MustMatch, showVersion } from '../platform/http/conditions.js';
import { NoQueryDto } from '../platform/http/parameters.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { type SeenVersions } from '../platform/version.js';
import { Registrations } from './registrations.service.js';
import { WebhookBoard } from './webhook-board.service.js';
import { SecretWebhookAnswer, WebhookAnswer } from './webhook.answer.js';
import { RegisterWebhookDto, ReviseWebhookDto } from './webhook.dto.js';
import type { Webhook } from './webhook.entity.js';
import { viewWebhook } from './webhook.view.js';
import { Webhooks } from './webhooks.service.js';

/** Who is told of events at an address of their own. */
@Roles('admin')
@Controller('v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly registrations: Registrations,
    private readonly webhooks: Webhooks,
    private readonly board: WebhookBoard,
  ) {}

  @Get()
  @Unkept() // how deliveries fare is noted unseen
  @ApiOperation({ summary: 'List the webhooks, without their secrets' })
  @Answers(object('All webhooks.', { data: list(WebhookAnswer, 'The webhooks, the newest first.') }))
  async listWebhooks(@Query() _query: NoQueryDto) {
    const data = [];
    for (const webhook of await this.board.list()) data.push(await this.view(webhook));
    return { data };
  }

  @Post()
  @ApiOperation({ summary: 'Register a webhook; its secret is shown this once' })
  @Answers(SecretWebhookAnswer)
  async registerWebhook(
    @Body() act: RegisterWebhookDto,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const webhook = await this.registrations.register(act, actor);
    created(reply, `/v1/webhooks/${webhook.id}`, webhook.version);
    return { ...(await this.view(webhook)), secret: webhook.secret };
  }

  @Get(':webhook')
  @Unkept()
  @ApiOperation({ summary: 'Show a webhook and how its deliveries fare' })
  @Answers(WebhookAnswer)
  async getWebhook(
    @Param('webhook', identifier('wh')) id: string,
    @Query() _query: NoQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const webhook = await this.board.get(id);
    showVersion(reply, webhook.version);
    return this.view(webhook);
  }

  @Patch(':webhook')
  @ApiOperation({ summary: 'Change a webhook, or switch it on or off' })
  @Answers(WebhookAnswer)
  async reviseWebhook(
    @Param('webhook', identifier('wh')) id: string,
    @Body() act: ReviseWebhookDto,
    @IfMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const webhook = await this.registrations.revise(id, act, seen, actor);
    showVersion(reply, webhook.version);
    return this.view(webhook);
  }

  @Delete(':webhook')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a webhook, with what still waits for it' })
  @Answers(null)
  removeWebhook(
    @Param('webhook', identifier('wh')) id: string,
    @MustMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
  ) {
    return this.webhooks.remove(id, seen, actor);
  }

  private async view(webhook: Webhook) {
    return viewWebhook(webhook, await this.board.countsOf(webhook.id));
  }
}
