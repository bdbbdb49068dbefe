import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** A new secret of a webhook: `whsec_` and 256 random bits in base64 (Standard Webhooks 1.0 asks for 192 to 512). */
export const newSecret = (): string => `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;

/**
 * The signature of a message (Standard Webhooks 1.0): HMAC-SHA256 over `id.timestamp.body`, one for each secret, so that
 * a receiver may know the old one or the new one while they change.
 *
 * @param timestamp seconds since 1970
 */
export function signatureOf(
  { id, timestamp, body }: { readonly id: string; readonly timestamp: number; readonly body: string },
  secrets: readonly string[],
): string {
  const signed = `${id}.${timestamp}.${body}`;
  return secrets
    .map((secret) => Buffer.from(secret.slice(PREFIX.length), 'base64'))
    .map((key) => `v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
    .join(' ');
}
