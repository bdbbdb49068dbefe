import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ActorOf, Roles } from '../../access/roles.js';
import type { Fault } from '../../platform/fault.js';
import { AcceptsForm } from '../../platform/http/bodies.js';
import { identifier } from '../../platform/http/reference.pipe.js';
import { formFaultsOf, UNTOUCHED, type FormState } from '../forms/form-faults.js';
import { Forms } from '../forms/forms.service.js';
import { Frames, type Leaf } from '../frame/frames.service.js';
import { seenIn } from './seen-in.js';
import { SettingsQueryDto } from './settings-query.dto.js';
import { ActFormDto, ReviseWatchFormDto, WATCH_FIELDS, WatchFormDto } from './subscription-forms.dto.js';
import { SubscriptionDesk } from './subscription-desk.service.js';
import { subscriptionsPage, type SubscriptionsProps } from './subscriptions-page.js';

const PATH = '/settings/subscriptions';

/** The page on which editors say what is watched. */
@ApiExcludeController()
@Roles('editor')
@Controller('settings/subscriptions')
export class SubscriptionsPageController {
  constructor(
    private readonly desk: SubscriptionDesk,
    private readonly forms: Forms,
    private readonly frames: Frames,
  ) {}

  @Get()
  async showSubscriptions(
    @Query() query: SettingsQueryDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.frames.send(await this.page(actor, query), request, reply);
  }

  @Post()
  @AcceptsForm()
  async watchByForm(
    @Body() form: WatchFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.answer({ request, reply }, form.once, {
      act: () => this.desk.watch(form, actor),
      then: (id) => `${PATH}?did=watched#${id}`,
      again: (fault) => this.page(actor, {}, { values: { ...form }, faults: formFaultsOf(fault, WATCH_FIELDS) }),
    });
  }

  @Post(':subscription')
  @AcceptsForm()
  async reviseSubscriptionByForm(
    @Param('subscription', identifier('sub')) id: string,
    @Body() form: ReviseWatchFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const did = form.status === undefined ? 'changed' : form.status === 'paused' ? 'paused' : 'resumed';
    return this.forms.answer({ request, reply }, form.once, {
      act: () => this.desk.revise(id, form, actor),
      then: () => `${PATH}?did=${did}#${id}`,
      again: (fault) => this.refused(id, fault, actor),
    });
  }

  @Post(':subscription/poll')
  @AcceptsForm()
  async pollByForm(
    @Param('subscription', identifier('sub')) id: string,
    @Body() form: ActFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.answer({ request, reply }, form.once, {
      act: () => this.desk.poll(id, actor),
      then: () => {
        this.desk.wake();
        return `${PATH}?did=asked#${id}`;
      },
      again: (fault) => this.refused(id, fault, actor),
    });
  }

  @Post(':subscription/remove')
  @AcceptsForm()
  async stopByForm(
    @Param('subscription', identifier('sub')) id: string,
    @Body() form: ActFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.answer({ request, reply }, form.once, {
      act: () => this.desk.stop(id, seenIn(form), actor),
      then: () => `${PATH}?did=removed`,
      again: (fault) => this.refused(id, fault, actor),
    });
  }

  private refused(id: string, { message }: Fault, actor: Actor): Promise<Leaf> {
    return this.page(actor, {}, UNTOUCHED, { id, message });
  }

  private async page(
    actor: Actor,
    { did, after }: SettingsQueryDto,
    adding: FormState = UNTOUCHED,
    refused: SubscriptionsProps['refused'] = null,
  ): Promise<Leaf> {
    const { rows: watched, next } = await this.desk.list(after);
    return { title: 'Subscriptions', body: subscriptionsPage({ actor, did, watched, next, adding, refused }) };
  }
}
