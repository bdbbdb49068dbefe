import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ActorOf, Roles } from '../../access/roles.js';
import { AcceptsForm } from '../../platform/http/bodies.js';
import { identifier } from '../../platform/http/reference.pipe.js';
import { WebhookDesk } from '../../webhooks/webhook-desk.service.js';
import { Webhooks } from '../../webhooks/webhooks.service.js';
import { Forms } from '../forms/forms.service.js';
import { seenIn } from './seen-in.js';
import { ActFormDto } from './subscription-forms.dto.js';
import { RotateFormDto } from './webhook-forms.dto.js';
import { WebhookPages } from './webhook-pages.service.js';
import { WEBHOOKS_PATH } from './webhooks-page.js';

/** What admins do with a receiver: try it out, give it another secret, send something again, remove it. */
@ApiExcludeController()
@Roles('admin')
@Controller('settings/webhooks/:webhook')
export class WebhookActsPageController {
  constructor(
    private readonly desk: WebhookDesk,
    private readonly webhooks: Webhooks,
    private readonly pages: WebhookPages,
    private readonly forms: Forms,
  ) {}

  /** The receiver is asked before anything is written: within an act nobody may wait for the network. */
  @Post('test')
  @HttpCode(200)
  @AcceptsForm()
  async testByForm(
    @Param('webhook', identifier('wh')) id: string,
    @Body() form: ActFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const trial = await this.desk.test(id);
    return this.forms.answer({ request, reply }, form.once, {
      act: async () => {
        await this.desk.noteTrial(id, trial, actor);
        return trial;
      },
      then: (told) => this.pages.one(id, actor, {}, { trial: told }),
      again: (fault) => this.pages.refused(id, actor, fault),
    });
  }

  @Post('rotate')
  @HttpCode(200)
  @AcceptsForm()
  async rotateByForm(
    @Param('webhook', identifier('wh')) id: string,
    @Body() form: RotateFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.answer({ request, reply }, form.once, {
      act: async () => (await this.desk.rotate(id, { overlap: form.overlap }, seenIn(form), actor)).secret,
      then: (secret) => this.pages.one(id, actor, {}, { secret }),
      again: (fault) => this.pages.refused(id, actor, fault),
    });
  }

  @Post('remove')
  @AcceptsForm()
  async removeWebhookByForm(
    @Param('webhook', identifier('wh')) id: string,
    @Body() form: ActFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.answer({ request, reply }, form.once, {
      act: () => this.webhooks.remove(id, seenIn(form), actor),
      then: () => `${WEBHOOKS_PATH}?did=removed`,
      again: (fault) => this.pages.refused(id, actor, fault),
    });
  }

  @Post('deliveries/:delivery/redeliver')
  @AcceptsForm()
  async redeliverByForm(
    @Param('webhook', identifier('wh')) id: string,
    @Param('delivery', identifier('dlv')) delivery: string,
    @Body() form: ActFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.answer({ request, reply }, form.once, {
      act: async () => {
        await this.desk.redeliver(id, delivery, actor);
      },
      then: () => `${WEBHOOKS_PATH}/${id}?did=redelivered#deliveries`,
      again: (fault) => this.pages.refused(id, actor, fault),
    });
  }
}
