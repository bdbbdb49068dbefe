import { randomBytes } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import type { FormFault, FormState } from './form-faults.js';

/** What an element of a form carries so that it is found by its label, and by what is wrong with it. */
export interface FieldAttributes {
  readonly id: string;
  readonly name: string;
  readonly 'aria-invalid'?: 'true';
  readonly 'aria-describedby'?: string;
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly faults: readonly FormFault[];
  readonly hint?: string;
  /** Tells the fields of several forms on a page apart. */
  readonly form?: string;
  /** Further classes. */
  readonly class?: string;
  readonly children: (attributes: FieldAttributes) => ComponentChildren;
}

/** A field with its label, a hint, and what is wrong with it right below. */
export function Field({ name, label, faults, hint, form, class: more, children }: FieldProps) {
  const id = form === undefined ? name : `${form}-${name}`;
  const own = faults.filter(({ field }) => field === name);
  const marks = own.length > 0 ? { 'aria-invalid': 'true' as const, 'aria-describedby': `${id}-fault` } : {};
  return (
    <div class={more === undefined ? 'field' : `field ${more}`}>
      <label for={id}>
        {label} {hint !== undefined && <span class="hint">({hint})</span>}
      </label>
      {children({ id, name, ...marks })}
      {own.length > 0 && (
        <p class="fault" id={`${id}-fault`} role="alert">
          {own.map(({ message }) => message).join(' ')}
        </p>
      )}
    </div>
  );
}

interface LineProps extends Omit<FieldProps, 'children' | 'faults'> {
  readonly state: FormState;
  /** What stands in it where nothing was typed. */
  readonly value?: string;
  readonly type?: string;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly maxlength?: number;
  readonly list?: string;
  /** The least that a day may be. */
  readonly min?: string;
  readonly inputmode?: 'decimal' | 'numeric' | 'url';
}

/** A field of one line. */
export function Line({ state, value = '', type = 'text', ...props }: LineProps) {
  const { name, label, hint, form, class: more, ...input } = props;
  return (
    <Field {...{ name, label, hint, form, class: more }} faults={state.faults}>
      {(attributes) => <input {...attributes} {...input} type={type} value={typedIn(state, name) ?? value} />}
    </Field>
  );
}

interface ChoiceProps extends Omit<FieldProps, 'children' | 'faults'> {
  readonly state: FormState;
  /** What is chosen where nobody chose. */
  readonly value?: string;
  /** What can be chosen, each with the words for it. */
  readonly options: readonly (readonly [value: string, text: string])[];
}

/** A field in which one of a few is chosen. */
export function Choice({ state, value, options, ...props }: ChoiceProps) {
  const chosen = typedIn(state, props.name) ?? value;
  return (
    <Field {...props} faults={state.faults}>
      {(attributes) => (
        <select {...attributes}>
          {options.map(([option, text]) => (
            <option value={option} selected={option === chosen}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** What was typed into a field of one value; undefined where it was not sent. */
export function typedIn({ values }: FormState, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** What is wrong with a form as a whole, above its fields. */
export function FormTrouble({ state }: { state: FormState }) {
  const own = state.faults.filter(({ field }) => field === null);
  if (own.length === 0) return null;
  return (
    <p class="fault" role="alert">
      {own.map(({ message }) => message).join(' ')}
    </p>
  );
}

const ONCE_BYTES = 16;

/** The key under which a form is taken once: 128 random bits, new each time the form is shown. */
export function Once() {
  return <input type="hidden" name="once" value={randomBytes(ONCE_BYTES).toString('base64url')} />;
}

/** The version of what was looked at: what changed in between is not changed over. */
export function Seen({ version }: { version: number }) {
  return <input type="hidden" name="version" value={version} />;
}
