import { Body, Controller, Get, Param, Post, Redirect, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { viewKey } from '../../access/key.view.js';
import { Keys } from '../../access/keys.service.js';
import { ActorOf, Roles } from '../../access/roles.js';
import { Clock } from '../../platform/clock.js';
import { AcceptsForm } from '../../platform/http/bodies.js';
import { identifier } from '../../platform/http/reference.pipe.js';
import { Frames } from '../frame/frames.service.js';
import { dayAt } from '../wording.js';
import { MintFormDto } from './settings-forms.dto.js';
import { settingsPage, type SettingsProps } from './settings-page.js';

/** The page on which admins say who may do what. */
@ApiExcludeController()
@Roles('admin')
@Controller('settings')
export class SettingsPageController {
  constructor(
    private readonly keys: Keys,
    private readonly clock: Clock,
    private readonly frames: Frames,
  ) {}

  @Get()
  showSettings(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.show(null, { request, reply });
  }

  /** The secret stands on the answer and nowhere else, so nobody may keep it. */
  @Post('keys')
  @AcceptsForm()
  async mintKeyByForm(
    @Body() { name, role, until }: MintFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const act = { name, role, ...(until && { expires_at: `${until}T23:59:59Z` }) };
    const { secret } = await this.keys.mint(act, actor);
    return this.show({ name, secret }, { request, reply });
  }

  @Post('keys/:key/revoke')
  @AcceptsForm()
  @Redirect('/settings', 303)
  async revokeKeyByForm(@Param('key', identifier('key')) id: string, @ActorOf() actor: Actor) {
    await this.keys.revoke(id, actor);
  }

  private async show(
    minted: SettingsProps['minted'],
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  ) {
    const keys = (await this.keys.list()).map(viewKey);
    const body = settingsPage({ keys, minted, today: dayAt(this.clock.now()) });
    return this.frames.send({ title: 'Settings', body, isSecret: minted !== null }, request, reply);
  }
}
