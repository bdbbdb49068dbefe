import { Sql } from './sql.js';

/** Stands for the instant in a piece that is written beforehand; no number of a statement is anywhere near. */
const WRITTEN_AT = 2 ** 52;

/** How far from the instant a number may be that follows from it, such as a week before: some 70 years, milliseconds. */
const NEAR = 2 ** 41;

const isNear = (value: unknown): value is number => typeof value === 'number' && Math.abs(value - WRITTEN_AT) < NEAR;

/**
 * A piece of a statement that is written once for all instants, and then only dated: some have more than a hundred values,
 * and take longer to be put together than to be answered. What it binds that follows from the instant lies a fixed time
 * before or after it.
 *
 * @param write the piece for an instant, epoch milliseconds
 */
export function dated(write: (at: number) => Sql): (at: number) => Sql {
  let written: Sql | undefined;
  return (at) => {
    const { text, values } = (written ??= write(WRITTEN_AT));
    return new Sql(
      text,
      values.map((value) => (isNear(value) ? value - WRITTEN_AT + at : value)),
    );
  };
}
