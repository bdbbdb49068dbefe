import type { Fault } from '../../platform/fault.js';
import { capital } from '../wording.js';

/** What is wrong with a form, and at which of its fields; null where it is about no field alone. */
export interface FormFault {
  readonly field: string | null;
  readonly message: string;
}

/** A form as it is shown: what was typed into it, and what is wrong with that. */
export interface FormState {
  /** By the name of the field. */
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly faults: readonly FormFault[];
}

/** A form into which nothing was typed. */
export const UNTOUCHED: FormState = { values: {}, faults: [] };

/** `#/filter/min_delta` is what the field `filter_min_delta` says. */
const nameAt = (pointer: string): string => pointer.replace(/^#\//, '').replaceAll('/', '_');

/** The field of a form that a pointer into its act leads to: the nearest one above it. Null where there is none. */
function fieldAt(pointer: string, fields: readonly string[]): string | null {
  const name = nameAt(pointer);
  const above = fields.filter((field) => name === field || name.startsWith(`${field}_`));
  return above.sort((one, other) => other.length - one.length)[0] ?? null;
}

/** A sentence of a detail that begins with the name of its member: `url must be …` is `Must be …`. */
function sentenceOf(detail: string, pointer: string): string {
  const member = pointer.slice(pointer.lastIndexOf('/') + 1);
  const words = detail.startsWith(`${member} `) ? detail.slice(member.length + 1) : detail;
  return `${capital(words)}${/[.!?]$/.test(words) ? '' : '.'}`;
}

/**
 * What a fault says of a form, each at its field.
 *
 * @param fields the names of the fields; one of a member within a member is named `filter_device`
 * @param said what is said of a field whose value is typed in another way than the act has it, whatever is wrong
 */
export function formFaultsOf(
  fault: Fault,
  fields: readonly string[],
  said: Readonly<Record<string, string>> = {},
): FormFault[] {
  const found = fault.errors.map(({ pointer = '', code, detail }): FormFault => {
    const field = fieldAt(pointer, fields);
    if (field === null) return { field, message: fault.message };
    return { field, message: (isOfValue(code) && said[field]) || sentenceOf(detail, pointer) };
  });
  const faults = found.length > 0 ? found : [{ field: null, message: fault.message }];
  return faults.filter(
    (each, place) =>
      faults.findIndex(({ field, message }) => field === each.field && message === each.message) === place,
  );
}

/** Whether a code tells that a value itself cannot be, and not that it does not suit the others. */
const isOfValue = (code: string): boolean =>
  /^(?:is-|min|max|missing|unreadable-text)/.test(code) && !/^missing-/.test(code);
