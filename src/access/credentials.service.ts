import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Fault } from '../platform/fault.js';
import { Settings } from '../platform/settings.js';
import type { Caller } from '../platform/http/limiting.js';
import type { Actor } from './actor.js';
import { Keys } from './keys.service.js';
import { cookieOf, isOwnOrigin } from './session-cookie.js';
import { SignIn } from './sign-in.service.js';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Finds out who makes a request: by the key that it carries, or by the cookie of somebody who signed in. */
@Injectable()
export class Credentials {
  private readonly found = new WeakMap<FastifyRequest, Promise<Actor | null>>();

  constructor(
    private readonly keys: Keys,
    private readonly signIn: SignIn,
    private readonly settings: Settings,
  ) {}

  /**
   * Who makes a request; null for somebody without a key. A cookie that ran out counts as none. It is looked up once.
   *
   * @throws Fault unauthorized for a key that is none or not good any more, forbidden `foreign-origin` for a page of
   * another site that would use the cookie for writing
   */
  actorOf(request: FastifyRequest): Promise<Actor | null> {
    const actor = this.found.get(request) ?? this.find(request);
    this.found.set(request, actor);
    return actor;
  }

  /** Whom a request is counted for; what is wrong with it is said by the guard. */
  async countedFor(request: FastifyRequest): Promise<Caller> {
    try {
      return { key: (await this.actorOf(request))?.keyId ?? null, isWrong: false };
    } catch (error) {
      return { key: null, isWrong: error instanceof Fault && error.kind === 'unauthorized' };
    }
  }

  /** Whether a request shows nothing by which anybody could be known: then nobody has to be looked up. */
  hasNone({ headers }: FastifyRequest): boolean {
    return headers.authorization === undefined && headers.cookie === undefined;
  }

  /** What whoever makes the request has to know for it: the key itself, or the token of the cookie. */
  secretOf({ headers }: FastifyRequest): string | null {
    return headers.authorization === undefined ? cookieOf(headers.cookie) : bearerOf(headers.authorization);
  }

  private async find(request: FastifyRequest): Promise<Actor | null> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.keys.actorOf(bearerOf(authorization));
    const actor = await this.visitor(request);
    if (actor && !SAFE_METHODS.includes(request.method) && !isOwnOrigin(request, this.settings.publicUrl)) {
      throw new Fault('forbidden', 'foreign-origin', 'With a cookie, only our own pages may write.');
    }
    return actor;
  }

  /** Who is signed in, for a page that is open to everybody; null for anybody else. */
  async visitor(request: FastifyRequest): Promise<Actor | null> {
    const token = cookieOf(request.headers.cookie);
    return token === null ? null : this.signIn.actorOf(token);
  }
}

function bearerOf(header: string): string {
  const secret = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (secret !== undefined) return secret;
  throw new Fault('unauthorized', 'invalid-key', 'A key is sent as "Authorization: Bearer hs_…".');
}
