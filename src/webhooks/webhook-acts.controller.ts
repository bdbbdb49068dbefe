import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Lists } from '../events/lists.service.js';
import { Answers, pageOf } from '../platform/http/answers.js';
import { Unkept } from '../platform/http/audience.js';
import { IfMatch, showVersion } from '../platform/http/conditions.js';
import { Prepared, Prepares } from '../platform/http/preparing.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { type SeenVersions } from '../platform/version.js';
import { WebhookBoard } from './webhook-board.service.js';
import { WebhookDesk } from './webhook-desk.service.js';
import { WebhookTrial } from './webhook-trial.service.js';
import { DeliveryAnswer, SecretWebhookAnswer, WebhookTestAnswer } from './webhook.answer.js';
import { DeliveriesQueryDto, RotateSecretDto } from './webhook.dto.js';
import { viewDelivery, viewWebhook } from './webhook.view.js';

const NEWEST_FIRST = { column: 'id', descending: true };

/** What is done with a webhook: tried out, given another secret, and what came of its deliveries. */
@Roles('admin')
@Controller('v1/webhooks/:webhook')
export class WebhookActsController {
  constructor(
    private readonly desk: WebhookDesk,
    private readonly board: WebhookBoard,
    private readonly lists: Lists,
  ) {}

  @Post('test')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send an event of the type webhook.test now, and tell what the receiver made of it' })
  @Answers(WebhookTestAnswer)
  @Prepares(WebhookTrial)
  async testWebhook(
    @Param('webhook', identifier('wh')) id: string,
    @Prepared() answer: WebhookTestAnswer,
    @ActorOf() actor: Actor,
  ) {
    await this.desk.noteTrial(id, answer, actor);
    return answer;
  }

  @Post('rotate-secret')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a webhook a new secret, which is shown this once' })
  @Answers(SecretWebhookAnswer)
  async rotateWebhookSecret(
    @Param('webhook', identifier('wh')) id: string,
    @Body() act: RotateSecretDto,
    @IfMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const webhook = await this.desk.rotate(id, act, seen, actor);
    showVersion(reply, webhook.version);
    return { ...viewWebhook(webhook, await this.board.countsOf(id)), secret: webhook.secret };
  }

  @Get('deliveries')
  @Unkept()
  @ApiOperation({ summary: 'List what was sent to a webhook in the last 30 days, the newest first' })
  @Answers(pageOf(DeliveryAnswer))
  async listDeliveries(
    @Param('webhook', identifier('wh')) id: string,
    @Query() query: DeliveriesQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.board.get(id);
    const read = (window: Parameters<WebhookBoard['deliveries']>[2]) => this.board.deliveries(id, query, window);
    return this.lists.answer(
      { name: `deliveries of ${id}`, sort: NEWEST_FIRST, read, view: viewDelivery },
      query,
      reply,
    );
  }

  @Post('deliveries/:delivery/redeliver')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send an event once more' })
  @Answers(DeliveryAnswer)
  async redeliver(
    @Param('webhook', identifier('wh')) webhook: string,
    @Param('delivery', identifier('dlv')) delivery: string,
    @ActorOf() actor: Actor,
  ) {
    return viewDelivery(await this.desk.redeliver(webhook, delivery, actor));
  }
}
