import type { EntityManager, ObjectLiteral } from 'typeorm';
import type { Shape } from './shape.js';
import type { Begin } from './write-queue.js';

const together = new WeakSet<object>();

/**
 * Has the rows of a table put in together: those of an act wait until a statement names the table, or until the act ends. For
 * tables that acts only add to, a row at a time, such as a log.
 */
export const PutInTogether = (): ClassDecorator => (table) => {
  together.add(table);
};

/** Whether the rows of a table are put in together. */
export const isPutInTogether = (table: unknown): boolean => typeof table === 'function' && together.has(table);

/** Rows of one table that wait to be put in. */
export interface LateRows {
  readonly shape: Shape;
  readonly rows: ObjectLiteral[];
}

/** What an act has still to put in, by tables in the order in which it came to them. */
export class Waiting {
  private lots: LateRows[] = [];

  get isEmpty(): boolean {
    return this.lots.length === 0;
  }

  add(shape: Shape, rows: readonly ObjectLiteral[]): void {
    const lot = this.lots.find((each) => each.shape === shape);
    if (lot) lot.rows.push(...rows);
    else this.lots.push({ shape, rows: [...rows] });
  }

  /** Takes those that a statement may ask for, or whose table it changes; all where none is given. */
  take(statement?: string): LateRows[] {
    const taken = this.lots.filter(({ shape }) => statement === undefined || statement.includes(shape.tableName));
    if (taken.length > 0) this.lots = this.lots.filter((each) => !taken.includes(each));
    return taken;
  }
}

/** Rows of which some may wait: they are put in before an act ends, and forgotten where it fails. */
export interface HasWaiting {
  putIn(): Promise<void>;
  forget(): void;
}

const waitingOf = (rows: EntityManager): HasWaiting => rows as EntityManager & HasWaiting;

/** Puts in what an act has still to put in. */
export const putInAll = (rows: EntityManager): Promise<void> => waitingOf(rows).putIn();

/** Begins an act that leaves nothing waiting behind, however it ends. */
export const leavingNothing =
  (begin: Begin): Begin =>
  (act) =>
    begin(async (rows) => {
      try {
        const result = await act(rows);
        await putInAll(rows);
        return result;
      } finally {
        waitingOf(rows).forget();
      }
    });
