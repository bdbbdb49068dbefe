import { type Static } from 'typebox';
import { EVENT_TYPES } from '../events/event-types.js';
import {
  idOf,
  instant,
  list,
  named,
  nullable,
  number,
  object,
  oneOf,
  text,
  whole,
  yesNo,
} from '../platform/http/answer-shapes.js';
import { DELIVERY_STATUSES, DISABLED_REASONS, WEBHOOK_FORMATS } from './webhook.entity.js';

const type = oneOf(EVENT_TYPES, 'A type of event.', 'rumor.resolved');

/** A receiver of events, without its secret. */
export const WebhookAnswer = named('Webhook', 'A receiver of events, without its secret.', {
  id: idOf('wh', 'The id of the webhook.'),
  url: text('Where events are posted to.', 'https://receiver.example/hearsay'),
  types: list(type, 'The types of event that it wants; empty = every type.'),
  filter: object('Which of these events.', {
    device_id: nullable(idOf('dev', 'Only about this device.'), 'Null = about any device.'),
    company_id: nullable(idOf('co', 'Only about devices of this company.'), 'Null = of any company.'),
    min_delta: nullable(number('The least move of a confidence.', 0.05), 'Null = any move.'),
  }),
  format: oneOf(WEBHOOK_FORMATS, 'Events as they are (`standard`), or as a message of a chat.'),
  description: text('Whose it is.', 'newsroom'),
  enabled: yesNo('Whether anything is sent.', true),
  disabled_reason: nullable(
    oneOf(DISABLED_REASONS, 'Why nothing is sent.'),
    '`gone`: it answered 410; `failing`: an event was given up after its last attempt; `paused`: somebody switched it off. Null = it is on.',
  ),
  disabled_at: nullable(instant('Since when nothing is sent.'), 'Null = it is on.'),
  deliveries: object('The events of the last 30 days, by what became of them.', {
    pending: whole('On their way.', 1),
    delivered: whole('Received.', 41),
    failed: whole('Given up.', 0),
  }),
  failure_rate: nullable(number('The share of these that were given up, 0 to 1.', 0.02), 'Null = none ended yet.'),
  failures_in_row: whole('Attempts that failed since the last success.', 0),
  last_success_at: nullable(instant('When it last answered well.'), 'Null = never.'),
  last_failure_at: nullable(instant('When an attempt last failed.'), 'Null = never.'),
  former_secret_until: nullable(
    instant('Until when messages are signed with the former secret as well.'),
    'Null = there is none.',
  ),
  created_at: instant('When it was registered.'),
  updated_at: instant('When it was last changed.'),
});
export type WebhookAnswer = Static<typeof WebhookAnswer>;

/** A receiver with its secret. */
export const SecretWebhookAnswer = named('SecretWebhook', 'A webhook with its secret, which is shown this once.', {
  ...WebhookAnswer.properties,
  secret: text('With which messages are signed (Standard Webhooks): `whsec_` and base64.', 'whsec_…'),
});

/** One event on its way to one receiver. */
export const DeliveryAnswer = named('Delivery', 'One event on its way to one receiver.', {
  id: idOf('dlv', 'The id of the delivery.'),
  event_id: text('The id of the event; its `webhook-id` at each attempt.', 'evt_01KA8Z6Y3M7V2QH4T9XBDN5CWE'),
  type: text('The type of the event.', 'rumor.resolved'),
  subject: text('The id of what it happened to.', 'rum_01KA8Z6Y3M7V2QH4T9XBDN5CWE'),
  status: oneOf(DELIVERY_STATUSES, 'How far it is.', 'delivered'),
  attempts: whole('How often it was tried.', 1),
  last_status: nullable(whole('What the receiver answered last.', 204, 100), 'Null = it did not answer.'),
  last_error: nullable(text('Why the last attempt failed.', 'it took too long'), 'Null = it did not.'),
  last_attempt_at: nullable(instant('When it was last tried.'), 'Null = not yet.'),
  next_attempt_at: nullable(instant('When it is tried next.'), 'Null = it is not.'),
  created_at: instant('When the event was taken up.'),
  delivered_at: nullable(instant('When the receiver took it.'), 'Null = it has not.'),
});
export type DeliveryAnswer = Static<typeof DeliveryAnswer>;

/** What a receiver made of a test. */
export const WebhookTestAnswer = named('WebhookTest', 'What a receiver made of an event of the type `webhook.test`.', {
  event_id: text('The id of the event that was sent.', 'evt_01KA8Z6Y3M7V2QH4T9XBDN5CWE'),
  received: yesNo('Whether it was answered with a 2xx.', true),
  status: nullable(whole('What the receiver answered.', 204, 100), 'Null = it did not answer.'),
  error: nullable(text('Why it failed.', 'it took too long'), 'Null = it did not.'),
  duration_ms: whole('How long it took, in milliseconds.', 120),
});
export type WebhookTestAnswer = Static<typeof WebhookTestAnswer>;
