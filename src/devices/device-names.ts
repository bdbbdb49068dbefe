import type { Company } from '../companies/company.entity.js';
import { bareNameKey } from '../engine/subjects/index.js';
import { Fault } from '../platform/fault.js';

/**
 * The names of a device by their keys, which leave out the name of its company.
 *
 * @throws Fault invalid `empty-name` if none has a letter or digit
 */
export function namesOf(company: Pick<Company, 'name'>, names: readonly string[]): Map<string, string> {
  const keyed = new Map(names.map((name) => [bareNameKey(name, [company.name]), name]));
  keyed.delete('');
  if (keyed.size > 0) return keyed;
  throw new Fault('invalid', 'empty-name', 'A device needs a name with at least one letter or digit.');
}
