import type { AlertAnswer, FiringAnswer } from '../../alerts/alert.answer.js';
import { findSubject } from '../../engine/subjects/index.js';
import { Choice, FormTrouble, Line, Once, Seen } from '../forms/field.js';
import { UNTOUCHED, type FormState } from '../forms/form-faults.js';
import { Instant } from '../parts/day.js';
import { capital } from '../wording.js';
import { percentOf, sayWaits } from './alert-words.js';
import { COOLDOWNS, durationsWith, sayDuration } from './durations.js';
import { Fact } from './fact.js';
import type { Named } from './names.service.js';
import { Removal } from './settings-frame.js';

/** A rule with what it is about by name, the version that is looked at, and what it last told of. */
export interface Rule extends AlertAnswer {
  readonly version: number;
  readonly device: Named | null;
  readonly company: Named | null;
  /** Null where it told of nothing in the last 90 days. */
  readonly last: FiringAnswer | null;
}

interface AlertItemProps {
  readonly rule: Rule;
  /** What was refused of it, with what was typed; null where nothing was. */
  readonly refused: FormState | null;
}

/** One rule: what it waits for, what it last told of, and what can be done with it. */
export function AlertItem({ rule, refused }: AlertItemProps) {
  const { id, enabled, last } = rule;
  return (
    <li class="kept" id={id}>
      <div class="kept-head">
        <h2>{rule.name || capital(sayWaits(rule))}</h2>
        <span class={`state ${enabled ? 'state-active' : 'state-paused'}`}>{enabled ? 'on' : 'off'}</span>
      </div>
      <Facts rule={rule} />
      {last === null ? (
        <p class="muted small">It told of nothing yet.</p>
      ) : (
        <p>
          <span class="muted small">
            Last told on <Instant at={last.at} short /> of{' '}
          </span>
          <a href={`/rumors/${last.rumor_id}`}>
            {last.device_name}: {last.claim}
          </a>
          . {last.reason}
        </p>
      )}
      <Acts rule={rule} refused={refused} />
    </li>
  );
}

function Facts({ rule }: { rule: Rule }) {
  const { device, company, subject, min_origins: origins, cooldown, created_by: owner } = rule;
  return (
    <dl class="kept-facts">
      <Fact name="Waits until">{sayWaits(rule)}</Fact>
      <Fact name="About">
        {device !== null && <a href={`/devices/${device.slug}`}>{device.name}</a>}
        {device !== null && (company !== null || subject !== null) && ', '}
        {company !== null && `devices of ${company.name}${subject === null ? '' : ', '}`}
        {subject !== null && (findSubject(subject)?.label ?? subject)}
        {device === null && company === null && subject === null && 'everything'}
      </Fact>
      {origins !== null && <Fact name="Independent origins">at least {origins}</Fact>}
      {cooldown !== null && <Fact name="Then silent for">{sayDuration(cooldown)}</Fact>}
      <Fact name="Tells">{rule.webhook_id === null ? 'its feed' : `its feed, and the webhook ${rule.webhook_id}`}</Fact>
      <Fact name="Whose">{owner.name}</Fact>
    </dl>
  );
}

function Acts({ rule, refused }: AlertItemProps) {
  const { id, version, enabled } = rule;
  const [path, name] = [`/settings/alerts/${id}`, rule.name || sayWaits(rule)];
  return (
    <div class="kept-acts">
      <form method="post" action={path}>
        <Once />
        <Seen version={version} />
        <input type="hidden" name="enabled" value={enabled ? 'no' : 'yes'} />
        <button aria-label={`Switch ${enabled ? 'off' : 'on'}: ${name}`}>Switch {enabled ? 'off' : 'on'}</button>
      </form>
      <details class="removal" open={refused !== null}>
        <summary aria-label={`Change … ${name}`}>Change …</summary>
        <ChangeForm {...{ rule, path }} state={refused ?? UNTOUCHED} />
      </details>
      <Removal name={name} what="Remove" action={`${path}/remove`}>
        <Once />
        <Seen version={version} />
        <p class="small">The record of what it told of goes with it.</p>
      </Removal>
    </div>
  );
}

function ChangeForm({ rule, path, state }: { rule: Rule; path: string; state: FormState }) {
  const { id: form, version, threshold, hysteresis, min_origins: origins, cooldown } = rule;
  const line = { state, form };
  return (
    <form class="fields" method="post" action={path}>
      <Once />
      <Seen version={version} />
      <FormTrouble state={state} />
      <Line {...line} name="name" label="Name" value={rule.name} maxlength={200} />
      {threshold !== null && (
        <Line {...line} name="threshold" label="Mark, in %" value={percentOf(threshold)} inputmode="decimal" required />
      )}
      {hysteresis !== null && (
        <Line
          {...line}
          name="hysteresis"
          label="Falls back by, in pp"
          value={percentOf(hysteresis)}
          inputmode="decimal"
        />
      )}
      {origins !== null && (
        <Line {...line} name="min_origins" label="Independent origins" value={String(origins)} inputmode="numeric" />
      )}
      {cooldown !== null && (
        <Choice
          {...line}
          name="cooldown"
          label="Then silent for"
          value={cooldown}
          options={durationsWith(COOLDOWNS, cooldown)}
        />
      )}
      <p class="actions">
        <button>Save</button>
      </p>
    </form>
  );
}
