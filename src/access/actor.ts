/** What somebody may do; each role may do all that the ones before it may. */
export const ROLES = ['reader', 'contributor', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who acts: the holder of a key, the operator at the command line, or the program by itself. */
export interface Actor {
  /** The id of the key, null for the operator and the program. */
  readonly keyId: string | null;
  readonly name: string;
  readonly role: Role;
}

/** Whoever may open the database file acts with all rights. */
export const OPERATOR: Actor = { keyId: null, name: 'operator', role: 'admin' };

/** What the program does by itself: in the schedule, or as a rule that follows from an act. */
export const SYSTEM: Actor = { keyId: null, name: 'system', role: 'admin' };

/** Whoever comes without a key. */
export const ANONYMOUS: Actor = { keyId: null, name: 'anonymous', role: 'reader' };

/** Whether somebody may do what a role may do. */
export const may = (actor: Actor, role: Role): boolean => ROLES.indexOf(actor.role) >= ROLES.indexOf(role);
