import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ActorOf, Roles } from '../../access/roles.js';
import { AcceptsForm } from '../../platform/http/bodies.js';
import { identifier } from '../../platform/http/reference.pipe.js';
import { Forms } from '../forms/forms.service.js';
import { Frames } from '../frame/frames.service.js';
import { KeyPages } from './key-pages.service.js';
import { MintFormDto } from './key-forms.dto.js';
import { KEYS_PATH } from './keys-page.js';
import { SettingsQueryDto } from './settings-query.dto.js';
import { ActFormDto } from './subscription-forms.dto.js';

/** The page on which admins say who may do what. */
@ApiExcludeController()
@Roles('admin')
@Controller('settings/keys')
export class KeysPageController {
  constructor(
    private readonly pages: KeyPages,
    private readonly forms: Forms,
    private readonly frames: Frames,
  ) {}

  @Get()
  async showKeys(
    @Query() { did }: SettingsQueryDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.frames.send(await this.pages.page(actor, { did }), request, reply);
  }

  /** The secret stands on the answer and nowhere else, so nobody may keep it. */
  @Post()
  @HttpCode(200)
  @AcceptsForm()
  async mintKeyByForm(
    @Body() form: MintFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.answer({ request, reply }, form.once, {
      act: () => this.pages.mint(form, actor),
      then: (minted) => this.pages.page(actor, { minted }),
      again: (fault) => this.pages.refused(actor, form, fault),
    });
  }

  @Post(':key/revoke')
  @AcceptsForm()
  async revokeKeyByForm(
    @Param('key', identifier('key')) id: string,
    @Body() form: ActFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.answer({ request, reply }, form.once, {
      act: () => this.pages.revoke(id, actor),
      then: () => `${KEYS_PATH}?did=revoked`,
      again: (fault) => this.pages.refused(actor, {}, fault),
    });
  }
}
