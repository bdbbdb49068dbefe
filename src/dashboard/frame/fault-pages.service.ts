import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../platform/http/problem.js';
import { signInPage } from '../account/sign-in-page.js';
import { faultPage } from './fault-page.js';
import { Frames, type Leaf } from './frames.service.js';

/** Shows people who follow a link a page where a program would get a problem document. */
@Injectable()
export class FaultPages implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly frames: Frames,
  ) {}

  /** Takes its place in the server, where there is one: the command line has none. */
  onModuleInit(): void {
    const adapter = this.host.httpAdapter as FastifyAdapter | undefined;
    if (adapter?.getType?.() !== 'fastify') return;
    adapter.getInstance().addHook('onSend', (request, reply, payload, done) => {
      if (typeof payload !== 'string' || !isForPeople(request, reply)) return done(null, payload);
      const page = this.frames.document(leafOf(JSON.parse(payload) as Problem, request), request);
      reply.type('text/html; charset=utf-8').header('Referrer-Policy', 'same-origin').removeHeader('content-length');
      done(null, page);
    });
  }
}

/** The page of a problem; a key that does not fit is said beside the field that it was typed into. */
function leafOf(problem: Problem, request: FastifyRequest): Leaf {
  if (request.method !== 'POST' || problem.instance !== '/sign-in') return faultPage(problem);
  const { next } = Object(request.body) as { next?: unknown };
  return signInPage({ next: typeof next === 'string' ? next : '/', fault: problem.detail });
}

/** A browser that opens an address outside of the interface takes HTML. */
function isForPeople(request: FastifyRequest, reply: FastifyReply): boolean {
  const type = reply.getHeader('content-type');
  const isProblem = typeof type === 'string' && type.startsWith('application/problem+json');
  return isProblem && !request.url.startsWith('/v1') && (request.headers.accept ?? '').includes('text/html');
}
