import { CATALOGUE } from '../../engine/subjects/index.js';
import { Choice, FormTrouble, Line, Once } from '../forms/field.js';
import type { FormState } from '../forms/form-faults.js';
import { capital } from '../wording.js';
import { KINDS } from './alert-words.js';
import { COOLDOWNS, durationsWith } from './durations.js';
import type { Named } from './names.service.js';
import { Offered } from './offered.js';

/** What can be chosen in the form of a rule. */
export interface AlertChoices {
  readonly devices: readonly Named[];
  readonly companies: readonly Named[];
  /** The receivers that are switched on, for whoever may see these; null for everybody else. */
  readonly webhooks: readonly { readonly id: string; readonly name: string }[] | null;
}

const SUBJECTS = [['', 'any'] as const, ...CATALOGUE.map(({ key, label }) => [key, label] as const)];
const form = 'alert';

/** The form of a new rule: what it waits for, of what, and where it tells it. */
export function AlertForm({ state, choices }: { state: FormState; choices: AlertChoices }) {
  return (
    <section class="panel" aria-labelledby="make-alert">
      <h2 id="make-alert">Make a rule</h2>
      <form class="form" method="post" action="/settings/alerts">
        <Once />
        <FormTrouble state={state} />
        <div class="fields">
          <Choice {...{ state, form }} name="when" label="Tell me when" options={KINDS} />
          <Line
            {...{ state, form }}
            name="name"
            label="What it is called"
            hint="else what it waits for"
            maxlength={200}
          />
        </div>
        <About state={state} choices={choices} />
        <Numbers state={state} />
        <Target state={state} choices={choices} />
        <p class="actions">
          <button class="primary">Make the rule</button>
        </p>
      </form>
    </section>
  );
}

function About({ state, choices }: { state: FormState; choices: AlertChoices }) {
  return (
    <fieldset>
      <legend>
        About what <span class="hint">(empty: everything)</span>
      </legend>
      <div class="fields">
        <Line
          {...{ state, form }}
          name="device"
          label="Device"
          list="devices"
          hint="as in its address"
          maxlength={200}
        />
        <Line {...{ state, form }} name="company" label="Company" list="companies" hint="its devices" maxlength={200} />
        <Choice {...{ state, form }} name="subject" label="Subject" value="" options={SUBJECTS} />
      </div>
      <Offered id="devices" things={choices.devices} />
      <Offered id="companies" things={choices.companies} />
    </fieldset>
  );
}

/** What only a rule about a likelihood has. */
function Numbers({ state }: { state: FormState }) {
  const usual = ['', 'as usual: 1 hour'] as const;
  return (
    <fieldset class="of-numbers">
      <legend>How much</legend>
      <div class="fields">
        <Line {...{ state, form }} name="threshold" label="Mark or move, in %" placeholder="80" inputmode="decimal" />
        <Line
          {...{ state, form }}
          name="hysteresis"
          class="of-marks"
          label="Falls back by, in pp"
          hint="else 2"
          inputmode="decimal"
        />
        <Line {...{ state, form }} name="min_origins" label="Independent origins" hint="else 1" inputmode="numeric" />
        <Choice
          {...{ state, form }}
          name="cooldown"
          label="Then silent for"
          value=""
          options={[usual, ...durationsWith(COOLDOWNS)]}
        />
      </div>
    </fieldset>
  );
}

/** Receivers are chosen by those who may see them; everybody else types the id that an admin gave them. */
function Target({ state, choices: { webhooks } }: { state: FormState; choices: AlertChoices }) {
  const [name, label] = ['webhook', 'Tell it'] as const;
  if (webhooks === null) {
    return (
      <Line
        {...{ state, form, name }}
        label="Webhook"
        hint="its id, from an admin; else only the feed of the rule"
        maxlength={40}
      />
    );
  }
  const options = webhooks.map((each) => [each.id, `and post it to ${each.name}`] as const);
  return <Choice {...{ state, form, name, label }} value="" options={[['', 'in the feed of the rule'], ...options]} />;
}

/** A name for a webhook where it has no description: the host that it is at. */
export const receiverName = (url: string, description: string): string => capital(description) || new URL(url).host;
