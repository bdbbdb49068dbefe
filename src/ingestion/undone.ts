import type { Database } from '../platform/database/database.js';

/** Carries what an act came to out of the transaction that is undone. */
class Undone extends Error {
  constructor(readonly outcome: unknown) {
    super('a dry run is undone');
  }
}

/** Does an act and undoes it: what it came to is what would be (`docs/decisions/0006`). Not to be called within an act. */
export async function undone<T>(database: Database, act: () => Promise<T>): Promise<T> {
  try {
    return await database.transaction(async () => {
      throw new Undone(await act());
    });
  } catch (error) {
    if (error instanceof Undone) return error.outcome as T;
    throw error;
  }
}
