import { createHash } from 'node:crypto';
import { Fault } from '../fault.js';

const LONGEST = 255;

/** A string as structured fields have it (RFC 9651): printable ASCII in quotes, `\` before `"` and `\`. */
const QUOTED = /^"((?:[ !#-[\]-~]|\\["\\])*)"$/;
const BARE = /^[!#-~]+$/;

/**
 * The key that an `Idempotency-Key` names, in quotes or bare: 1 to 255 printable characters of ASCII.
 *
 * @throws Fault malformed `invalid-idempotency-key`
 */
export function readKey(header: string): string {
  const [, quoted] = QUOTED.exec(header) ?? [];
  const key = quoted?.replaceAll(/\\(.)/g, '$1') ?? (BARE.test(header) ? header : '');
  if (key.length >= 1 && key.length <= LONGEST) return key;
  const detail = `is 1 to ${LONGEST} printable characters of ASCII in quotes`;
  const errors = [{ header: 'Idempotency-Key', code: 'invalid-idempotency-key', detail }];
  throw new Fault('malformed', 'invalid-idempotency-key', `An Idempotency-Key ${detail}.`, errors);
}

/** What tells one body from another, however its members are ordered: SHA-256 in hexadecimal. No body is an empty one. */
export const fingerprintOf = (body: unknown): string => hashOf(JSON.stringify(inOrder(body ?? {})));

/** SHA-256 of a text, in hexadecimal. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return members.map(([name, member]) => [name, inOrder(member)]);
}
