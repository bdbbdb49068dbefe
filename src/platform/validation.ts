import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { Fault, type FaultDetail } from './fault.js';

function details(errors: readonly ValidationError[], above = '#'): FaultDetail[] {
  return errors.flatMap((error) => {
    const pointer = `${above}/${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([code, detail]) => ({ pointer, code, detail }));
    return [...own, ...details(error.children ?? [], pointer)];
  });
}

/**
 * The act that a plain value describes, checked against its class: members that are missing, wrong or unknown are
 * refused, all at once.
 *
 * @throws Fault `invalid-input` with a JSON pointer for each
 */
export function checked<T extends object>(act: ClassConstructor<T>, plain: object): T {
  const value = plainToInstance(act, plain);
  const errors = details(
    validateSync(value, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true }),
  );
  const [first] = errors;
  if (first === undefined) return value;
  throw new Fault('invalid', 'invalid-input', errors.map((error) => error.detail).join('; '), errors);
}
