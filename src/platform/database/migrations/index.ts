import { Initial1764000000000 } from './0001-initial.js';

/** Every step from an empty database to this version's, oldest first. A step that was released is never changed. */
export const MIGRATIONS = [Initial1764000000000];
