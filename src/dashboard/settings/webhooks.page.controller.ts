import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ActorOf, Roles } from '../../access/roles.js';
import type { Fault } from '../../platform/fault.js';
import { AcceptsForm } from '../../platform/http/bodies.js';
import { identifier } from '../../platform/http/reference.pipe.js';
import { Registrations } from '../../webhooks/registrations.service.js';
import { formFaultsOf, type FormState } from '../forms/form-faults.js';
import { Forms } from '../forms/forms.service.js';
import { Frames } from '../frame/frames.service.js';
import { seenIn } from './seen-in.js';
import { SettingsQueryDto } from './settings-query.dto.js';
import { receiverChangeOf, receiverOf, WEBHOOK_WORDS } from './webhook-acts.js';
import { SwitchFormDto, WEBHOOK_FIELDS, WebhookFormDto } from './webhook-forms.dto.js';
import { WebhookPages } from './webhook-pages.service.js';
import { WEBHOOKS_PATH } from './webhooks-page.js';

/** The pages on which admins say who is told of events. */
@ApiExcludeController()
@Roles('admin')
@Controller('settings/webhooks')
export class WebhooksPageController {
  constructor(
    private readonly registrations: Registrations,
    private readonly pages: WebhookPages,
    private readonly forms: Forms,
    private readonly frames: Frames,
  ) {}

  @Get()
  async showWebhooks(
    @Query() query: SettingsQueryDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.frames.send(await this.pages.list(actor, query), request, reply);
  }

  /** The secret stands on the answer and nowhere else, so nobody may keep it. */
  @Post()
  @AcceptsForm()
  async registerByForm(
    @Body() form: WebhookFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.answer({ request, reply }, form.once, {
      act: async () => {
        const { id, secret } = await this.registrations.register(receiverOf(form), actor);
        return { id, secret };
      },
      then: ({ id, secret }) => this.pages.one(id, actor, {}, { secret }),
      again: (fault) => this.pages.list(actor, {}, refused(form, fault)),
    });
  }

  @Get(':webhook')
  async showWebhook(
    @Param('webhook', identifier('wh')) id: string,
    @Query() query: SettingsQueryDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.frames.send(await this.pages.one(id, actor, query), request, reply);
  }

  @Post(':webhook')
  @AcceptsForm()
  async reviseWebhookByForm(
    @Param('webhook', identifier('wh')) id: string,
    @Body() form: WebhookFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.answer({ request, reply }, form.once, {
      act: async () => {
        await this.registrations.revise(id, receiverChangeOf(form), seenIn(form), actor);
      },
      then: () => `${WEBHOOKS_PATH}/${id}?did=changed`,
      again: (fault) => this.pages.one(id, actor, {}, { changing: refused(form, fault) }),
    });
  }

  @Post(':webhook/switch')
  @AcceptsForm()
  async switchByForm(
    @Param('webhook', identifier('wh')) id: string,
    @Body() form: SwitchFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const enabled = form.enabled === 'yes';
    return this.forms.answer({ request, reply }, form.once, {
      act: async () => {
        await this.registrations.revise(id, { enabled }, seenIn(form), actor);
      },
      then: () => `${WEBHOOKS_PATH}/${id}?did=switched-${enabled ? 'on' : 'off'}`,
      again: (fault) => this.pages.refused(id, actor, fault),
    });
  }
}

const refused = (form: WebhookFormDto, fault: Fault): FormState => ({
  values: { ...form },
  faults: formFaultsOf(fault, WEBHOOK_FIELDS, WEBHOOK_WORDS),
});
