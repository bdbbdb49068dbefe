import { GRADES, SOURCE_KINDS } from '../../engine/subjects/index.js';
import { Choice, Field, Line } from '../forms/field.js';
import type { FormState } from '../forms/form-faults.js';
import { words } from '../wording.js';
import type { Paste, PasteFault } from './paste.js';

interface PasteFormProps {
  readonly paste: Paste;
  readonly faults: readonly PasteFault[];
}

const KINDS = SOURCE_KINDS.map((kind) => [kind, words(kind)] as const);
const VOUCHED = [...GRADES.map((grade) => [grade, `yes, grade ${grade}`] as const), ['', 'no, unrated'] as const];

/** The paste box. What is wrong stands beside its field, and what was typed stays. */
export function PasteForm({ paste, faults }: PasteFormProps) {
  const state: FormState = { values: paste, faults };
  return (
    <form class="form" method="post" action="/ingest">
      <Field name="text" label="Article" faults={faults}>
        {(attributes) => (
          <textarea {...attributes} autofocus={paste.text === ''} spellcheck={false}>
            {paste.text}
          </textarea>
        )}
      </Field>
      <div class="fields">
        <Line state={state} name="title" label="Title" hint="else its first line" />
        <Line state={state} name="url" label="Address" placeholder="https://" hint="alone, it is fetched" />
        <Line state={state} name="published_on" label="Published" type="date" />
        <Line state={state} name="source" label="Source" hint="else the host of the address" />
        <Choice state={state} name="kind" label="Kind of source" options={KINDS} />
        <Choice state={state} name="grade" label="Do you vouch for it?" options={VOUCHED} />
      </div>
      <p class="actions">
        <button class="primary">Preview</button>
        <span class="muted small">Nothing is stored.</span>
      </p>
    </form>
  );
}
