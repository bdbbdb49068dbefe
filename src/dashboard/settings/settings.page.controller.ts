import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ActorOf, Roles } from '../../access/roles.js';
import { Frames } from '../frame/frames.service.js';
import { settingsPage } from './settings-page.js';
import { Standing } from './standing.service.js';

/** Which settings there are for whoever looks, and how each part stands. */
@ApiExcludeController()
@Roles('contributor')
@Controller('settings')
export class SettingsPageController {
  constructor(
    private readonly standing: Standing,
    private readonly frames: Frames,
  ) {}

  @Get()
  async showSettings(@ActorOf() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const body = settingsPage({ actor, standing: await this.standing.read(actor) });
    return this.frames.send({ title: 'Settings', body }, request, reply);
  }
}
