import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../platform/fault.js';
import { AcceptsForm } from '../platform/http/bodies.js';
import { tried } from '../platform/http/limiting.js';
import { Limits } from '../platform/http/limits.service.js';
import { Public } from './roles.js';
import { Settings } from '../platform/settings.js';
import { cookieOf, giveCookie, isOverTls, isOwnOrigin, takeCookie } from './session-cookie.js';
import { SignInDto, SignInQueryDto } from './sign-in.dto.js';
import { SESSION_SECONDS, SignIn } from './sign-in.service.js';
import { pathIn } from './path-in.js';

/** Signing in to the pages and out of them. */
@ApiExcludeController()
@Public()
@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly limits: Limits,
    private readonly settings: Settings,
  ) {}

  @Get('sign-in/once')
  async openOnce(@Query() query: SignInQueryDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    if (request.method === 'HEAD') return reply.send();
    this.let(reply, await this.signIn.byLink(query.token));
    return reply.redirect(pathIn(query.next), 303);
  }

  @Post('sign-in')
  @AcceptsForm()
  async signInByKey(@Body() act: SignInDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    this.assertOwn(request);
    const key = act.key.trim();
    this.let(reply, await tried(this.limits, request, () => this.signIn.byKey(key)));
    return reply.redirect(pathIn(act.next), 303);
  }

  @Post('sign-out')
  @AcceptsForm()
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    this.assertOwn(request);
    const token = cookieOf(request.headers.cookie);
    if (token !== null) await this.signIn.end(token);
    takeCookie(reply, isOverTls(request, this.settings.publicUrl));
    return reply.redirect('/', 303);
  }

  private let(reply: FastifyReply, token: string): void {
    const isSecure = isOverTls(reply.request, this.settings.publicUrl);
    giveCookie(reply, token, { seconds: SESSION_SECONDS, isSecure });
  }

  /** A page of another site signs nobody in or out. */
  private assertOwn(request: FastifyRequest): void {
    if (request.headers.origin === undefined || isOwnOrigin(request, this.settings.publicUrl)) return;
    throw new Fault('forbidden', 'foreign-origin', 'Sign in on our own page.');
  }
}
