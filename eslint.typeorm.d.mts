/** A rule of the lint about one trap of TypeORM: what it finds, and what it says. */
export interface TrapRule {
  readonly trap: number;
  readonly selector: string;
  readonly message: string;
}

export const TYPEORM_TRAPS: readonly TrapRule[];
export const DATABASE_DOOR: readonly TrapRule[];
export const NO_ROWS: readonly TrapRule[];
