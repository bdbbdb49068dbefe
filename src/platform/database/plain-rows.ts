import { compileFunction } from 'node:vm';
import type { Statement } from 'better-sqlite3';
import type { Scalar } from './scalar.js';

/** Makes an object of the values of a row. */
type Making = (values: readonly unknown[]) => unknown;

const makings = new WeakMap<Statement, Making>();

/**
 * All rows of a prepared `select`. The driver hands over values, and the objects are made here, all of one shape: those
 * that it would make itself are dictionaries, which take twice as long to make, and again as long to be looked into.
 */
export function plainRows(statement: Statement, values: readonly Scalar[]): unknown[] {
  const making = makings.get(statement) ?? prepared(statement);
  const rows = statement.all(values) as unknown[][];
  return rows.map(making);
}

function prepared(statement: Statement): Making {
  const names = statement.columns().map(({ name }) => name);
  statement.raw(true);
  const making = makingOf(names);
  makings.set(statement, making);
  return making;
}

/** Written out as one object, whose names are quoted as JSON: a name is never code. */
function makingOf(names: readonly string[]): Making {
  const members = names.map((name, place) => `[${JSON.stringify(name)}]: values[${place}]`);
  return compileFunction(`return { ${members.join(', ')} };`, ['values']) as Making;
}
