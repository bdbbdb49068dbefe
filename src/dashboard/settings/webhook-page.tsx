import type { Actor } from '../../access/actor.js';
import type { WebhookAnswer, WebhookTestAnswer } from '../../webhooks/webhook.answer.js';
import { FormTrouble, Once, Seen } from '../forms/field.js';
import type { FormState } from '../forms/form-faults.js';
import { Instant } from '../parts/day.js';
import { count } from '../wording.js';
import { receiverName } from './alert-form.js';
import { DeliveryLog, type DeliveryLogProps } from './delivery-log.js';
import type { DoneWord } from './done.js';
import { Fact } from './fact.js';
import type { Named } from './names.service.js';
import { SecretOnce } from './secret-once.js';
import { SettingsFrame } from './settings-frame.js';
import { ReceiverActs } from './webhook-acts-part.js';
import { ReceiverFields } from './webhook-form.js';
import { sayOff } from './webhook-words.js';
import { WEBHOOKS_PATH } from './webhooks-page.js';

/** What the page of one receiver shows. */
export interface WebhookProps {
  readonly actor: Actor;
  readonly did: DoneWord | undefined;
  readonly webhook: WebhookAnswer;
  readonly version: number;
  /** Its new secret, which is shown this once; null otherwise. */
  readonly secret: string | null;
  /** What it made of a test that was just sent; null otherwise. */
  readonly trial: WebhookTestAnswer | null;
  /** What was refused of it; null where nothing was. */
  readonly refused: string | null;
  readonly log: Omit<DeliveryLogProps, 'path'>;
  readonly offered: { readonly devices: readonly Named[]; readonly companies: readonly Named[] };
  /** The form with which it is changed. */
  readonly changing: FormState;
}

/** One receiver: how it fares, what was sent to it, and what can be done with it. */
export function webhookPage(props: WebhookProps) {
  const { actor, did, webhook, version, secret, trial, refused, log, offered, changing } = props;
  const path = `${WEBHOOKS_PATH}/${webhook.id}`;
  const name = receiverName(webhook.url, webhook.description);
  return (
    <SettingsFrame actor={actor} at={WEBHOOKS_PATH} title={name} did={did}>
      {secret !== null && (
        <SecretOnce whose={name} secret={secret} what="The secret with which messages are signed, for" />
      )}
      {trial !== null && <Trial trial={trial} />}
      {refused !== null && (
        <p class="fault" role="alert">
          {refused}
        </p>
      )}
      {!webhook.enabled && (
        <p class="fault banner" role="note">
          <strong>{sayOff(webhook)}</strong> Switched on again, it gets what still waits for it at once.
        </p>
      )}
      <Facts webhook={webhook} />
      <ReceiverActs webhook={webhook} version={version} path={path} name={name} />
      <DeliveryLog {...log} path={path} />
      <section class="panel" aria-labelledby="change-webhook">
        <h2 id="change-webhook">Change it</h2>
        <form class="form" method="post" action={path}>
          <Once />
          <Seen version={version} />
          <FormTrouble state={changing} />
          <ReceiverFields state={changing} form="change" {...offered} />
          <p class="actions">
            <button class="primary">Save</button>
          </p>
        </form>
      </section>
    </SettingsFrame>
  );
}

function Trial({ trial: { received, status, error, duration_ms: took } }: { trial: WebhookTestAnswer }) {
  return (
    <p class={received ? 'notice' : 'fault'} role={received ? 'status' : 'alert'}>
      {received
        ? `It took the test and answered ${status}`
        : `It did not take the test: ${error ?? `it answered ${status}`}`}
      , after {took} ms.
    </p>
  );
}

function Facts({ webhook }: { webhook: WebhookAnswer }) {
  const { deliveries, failures_in_row: failures, last_success_at: good, last_failure_at: bad } = webhook;
  const { types, former_secret_until: former } = webhook;
  return (
    <dl class="kept-facts">
      <Fact name="Address">{webhook.url}</Fact>
      <Fact name="State">{webhook.enabled ? 'on' : 'off'}</Fact>
      <Fact name="In 30 days">
        {count(deliveries.delivered, 'event')} delivered, {deliveries.failed} given up, {deliveries.pending} on their
        way
      </Fact>
      <Fact name="Last answered well">{good === null ? 'never' : <Instant at={good} short />}</Fact>
      <Fact name="Last failed">
        {bad === null ? 'never' : <Instant at={bad} short />}
        {failures > 0 && `, ${failures} in a row`}
      </Fact>
      <Fact name="It is told of">
        {types.length === 0 ? 'every type of event' : `${count(types.length, 'type')} of event`}
      </Fact>
      {former !== null && (
        <Fact name="Former secret">
          signs as well until <Instant at={former} short />
        </Fact>
      )}
    </dl>
  );
}
