import { MIGRATIONS } from './index.js';

/** The names of the migrations that this program knows, oldest first, as a store notes them. */
export const migrationNames = (): string[] => MIGRATIONS.map((Migration) => new Migration().name);
