import { Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, JsonColumn, KeyTextColumn } from '../platform/database/columns.js';

/** What became of the lines of a file. */
export interface ImportCounts {
  /** Written down, their claims weighed. */
  readonly committed: number;
  /** Read, and kept for their review. */
  readonly waiting: number;
  /** Known before: nothing was added. */
  readonly recognised: number;
  /** Read, and they claim nothing about a device that is not out yet. */
  readonly withoutClaims: number;
  /** They could not be taken; each has a fault with its line. */
  readonly refused: number;
}

export const NOTHING_IMPORTED: ImportCounts = {
  committed: 0,
  waiting: 0,
  recognised: 0,
  withoutClaims: 0,
  refused: 0,
};

/** One run through a file: how far it is, so that a run that was broken off goes on where it stopped. */
@Entity('import_runs')
@Index(['digest', 'finishedAt'])
export class ImportRun {
  @IdColumn() id: string;
  /** SHA-256 of the file together with what was asked for: another file, or other options, is another run. */
  @KeyTextColumn({ length: 64 }) digest: string;
  /** The name of the file, without its folder. */
  @KeyTextColumn() file: string;
  /** The last line that is done; 0 at the start. */
  @CountColumn() line: number;
  @JsonColumn() counts: ImportCounts;
  @InstantColumn() startedAt: number;
  @InstantColumn() updatedAt: number;
  @InstantColumn({ nullable: true }) finishedAt: number | null;
}
