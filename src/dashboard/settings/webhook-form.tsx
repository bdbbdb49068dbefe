import { EVENT_TYPES } from '../../events/event-types.js';
import { Choice, Line } from '../forms/field.js';
import type { FormState } from '../forms/form-faults.js';
import { count } from '../wording.js';
import type { Named } from './names.service.js';
import { Offered } from './offered.js';

interface ReceiverFieldsProps {
  readonly state: FormState;
  /** Tells the fields of several forms on a page apart. */
  readonly form: string;
  readonly devices: readonly Named[];
  readonly companies: readonly Named[];
}

const FORMATS = [
  ['standard', 'events as they are (JSON)'],
  ['slack', 'messages for Slack'],
  ['discord', 'messages for Discord'],
  ['teams', 'messages for Teams'],
] as const;

/** The fields of a receiver: where it is, what it is told, and in which form. */
export function ReceiverFields({ state, form, devices, companies }: ReceiverFieldsProps) {
  const line = { state, form };
  return (
    <>
      <Line {...line} name="url" label="Address" inputmode="url" placeholder="https://" required maxlength={2000} />
      <div class="fields">
        <Line {...line} name="description" label="Whose it is" hint="in your words" maxlength={200} />
        <Choice {...line} name="format" label="It gets" value="standard" options={FORMATS} />
      </div>
      <Types {...line} />
      <fieldset>
        <legend>
          Only about <span class="hint">(empty: everything)</span>
        </legend>
        <div class="fields">
          <Line {...line} name="filter_device" label="Device" list={`${form}-devices`} hint="as in its address" />
          <Line {...line} name="filter_company" label="Company" list={`${form}-companies`} hint="its devices" />
          <Line {...line} name="filter_min_delta" label="Moves of at least, in pp" inputmode="decimal" />
        </div>
        <Offered id={`${form}-devices`} things={devices} />
        <Offered id={`${form}-companies`} things={companies} />
      </fieldset>
    </>
  );
}

/** What events are about: the part of their name before the point. */
const ABOUT = [...new Set(EVENT_TYPES.map((type) => type.split('.', 1)[0]!))];

/** The types of event, by what they are about. None ticked means every type. */
function Types({ state, form }: { state: FormState; form: string }) {
  const ticked = [state.values['types'] ?? []].flat();
  const own = state.faults.filter(({ field }) => field === 'types');
  return (
    <details class="types" open={ticked.length > 0 || own.length > 0}>
      <summary>
        Which types of event:{' '}
        {ticked.length === 0 ? 'every type (open to choose some)' : `${count(ticked.length, 'type')} ticked`}
      </summary>
      {own.length > 0 && (
        <p class="fault" role="alert">
          {own.map(({ message }) => message).join(' ')}
        </p>
      )}
      <div class="type-groups">
        {ABOUT.map((about) => (
          <fieldset>
            <legend>{about}</legend>
            {EVENT_TYPES.filter((type) => type.startsWith(`${about}.`)).map((type) => (
              <label class="tick" for={`${form}-${type}`}>
                <input
                  id={`${form}-${type}`}
                  type="checkbox"
                  name="types"
                  value={type}
                  checked={ticked.includes(type)}
                />
                <span>{type.slice(about.length + 1).replaceAll('_', ' ')}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </details>
  );
}
