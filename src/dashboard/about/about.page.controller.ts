import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../../access/roles.js';
import { Frames } from '../frame/frames.service.js';
import { methodPage } from './method-page.js';

/** What the numbers mean. */
@ApiExcludeController()
@Roles('reader')
@Controller('about')
export class AboutPageController {
  constructor(private readonly frames: Frames) {}

  @Get('method')
  showMethod(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.frames.send({ title: 'How a rumor is judged', body: methodPage() }, request, reply);
  }
}
