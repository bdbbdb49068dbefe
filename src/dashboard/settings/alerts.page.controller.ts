import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ActorOf, Roles } from '../../access/roles.js';
import { AcceptsForm } from '../../platform/http/bodies.js';
import { identifier } from '../../platform/http/reference.pipe.js';
import { formFaultsOf } from '../forms/form-faults.js';
import { Forms } from '../forms/forms.service.js';
import { Frames } from '../frame/frames.service.js';
import { ALERT_WORDS } from './alert-acts.js';
import { ALERT_FIELDS, AlertFormDto, ReviseAlertFormDto } from './alert-forms.dto.js';
import { AlertPages } from './alert-pages.service.js';
import { AlertRules } from './alert-rules.service.js';
import { ALERTS_PATH } from './alerts-page.js';
import { seenIn } from './seen-in.js';
import { SettingsQueryDto } from './settings-query.dto.js';
import { ActFormDto } from './subscription-forms.dto.js';

/** The page on which people say what they want to be alerted of. */
@ApiExcludeController()
@Roles('contributor')
@Controller('settings/alerts')
export class AlertsPageController {
  constructor(
    private readonly rules: AlertRules,
    private readonly pages: AlertPages,
    private readonly forms: Forms,
    private readonly frames: Frames,
  ) {}

  @Get()
  async showAlerts(
    @Query() query: SettingsQueryDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.frames.send(await this.pages.page(actor, query), request, reply);
  }

  @Post()
  @AcceptsForm()
  async makeByForm(
    @Body() form: AlertFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.answer({ request, reply }, form.once, {
      act: () => this.rules.make(form, actor),
      then: (id) => `${ALERTS_PATH}?did=made#${id}`,
      again: (fault) => {
        const faults = formFaultsOf(fault, ALERT_FIELDS, ALERT_WORDS);
        return this.pages.page(actor, {}, { making: { values: { ...form }, faults } });
      },
    });
  }

  @Post(':alert')
  @AcceptsForm()
  async reviseAlertByForm(
    @Param('alert', identifier('alr')) id: string,
    @Body() form: ReviseAlertFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { enabled } = form;
    const did = enabled === undefined ? 'changed' : enabled === 'yes' ? 'switched-on' : 'switched-off';
    return this.forms.answer({ request, reply }, form.once, {
      act: () => this.rules.revise(id, form, seenIn(form), actor),
      then: () => `${ALERTS_PATH}?did=${did}#${id}`,
      again: (fault) => {
        const faults = formFaultsOf(fault, ALERT_FIELDS, ALERT_WORDS);
        return this.pages.page(actor, {}, { refused: { id, state: { values: { ...form }, faults } } });
      },
    });
  }

  @Post(':alert/remove')
  @AcceptsForm()
  async removeAlertByForm(
    @Param('alert', identifier('alr')) id: string,
    @Body() form: ActFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.answer({ request, reply }, form.once, {
      act: () => this.rules.remove(id, seenIn(form), actor),
      then: () => `${ALERTS_PATH}?did=removed`,
      again: (fault) => {
        const state = { values: {}, faults: formFaultsOf(fault, []) };
        return this.pages.page(actor, {}, { refused: { id, state } });
      },
    });
  }
}
