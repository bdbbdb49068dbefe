/** How one thing is: well, worth a look, or such that Hearsay cannot work. */
export type Level = 'ok' | 'warn' | 'fail';

/** What was found of one thing, and what to do about it; null where nothing is to be done. */
export interface Check {
  readonly name: string;
  readonly level: Level;
  readonly detail: string;
  readonly advice: string | null;
}

/** That something is well. */
export const ok = (name: string, detail: string): Check => ({ name, level: 'ok', detail, advice: null });

/** That something is worth a look. */
export const warn = (name: string, detail: string, advice: string): Check => ({ name, level: 'warn', detail, advice });

/** That Hearsay cannot work so. */
export const fail = (name: string, detail: string, advice: string): Check => ({ name, level: 'fail', detail, advice });

/** What becomes of a check that could not be made, in its own words. */
export const failed = (name: string, error: unknown, advice: string): Check =>
  fail(name, error instanceof Error ? error.message : String(error), advice);
