import { sayInstant } from '../platform/instant.js';
import type { DeliveryAnswer, WebhookAnswer } from './webhook.answer.js';
import type { Delivery, Webhook } from './webhook.entity.js';

/** How many deliveries of a webhook there are, by what became of them. */
export interface DeliveryCounts {
  readonly pending: number;
  readonly delivered: number;
  readonly failed: number;
}

const instant = (at: number | null): string | null => (at === null ? null : sayInstant(at));

/** A webhook as it is shown: everything but its secrets. */
export function viewWebhook(webhook: Webhook, deliveries: DeliveryCounts): WebhookAnswer {
  const { deviceId, companyId, minDelta } = webhook.filter;
  const ended = deliveries.delivered + deliveries.failed;
  return {
    id: webhook.id,
    url: webhook.url,
    types: webhook.types,
    filter: { device_id: deviceId, company_id: companyId, min_delta: minDelta },
    format: webhook.format,
    description: webhook.description,
    enabled: webhook.enabled,
    disabled_reason: webhook.disabledReason,
    disabled_at: instant(webhook.disabledAt),
    deliveries: { ...deliveries },
    failure_rate: ended === 0 ? null : Math.round((deliveries.failed / ended) * 10_000) / 10_000,
    failures_in_row: webhook.failuresInRow,
    last_success_at: instant(webhook.lastSuccessAt),
    last_failure_at: instant(webhook.lastFailureAt),
    former_secret_until: instant(webhook.formerSecretUntil),
    created_at: sayInstant(webhook.createdAt),
    updated_at: sayInstant(webhook.updatedAt),
  };
}

/** A delivery as it is shown. */
export function viewDelivery(delivery: Delivery): DeliveryAnswer {
  return {
    id: delivery.id,
    event_id: delivery.eventId,
    type: delivery.type,
    subject: delivery.subject,
    status: delivery.status,
    attempts: delivery.attempts,
    last_status: delivery.lastStatus,
    last_error: delivery.lastError,
    last_attempt_at: instant(delivery.lastAttemptAt),
    next_attempt_at: delivery.status === 'pending' ? sayInstant(delivery.nextAttemptAt) : null,
    created_at: sayInstant(delivery.createdAt),
    delivered_at: instant(delivery.deliveredAt),
  };
}
