/** What may be bound to a placeholder: nothing that a driver could take for a list, a column or a piece of SQL. */
export type Scalar = string | number | boolean | null | Uint8Array;

/** What no database keeps as it is: NUL, and halves of letters, which are no UTF-8. */
const NOT_KEPT = /[\0\p{Surrogate}]/u;
/** NUL, and halves that may be parts of a whole letter: found sooner, in nearly no text. */
const SUSPECT = /[\0\ud800-\udfff]/;

const isScalar = (value: unknown): value is Scalar =>
  value === null ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && !(SUSPECT.test(value) && NOT_KEPT.test(value))) ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  value instanceof Uint8Array;

/** A value that may not be bound: a list or an object, text with NUL or half a letter, a number that is none. */
export class NonScalarBind extends TypeError {
  override readonly name = 'NonScalarBind';
}

/**
 * Refuses everything but scalars, before a driver sees it. better-sqlite3 spreads a list over the placeholders that
 * follow it, so that `["x", "admin"]` for a name also sets the role; PostgreSQL stops at NUL, where SQLite does not; half a letter comes back from SQLite as
 * another text, so that a row would not be found by what was written.
 */
export function assertScalars(values: readonly unknown[]): asserts values is readonly Scalar[] {
  for (let place = 0; place < values.length; place += 1) {
    if (!isScalar(values[place])) throw new NonScalarBind(`value ${place + 1} of a statement is not a scalar`);
  }
}
