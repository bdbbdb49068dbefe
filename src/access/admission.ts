import { Fault } from '../platform/fault.js';
import { ANONYMOUS, may, type Actor, type Role } from './actor.js';

/**
 * Lets somebody do what a role may do.
 *
 * @param actor null for somebody without a key to whom nothing is open
 * @throws Fault unauthorized `key-required` for somebody without a key, forbidden `role-required` for anybody else
 */
export function admit(actor: Actor | null, role: Role): void {
  if (actor && may(actor, role)) return;
  if (actor === null || actor === ANONYMOUS) {
    const how = 'send it as "Authorization: Bearer hs_…", or sign in';
    throw new Fault('unauthorized', 'key-required', `This needs a key with the role ${role}: ${how}.`);
  }
  const has = `${actor.name} has the role ${actor.role}`;
  throw new Fault('forbidden', 'role-required', `This needs the role ${role}; ${has}.`);
}
