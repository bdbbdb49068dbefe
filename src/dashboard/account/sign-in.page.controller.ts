import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../access/roles.js';
import { Frames } from '../frame/frames.service.js';
import { NextQueryDto } from './next-query.dto.js';
import { signInPage } from './sign-in-page.js';

/** The form that takes a key; taking it is for the room of access. */
@ApiExcludeController()
@Public()
@Controller('sign-in')
export class SignInPageController {
  constructor(private readonly frames: Frames) {}

  @Get()
  showSignIn(@Query() query: NextQueryDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.frames.send(signInPage({ next: query.next ?? '/', fault: null }), request, reply);
  }
}
