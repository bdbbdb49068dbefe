import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Fault } from '../platform/fault.js';
import { noteAudience } from '../platform/http/audience.js';
import { noteOwner } from '../platform/http/owner.js';
import { Settings } from '../platform/settings.js';
import { ANONYMOUS, type Actor } from './actor.js';
import { admit } from './admission.js';
import { Credentials } from './credentials.service.js';
import { NEEDS, noteActor, type Needs } from './roles.js';

/** Stands before every route: who asks, and may they? What no route opens stays shut. */
@Injectable()
export class AccessGuard implements CanActivate {
  /** What the routes ask, by their handlers: it never changes. */
  private readonly needs = new WeakMap<object, Needs>();

  constructor(
    private readonly reflector: Reflector,
    private readonly credentials: Credentials,
    private readonly settings: Settings,
  ) {}

  canActivate(context: ExecutionContext): true | Promise<true> {
    const needs = this.needsOf(context);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const isEverybody = needs === 'nothing' || (needs === 'reader' && this.settings.publicRead);
    noteAudience(request, { isEverybody, admit: (other) => this.letIn(other, needs) });
    const waiting = this.letIn(request, needs);
    return waiting === undefined ? true : waiting.then(() => true as const);
  }

  private needsOf(context: ExecutionContext): Needs | undefined {
    const handler = context.getHandler();
    const known = this.needs.get(handler);
    if (known !== undefined) return known;
    const needs = this.reflector.getAllAndOverride<Needs | undefined>(NEEDS, [handler, context.getClass()]);
    if (needs !== undefined) this.needs.set(handler, needs);
    return needs;
  }

  /** Looks who makes a request, and refuses it where they may not have what is asked of a route; at once, if it can. */
  private letIn(request: FastifyRequest, needs: Needs | undefined): Promise<void> | void {
    if (this.credentials.hasNone(request)) return this.judge(request, needs, null);
    const asked = needs === 'nothing' ? this.credentials.visitor(request) : this.credentials.actorOf(request);
    return asked.then((actor) => this.judge(request, needs, actor));
  }

  private judge(request: FastifyRequest, needs: Needs | undefined, actor: Actor | null): void {
    noteActor(request, actor ?? ANONYMOUS);
    const secret = actor && this.credentials.secretOf(request);
    if (actor?.keyId && secret) noteOwner(request, { id: actor.keyId, secret });
    if (needs === 'nothing') return;
    if (needs === undefined) throw new Fault('forbidden', 'closed', 'Nobody may do this.');
    admit(actor ?? (this.settings.publicRead ? ANONYMOUS : null), needs);
  }
}
