import { CERTAINTIES, STANCES } from '../../engine/subjects/index.js';
import { Choice, FormTrouble, Line, Once } from '../forms/field.js';
import { UNTOUCHED, type FormState } from '../forms/form-faults.js';
import { sayRead } from '../parts/claim.js';
import type { OutcomeView } from '../views.js';
import { ForeseenEffect } from './foreseen.js';

type Candidate = OutcomeView['candidates'][number];

interface CandidateItemProps {
  readonly candidate: Candidate;
  /** The number of its passage in the text. */
  readonly number: number;
  readonly ingestion: string;
  /** The names that the article gives to devices. */
  readonly devices: readonly string[];
  readonly mayDecide: boolean;
  /** What was refused of it, with what was typed; null where nothing was. */
  readonly refused: FormState | null;
}

/** What was read in one passage: accepted, rejected or corrected, with what it would do as it is decided now. */
export function CandidateItem(props: CandidateItemProps) {
  const { candidate, number, ingestion, mayDecide, refused } = props;
  const { id, device, stance, certainty, novelty, decision, effect } = candidate;
  const path = `/review/articles/${ingestion}/${id}`;
  return (
    <li class={decision === 'rejected' ? 'proposal rejected' : 'proposal'} id={`p${number}`}>
      <a class="number" href={`#m${number}`} aria-label={`claim ${number}, to its passage`}>
        {number}
      </a>
      <strong>
        <span data-shows="device">{device}</span> · <span data-shows="value">{sayRead(candidate)}</span>
      </strong>
      <span class="muted small">
        <span class={`stance-${stance}`} data-shows="stance">
          {stance}
        </span>{' '}
        · <span data-shows="certainty">{certainty}</span> · {novelty} · <span data-shows="decision">{decision}</span>
      </span>
      <ForeseenEffect effect={effect} />
      {mayDecide && (
        <div class="kept-acts">
          <Decision path={path} decision={decision} number={number} />
          <details class="removal" open={refused !== null && refused.faults.some(({ field }) => field !== null)}>
            <summary aria-label={`Correct … claim ${number}`}>Correct …</summary>
            <Correction {...props} path={path} />
          </details>
        </div>
      )}
      {refused !== null && <FormTrouble state={refused} />}
    </li>
  );
}

function Decision({ path, decision, number }: { path: string; decision: Candidate['decision']; number: number }) {
  return (
    <form class="decide" method="post" action={path}>
      <Once />
      {decision !== 'accepted' && (
        <button name="decision" value="accepted" aria-label={`Accept claim ${number}`}>
          Accept
        </button>
      )}
      {decision !== 'rejected' && (
        <button name="decision" value="rejected" aria-label={`Reject claim ${number}`}>
          Reject
        </button>
      )}
    </form>
  );
}

const asOptions = (words: readonly string[]) => words.map((word) => [word, word] as const);

function Correction({ candidate, devices, refused, path }: CandidateItemProps & { path: string }) {
  const { id: form, device, value, region, stance, certainty } = candidate;
  const field = { state: refused ?? UNTOUCHED, form };
  return (
    <form class="fields" method="post" action={path}>
      <Once />
      <Line {...field} name="value" label="What it says" value={value} required maxlength={300} />
      {devices.length > 1 && (
        <Choice {...field} name="device" label="Of which device" value={device} options={asOptions(devices)} />
      )}
      <Choice {...field} name="stance" label="It" value={stance} options={asOptions(STANCES)} />
      <Choice {...field} name="certainty" label="How surely" value={certainty} options={asOptions(CERTAINTIES)} />
      <Line {...field} name="region" label="Region" hint="such as US, EU" value={region ?? ''} maxlength={10} />
      <p class="actions">
        <button>Save</button>
      </p>
    </form>
  );
}
