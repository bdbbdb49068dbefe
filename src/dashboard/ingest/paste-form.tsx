import type { ComponentChildren } from 'preact';
import { GRADES, SOURCE_KINDS } from '../../engine/subjects/index.js';
import { words } from '../wording.js';
import type { Field, Paste, PasteFault } from './paste.js';

interface PasteFormProps {
  readonly paste: Paste;
  readonly faults: readonly PasteFault[];
}

/** The paste box. What is wrong stands beside its field, and what was typed stays. */
export function PasteForm({ paste, faults }: PasteFormProps) {
  const about = (field: Field) => faults.filter((fault) => fault.field === field);
  return (
    <form class="form" method="post" action="/ingest">
      <FieldOf name="text" label="Article" faults={about('text')}>
        <textarea {...attributes('text', about('text'))} autofocus={paste.text === ''} spellcheck={false}>
          {paste.text}
        </textarea>
      </FieldOf>
      <div class="fields">
        <Line name="title" label="Title" paste={paste} faults={about('title')} hint="else its first line" />
        <Line
          name="url"
          label="Address"
          paste={paste}
          faults={about('url')}
          placeholder="https://"
          hint="alone, it is fetched"
        />
        <Line name="published_on" label="Published" type="date" paste={paste} faults={about('published_on')} />
        <Line name="source" label="Source" paste={paste} faults={about('source')} hint="else the host of the address" />
        <FieldOf name="kind" label="Kind of source" faults={about('kind')}>
          <select {...attributes('kind', about('kind'))}>
            {SOURCE_KINDS.map((kind) => (
              <option value={kind} selected={kind === paste.kind}>
                {words(kind)}
              </option>
            ))}
          </select>
        </FieldOf>
        <FieldOf name="grade" label="Do you vouch for it?" faults={about('grade')}>
          <select {...attributes('grade', about('grade'))}>
            {GRADES.map((grade) => (
              <option value={grade} selected={grade === paste.grade}>
                yes, grade {grade}
              </option>
            ))}
            <option value="" selected={paste.grade === ''}>
              no, unrated
            </option>
          </select>
        </FieldOf>
      </div>
      <p class="actions">
        <button class="primary">Preview</button>
        <span class="muted small">Nothing is stored.</span>
      </p>
    </form>
  );
}

interface LineProps {
  readonly name: Field;
  readonly label: string;
  readonly paste: Paste;
  readonly faults: readonly PasteFault[];
  readonly hint?: string;
  readonly type?: string;
  readonly placeholder?: string;
}

function Line({ name, label, paste, faults, hint, type = 'text', placeholder }: LineProps) {
  return (
    <FieldOf name={name} label={label} faults={faults} hint={hint}>
      <input {...attributes(name, faults)} type={type} value={paste[name]} placeholder={placeholder} />
    </FieldOf>
  );
}

const attributes = (name: Field, faults: readonly PasteFault[]) => ({
  id: name,
  name,
  ...(faults.length > 0 && { 'aria-invalid': 'true' as const, 'aria-describedby': `${name}-fault` }),
});

interface FieldOfProps {
  readonly name: Field;
  readonly label: string;
  readonly faults: readonly PasteFault[];
  readonly hint?: string;
  readonly children: ComponentChildren;
}

function FieldOf({ name, label, faults, hint, children }: FieldOfProps) {
  return (
    <div class="field">
      <label for={name}>
        {label} {hint !== undefined && <span class="hint">({hint})</span>}
      </label>
      {children}
      {faults.length > 0 && (
        <p class="fault" id={`${name}-fault`} role="alert">
          {faults.map(({ message }) => message).join(' ')}
        </p>
      )}
    </div>
  );
}
