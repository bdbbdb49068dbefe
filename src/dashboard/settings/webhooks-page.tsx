import type { Actor } from '../../access/actor.js';
import type { WebhookAnswer } from '../../webhooks/webhook.answer.js';
import { FormTrouble, Once } from '../forms/field.js';
import type { FormState } from '../forms/form-faults.js';
import { Instant } from '../parts/day.js';
import { count } from '../wording.js';
import { receiverName } from './alert-form.js';
import type { DoneWord } from './done.js';
import { Fact } from './fact.js';
import type { Named } from './names.service.js';
import { SettingsFrame } from './settings-frame.js';
import { ReceiverFields } from './webhook-form.js';
import { sayOff } from './webhook-words.js';

export const WEBHOOKS_PATH = '/settings/webhooks';

/** What the page of receivers shows. */
export interface WebhooksProps {
  readonly actor: Actor;
  readonly did: DoneWord | undefined;
  /** The newest first. */
  readonly webhooks: readonly WebhookAnswer[];
  readonly offered: { readonly devices: readonly Named[]; readonly companies: readonly Named[] };
  /** The form for another one. */
  readonly registering: FormState;
}

/** The receivers of events, how each fares, and a form for another. */
export function webhooksPage({ actor, did, webhooks, offered, registering }: WebhooksProps) {
  return (
    <SettingsFrame actor={actor} at={WEBHOOKS_PATH} title="Webhooks" did={did}>
      <p class="lede muted">
        Events are posted to a receiver as they happen, signed (Standard Webhooks), and tried again for a day while it
        does not answer. Chats get them as messages.
      </p>
      {webhooks.length === 0 ? (
        <p role="status">No receiver is registered yet.</p>
      ) : (
        <ul class="kept-list">
          {webhooks.map((webhook) => (
            <ReceiverItem webhook={webhook} />
          ))}
        </ul>
      )}
      <section class="panel" aria-labelledby="register-webhook">
        <h2 id="register-webhook">Register a receiver</h2>
        <form class="form" method="post" action={WEBHOOKS_PATH}>
          <Once />
          <FormTrouble state={registering} />
          <ReceiverFields state={registering} form="register" {...offered} />
          <p class="actions">
            <button class="primary">Register it</button>
            <span class="muted small">Its secret is shown once, on the next page.</span>
          </p>
        </form>
      </section>
    </SettingsFrame>
  );
}

function ReceiverItem({ webhook }: { webhook: WebhookAnswer }) {
  const { id, url, description, enabled, deliveries, last_success_at: last } = webhook;
  return (
    <li class="kept" id={id}>
      <div class="kept-head">
        <h2>
          <a href={`${WEBHOOKS_PATH}/${id}`}>{receiverName(url, description)}</a>
        </h2>
        <span class={`state ${enabled ? 'state-active' : 'state-trouble'}`}>{enabled ? 'on' : 'off'}</span>
      </div>
      <p class="muted small kept-where">{url}</p>
      {!enabled && <p class="trouble">{sayOff(webhook)}</p>}
      <dl class="kept-facts">
        <Fact name="In 30 days">
          {count(deliveries.delivered, 'event')} delivered, {deliveries.failed} given up
        </Fact>
        <Fact name="On their way">{deliveries.pending}</Fact>
        <Fact name="Last answered well">{last === null ? 'never' : <Instant at={last} short />}</Fact>
      </dl>
    </li>
  );
}
