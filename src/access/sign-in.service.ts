import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import type { Actor } from './actor.js';
import type { Key } from './key.entity.js';
import { Audit } from './audit.service.js';
import { Keys, type KeyHolder } from './keys.service.js';
import { Session, SignInLink } from './session.entity.js';
import { hashOf, newToken } from './tokens.js';

/** How long somebody stays signed in, and how long a one-time link is good. */
export const SESSION_SECONDS = 30 * 86_400;
const LINK_MS = 15 * 60_000;

/** Signs people in to the pages: by a key, or by a link that is good once. Every session ends with its key. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: Keys,
    private readonly audit: Audit,
  ) {}

  /**
   * The token of a new session for whoever holds this key.
   *
   * @throws Fault unauthorized for a key that is none or not good any more
   */
  async byKey(secret: string): Promise<string> {
    return this.begin(await this.keys.actorOf(secret));
  }

  /**
   * The token of a new session for whoever opens a one-time link; the link is good no more.
   *
   * @throws Fault unauthorized `used-link` for a link that was used, is too old or was never made
   */
  byLink(token: string): Promise<string> {
    const tokenHash = hashOf(token);
    return this.database.unseen(async (rows) => {
      const link = await rows.findOneBy(SignInLink, { tokenHash });
      const holder = link && link.expiresAt > this.clock.now() ? await this.keys.holder(link.keyId) : null;
      if (!holder) {
        throw new Fault('unauthorized', 'used-link', 'This link was used already, or is too old: sign in with a key.');
      }
      await rows.delete(SignInLink, { tokenHash });
      return this.begin(holder);
    });
  }

  /** A path that signs in whoever opens it first, within a quarter of an hour, as the holder of that key. */
  oneTimeLink(key: Pick<Key, 'id'>): Promise<string> {
    const token = newToken();
    const expiresAt = this.clock.now() + LINK_MS;
    return this.database.unseen(async (rows) => {
      await rows.insert(SignInLink, { tokenHash: hashOf(token), keyId: key.id, expiresAt });
      return `/sign-in/once?token=${token}`;
    });
  }

  /** Who is signed in by that token; null where nobody is, or the key is not good any more. */
  async actorOf(token: string): Promise<Actor | null> {
    const session = await this.database.rows.findOneBy(Session, { tokenHash: hashOf(token) });
    if (!session || session.expiresAt <= this.clock.now()) return null;
    return this.keys.holder(session.keyId);
  }

  /** Ends a session. */
  end(token: string): Promise<void> {
    const tokenHash = hashOf(token);
    return this.database.unseen(async (rows) => {
      const actor = await this.actorOf(token);
      await rows.delete(Session, { tokenHash });
      if (actor?.keyId) await this.audit.record(actor, { action: 'sign_out', thing: actor.keyId });
    });
  }

  private begin(holder: KeyHolder): Promise<string> {
    const { keyId } = holder;
    const token = newToken();
    const now = this.clock.now();
    return this.database.unseen(async (rows) => {
      await rows.delete(Session, { expiresAt: LessThan(now) });
      const expiresAt = now + SESSION_SECONDS * 1000;
      await rows.insert(Session, { tokenHash: hashOf(token), keyId, createdAt: now, expiresAt });
      await this.audit.record(holder, { action: 'sign_in', thing: keyId });
      return token;
    });
  }
}
