import { timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { isId, newId } from '../platform/ids.js';
import { parseInstant } from '../platform/instant.js';
import { SYSTEM, type Actor } from './actor.js';
import { Audit } from './audit.service.js';
import type { MintKeyDto } from './key.dto.js';
import { Key } from './key.entity.js';
import { hashOf, newToken } from './tokens.js';

/** A key that was just minted; its secret is shown this once and kept nowhere. */
export interface MintedKey {
  readonly key: Key;
  readonly secret: string;
}

/** The holder of a key always has one, unlike the operator. */
export interface KeyHolder extends Actor {
  readonly keyId: string;
}

/** How long the time of last use may lag behind. */
const LAST_USE_MS = 60_000;

const SHAPE = /^(hs_([0-9A-Z]{26})_[0-9a-f]{64})([0-9a-f]{8})$/;
const checksumOf = (body: string): string => crc32(body).toString(16).padStart(8, '0');

/** The keys with which programs and people act. */
@Injectable()
export class Keys {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Mints a key `hs_<id>_<secret><crc>`: 256 random bits, and a checksum so that a mistyped key is told from a wrong
   * one. Only the SHA-256 of it is kept.
   */
  mint(act: MintKeyDto, actor: Actor): Promise<MintedKey> {
    const now = this.clock.now();
    const expiresAt = act.expires_at === undefined ? null : parseInstant(act.expires_at);
    if (expiresAt !== null && expiresAt <= now) {
      throw new Fault('invalid', 'expired-key', 'A key cannot end before it begins: expires_at lies in the past.');
    }
    const id = newId('key', now);
    const body = `hs_${id.slice(4)}_${newToken()}`;
    const secret = `${body}${checksumOf(body)}`;
    return this.database.transaction(async (rows) => {
      const key = { id, name: act.name, role: act.role, secretHash: hashOf(secret), createdAt: now, expiresAt };
      const row = rows.create(Key, { ...key, lastUsedAt: null, revokedAt: null });
      await rows.insert(Key, row);
      await this.audit.record(actor, { action: 'mint', thing: id, after: { name: act.name, role: act.role } });
      return { key: row, secret };
    });
  }

  /** An admin's key where nobody has one, as at the first start; null where somebody does. */
  mintFirst(): Promise<MintedKey | null> {
    return this.database.transaction(async (rows) => {
      if (await rows.existsBy(Key, { role: 'admin', revokedAt: IsNull() })) return null;
      return this.mint({ name: 'first admin', role: 'admin' }, SYSTEM);
    });
  }

  /**
   * Who holds this key.
   *
   * @throws Fault unauthorized `invalid-key`, `expired-key` or `revoked-key`
   */
  async actorOf(secret: string): Promise<KeyHolder> {
    const [, body = '', ulid = '', checksum = ''] = SHAPE.exec(secret) ?? [];
    const id = `key_${ulid}`;
    const isWellFormed = isId(id, 'key') && checksumOf(body) === checksum;
    const key = isWellFormed ? await this.database.rows.findOneBy(Key, { id }) : null;
    if (!key || !timingSafeEqual(Buffer.from(key.secretHash), Buffer.from(hashOf(secret)))) {
      throw new Fault('unauthorized', 'invalid-key', 'This is no key of ours, or it is mistyped.');
    }
    if (key.revokedAt !== null) throw new Fault('unauthorized', 'revoked-key', 'This key was revoked.');
    if (isOver(key, this.clock.now())) throw new Fault('unauthorized', 'expired-key', 'This key has expired.');
    await this.noteUse(key);
    return holderOf(key);
  }

  /** Who holds the key of that id; null if it is not good any more. */
  async holder(id: string): Promise<KeyHolder | null> {
    const key = await this.database.rows.findOneBy(Key, { id });
    return key && key.revokedAt === null && !isOver(key, this.clock.now()) ? holderOf(key) : null;
  }

  /** Every key, the newest first. */
  list(): Promise<Key[]> {
    return this.database.rows.find(Key, { order: { id: 'DESC' } });
  }

  /** @throws Fault not found `unknown-key` */
  async get(id: string): Promise<Key> {
    const key = await this.database.rows.findOneBy(Key, { id });
    if (key) return key;
    throw unknownKey(id);
  }

  /**
   * Revokes a key, for good; revoking it again changes nothing.
   *
   * @throws Fault not found `unknown-key`, conflict `last-admin` if nobody could mint a key afterwards
   */
  revoke(id: string, actor: Actor): Promise<void> {
    const now = this.clock.now();
    return this.database.transaction(async (rows) => {
      const key = await rows.findOneBy(Key, { id });
      if (!key) throw unknownKey(id);
      if (key.revokedAt !== null) return;
      const admins = await rows.findBy(Key, { role: 'admin', revokedAt: IsNull() });
      const others = admins.filter((each) => each.id !== id && !isOver(each, now));
      if (key.role === 'admin' && others.length === 0) {
        throw new Fault('conflict', 'last-admin', 'This is the last key of an admin: mint another one first.');
      }
      await rows.update(Key, { id }, { revokedAt: now });
      const [before, after] = [{ revoked: false }, { revoked: true }];
      await this.audit.record(actor, { action: 'revoke', thing: id, before, after });
    });
  }

  /** Notes that a key was used, once a minute at most; a database that cannot write now does not stop a reader. */
  private async noteUse({ id, lastUsedAt }: Key): Promise<void> {
    const now = this.clock.now();
    if (lastUsedAt !== null && now - lastUsedAt < LAST_USE_MS) return;
    const noted = this.database.unseen((rows) => rows.update(Key, { id }, { lastUsedAt: now }));
    await noted.catch((error: unknown) => {
      if (!(error instanceof Fault && error.kind === 'unavailable')) throw error;
    });
  }
}

const unknownKey = (id: string): Fault => new Fault('not_found', 'unknown-key', `There is no key ${id}.`);

const isOver = ({ expiresAt }: Key, now: number): boolean => expiresAt !== null && expiresAt <= now;

const holderOf = ({ id, name, role }: Key): KeyHolder => ({ keyId: id, name, role });
