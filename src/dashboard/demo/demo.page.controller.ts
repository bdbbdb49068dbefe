import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { pathIn } from '../../access/path-in.js';
import { ActorOf, Roles } from '../../access/roles.js';
import { Demo } from '../../demo/demo.service.js';
import { AcceptsForm } from '../../platform/http/bodies.js';
import { ClockFormDto } from './clock-form.dto.js';

/** The clock of the demo, which a visitor lets go on. */
@ApiExcludeController()
@Roles('editor')
@Controller('demo')
export class DemoPageController {
  constructor(private readonly demo: Demo) {}

  @Post('clock')
  @AcceptsForm()
  async letGoOn(@Body() { to, next }: ClockFormDto, @ActorOf() actor: Actor, @Res() reply: FastifyReply) {
    await this.demo.playTo(to, actor);
    return reply.redirect(pathIn(next), 303);
  }
}
