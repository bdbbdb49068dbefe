import type { Actor } from '../../access/actor.js';
import type { FormState } from '../forms/form-faults.js';
import { AlertForm, type AlertChoices } from './alert-form.js';
import { AlertItem, type Rule } from './alert-item.js';
import type { DoneWord } from './done.js';
import { SettingsFrame } from './settings-frame.js';

export const ALERTS_PATH = '/settings/alerts';

/** What the page of rules shows. */
export interface AlertsProps {
  readonly actor: Actor;
  readonly did: DoneWord | undefined;
  /** The newest first. */
  readonly rules: readonly Rule[];
  /** The id behind which the next part begins; null where none follows. */
  readonly next: string | null;
  readonly choices: AlertChoices;
  /** The form for another one. */
  readonly making: FormState;
  /** What was refused of one that there is already. */
  readonly refused: { readonly id: string; readonly state: FormState } | null;
}

/** The rules by which one is alerted: what each waits for, what it last told of, and a form for another. */
export function alertsPage({ actor, did, rules, next, choices, making, refused }: AlertsProps) {
  return (
    <SettingsFrame actor={actor} at={ALERTS_PATH} title="Alerts" did={did}>
      <p class="lede muted">
        A rule tells you when a likelihood crosses your mark or moves, when somebody speaks on the record, or when a
        rumor is decided. Sources that nobody vouches for never set one off.
      </p>
      {rules.length === 0 ? (
        <p role="status">You have no rule yet. Make the first one below.</p>
      ) : (
        <ul class="kept-list">
          {rules.map((rule) => (
            <AlertItem rule={rule} refused={refused?.id === rule.id ? refused.state : null} />
          ))}
        </ul>
      )}
      {next !== null && (
        <p>
          <a class="button" href={`${ALERTS_PATH}?after=${next}`}>
            Older ones
          </a>
        </p>
      )}
      <AlertForm state={making} choices={choices} />
    </SettingsFrame>
  );
}
