import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (secret: string, place: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, place, CIPHER, KEY_BYTES));

/** Locks a text up so that only whoever knows the secret reads it again, at that place. */
export function seal(text: string, secret: string, place: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(secret, place), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

/** The text that was locked up; null for another secret or another place, and for what was taken out of it. */
export function unseal(sealed: string, secret: string, place: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  const [nonce, rest] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES)];
  try {
    const opener = createDecipheriv(CIPHER, keyOf(secret, place), nonce).setAuthTag(rest.subarray(0, TAG_BYTES));
    return Buffer.concat([opener.update(rest.subarray(TAG_BYTES)), opener.final()]).toString('utf8');
  } catch {
    return null;
  }
}
