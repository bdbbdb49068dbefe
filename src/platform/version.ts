import { Fault } from './fault.js';

/** The versions of a row that whoever changes it has seen; null where nobody said. */
export type SeenVersions = readonly number[] | null;

/** A change that was refused because somebody else changed the same row in between. */
export class StaleVersion extends Fault {
  constructor(readonly current: number) {
    super('stale', 'stale', 'This was changed in between: read it again, then change it.');
  }
}

/**
 * Refuses to change what somebody else has changed in between; to be called within the act that changes it.
 *
 * @throws StaleVersion where the present version is none of those that were seen
 */
export function assertUnchanged(current: number, seen: SeenVersions): void {
  if (seen !== null && !seen.includes(current)) throw new StaleVersion(current);
}
