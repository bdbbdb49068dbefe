import { EntityPropertyNotFoundError, QueryFailedError } from 'typeorm';
import { Fault, type FaultKind } from '../fault.js';
import { primaryKeyName, uniqueName } from './names.js';
import { NonScalarBind } from './scalar.js';

type Meaning = readonly [kind: FaultKind, code: string, message: string];
const BAD_VALUE: Meaning = ['invalid', 'bad-value', 'A value cannot be stored.'];
const UNKNOWN: Meaning = ['internal', 'internal', 'Something went wrong in the program.'];

/** From the code of a driver's error (SQLite's name, PostgreSQL's SQLSTATE, Node's) to what it means; first hit wins. */
const MEANINGS: readonly (readonly [codes: RegExp, ...Meaning])[] = [
  [/^(?:SQLITE_CONSTRAINT_(?:UNIQUE|PRIMARYKEY)|23505)$/, 'conflict', 'duplicate', 'That exists already.'],
  [
    /^(?:SQLITE_CONSTRAINT_FOREIGNKEY|23001|23503)$/,
    'conflict',
    'reference',
    'Something that this belongs to does not exist, or something still belongs to it.',
  ],
  [/^(?:SQLITE_(?:CONSTRAINT_CHECK|MISMATCH|TOOBIG|RANGE)|23514|22\w{3}|54\w{3})$/, ...BAD_VALUE],
  [
    /^(?:SQLITE_(?:BUSY|LOCKED)\w*|40001|40P01|55P03|57014)$/,
    'unavailable',
    'busy',
    'The database is busy with another change; try again.',
  ],
  [
    /^(?:SQLITE_(?:FULL|IOERR\w*|CANTOPEN\w*|READONLY_\w+|NOMEM|CORRUPT\w*|NOTADB)|53\w{3}|58\w{3})$/,
    'unavailable',
    'storage',
    'The database cannot write or read its storage; nothing was changed.',
  ],
  [
    /^(?:08\w{3}|57P0\d|3D000|28\w{3}|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$|^Connection terminated|^timeout exceeded/,
    'unavailable',
    'no-database',
    'The database cannot be reached.',
  ],
];

interface DriverError {
  readonly code: string;
  readonly message: string;
  readonly constraint: string | null;
}

function driverErrorOf(error: unknown): DriverError {
  const raised: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const { code, message, constraint } = Object(raised) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { code: text(code), message: text(message), constraint: text(constraint) || null };
}

function meaningOf(error: unknown, { code, message }: DriverError): Meaning {
  if (error instanceof EntityPropertyNotFoundError || isNonScalarBind(error)) return BAD_VALUE;
  const known = MEANINGS.find(([codes]) => codes.test(code) || codes.test(message));
  return known ? [known[1], known[2], known[3]] : UNKNOWN;
}

const isNonScalarBind = (error: unknown): boolean =>
  error instanceof NonScalarBind || (error instanceof QueryFailedError && error.driverError instanceof NonScalarBind);

const BROKEN = /^UNIQUE constraint failed: (?:index '(?<index>\w+)'|(?<table>\w+)\.(?<columns>[\w, .]+))$/;

/** The rule that was broken. SQLite names the columns instead, from which `Names` makes the name that PostgreSQL gives. */
function constraintOf({ code, message, constraint }: DriverError): string | null {
  const { index, table = '', columns = '' } = BROKEN.exec(message)?.groups ?? {};
  if (constraint !== null || index !== undefined) return constraint ?? index ?? null;
  if (code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return primaryKeyName(table);
  return table === '' ? null : uniqueName(table, columns.split(`, ${table}.`));
}

/**
 * What an error means in words of the field. A Fault stays what it is; what the database says becomes a conflict, a
 * bad value or an outage; anything else is internal. No message carries SQL, a value or a path: those are in `cause`.
 */
export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const raised = driverErrorOf(error);
  const [kind, code, message] = meaningOf(error, raised);
  const constraint = kind === 'conflict' ? constraintOf(raised) : null;
  const errors = constraint === null ? [] : [{ code, detail: constraint }];
  return new Fault(kind, code, message, errors, { cause: error });
}

/** Whether an error was raised by the database, and not by the act that used it. */
const isOfDatabase = (error: unknown): boolean =>
  error instanceof QueryFailedError ||
  driverErrorOf(error).code.startsWith('SQLITE_') ||
  meaningOf(error, driverErrorOf(error)) !== UNKNOWN;

/** What the database says as a Fault; anything else as it is. */
export const inWords = (error: unknown): unknown => (isOfDatabase(error) ? faultOf(error) : error);
