import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Fault } from '../platform/fault.js';
import { noteAudience } from '../platform/http/audience.js';
import { noteOwner } from '../platform/http/owner.js';
import { Settings } from '../platform/settings.js';
import { ANONYMOUS } from './actor.js';
import { admit } from './admission.js';
import { Credentials } from './credentials.service.js';
import { NEEDS, noteActor, type Needs } from './roles.js';

/** Stands before every route: who asks, and may they? What no route opens stays shut. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly credentials: Credentials,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const needs = this.reflector.getAllAndOverride<Needs | undefined>(NEEDS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    await this.letIn(request, needs);
    const isEverybody = needs === 'nothing' || (needs === 'reader' && this.settings.publicRead);
    noteAudience(request, { isEverybody, admit: (other) => this.letIn(other, needs) });
    return true;
  }

  /** Looks who makes a request, and refuses it where they may not have what is asked of a route. */
  private async letIn(request: FastifyRequest, needs: Needs | undefined): Promise<void> {
    const actor = await (needs === 'nothing' ? this.credentials.visitor(request) : this.credentials.actorOf(request));
    noteActor(request, actor ?? ANONYMOUS);
    const secret = actor && this.credentials.secretOf(request);
    if (actor?.keyId && secret) noteOwner(request, { id: actor.keyId, secret });
    if (needs === 'nothing') return;
    if (needs === undefined) throw new Fault('forbidden', 'closed', 'Nobody may do this.');
    admit(actor ?? (this.settings.publicRead ? ANONYMOUS : null), needs);
  }
}
