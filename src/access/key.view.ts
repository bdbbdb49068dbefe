import { sayInstant } from '../platform/instant.js';
import { type KeyAnswer } from './key.answer.js';
import type { Key } from './key.entity.js';

const instant = (at: number | null): string | null => (at === null ? null : sayInstant(at));

/** A key as it is shown: everything but its secret. */
export function viewKey(key: Key): KeyAnswer {
  return {
    id: key.id,
    name: key.name,
    role: key.role,
    created_at: sayInstant(key.createdAt),
    expires_at: instant(key.expiresAt),
    last_used_at: instant(key.lastUsedAt),
    revoked_at: instant(key.revokedAt),
  };
}
