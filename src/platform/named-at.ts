import { Fault, type FaultDetail, type FaultKind } from './fault.js';

/** What it is called where an act or a query, and not the address, names what is not found so. */
const KINDS: Readonly<Partial<Record<FaultKind, FaultKind>>> = {
  not_found: 'invalid',
  gone: 'invalid',
  moved: 'conflict',
};

/**
 * Finds what the body of an act names, at a JSON pointer (`#/rumor`): an address that leads nowhere is not found, but a
 * body that names what is not there, or not shown any more, is invalid.
 *
 * @throws Fault invalid, with the code of whatever is not there (`unknown-rumor`, `removed-device`); conflict `moved`
 *   for what goes by another name now; what else `find` throws
 */
export function namedAt<T>(pointer: string, find: () => Promise<T>): Promise<T> {
  return found(find, KINDS, { pointer });
}

/**
 * Finds what a parameter of a query names.
 *
 * @throws Fault malformed, with the code of whatever is not there; what else `find` throws
 */
export function askedBy<T>(parameter: string, find: () => Promise<T>): Promise<T> {
  return found(find, { not_found: 'malformed' }, { parameter });
}

async function found<T>(
  find: () => Promise<T>,
  kinds: Readonly<Partial<Record<FaultKind, FaultKind>>>,
  place: Pick<FaultDetail, 'pointer' | 'parameter'>,
): Promise<T> {
  try {
    return await find();
  } catch (error) {
    const kind = error instanceof Fault && error.errors.length === 0 ? kinds[error.kind] : undefined;
    if (!(error instanceof Fault) || kind === undefined) throw error;
    const { code, message: detail } = error;
    throw new Fault(kind, code, detail, [{ ...place, code, detail }], { cause: error });
  }
}
