import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { newId } from '../platform/ids.js';
import { parseInstant } from '../platform/instant.js';
import type { Actor } from './actor.js';
import { Audit } from './audit.service.js';
import type { MintKeyDto } from './key.dto.js';
import { Key } from './key.entity.js';

/** A key that was just minted; its secret is shown this once and kept nowhere. */
export interface MintedKey {
  readonly key: Key;
  readonly secret: string;
}

const SECRET_BYTES = 32;

/** Mints the keys with which programs and people act. */
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
    const body = `hs_${id.slice(4)}_${randomBytes(SECRET_BYTES).toString('hex')}`;
    const secret = `${body}${crc32(body).toString(16).padStart(8, '0')}`;
    const secretHash = createHash('sha256').update(secret).digest('hex');
    return this.database.transaction(async (rows) => {
      const key = { id, name: act.name, role: act.role, secretHash, createdAt: now, expiresAt };
      const row = rows.create(Key, { ...key, lastUsedAt: null, revokedAt: null });
      await rows.insert(Key, row);
      await this.audit.record(actor, { action: 'mint', thing: id, after: { name: act.name, role: act.role } });
      return { key: row, secret };
    });
  }
}
