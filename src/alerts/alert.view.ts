import { sayInstant } from '../platform/instant.js';
import type { Alert, AlertFiring } from './alert.entity.js';
import type { AlertAnswer, FiringAnswer } from './alert.answer.js';

const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 10_000) / 10_000);

/** A rule as it is shown. */
export function viewAlert(alert: Alert, lastFiredAt: number | null): AlertAnswer {
  return {
    id: alert.id,
    name: alert.name,
    device_id: alert.deviceId,
    company_id: alert.companyId,
    subject: alert.subject,
    when: alert.kind,
    threshold: alert.threshold,
    hysteresis: alert.kind === 'crosses' ? alert.hysteresis : null,
    min_origins: alert.threshold === null ? null : alert.minOrigins,
    cooldown: alert.threshold === null ? null : alert.cooldown,
    to: alert.target,
    webhook_id: alert.webhookId,
    enabled: alert.enabled,
    created_by: { key_id: alert.keyId, name: alert.createdBy },
    last_fired_at: lastFiredAt === null ? null : sayInstant(lastFiredAt),
    created_at: sayInstant(alert.createdAt),
    updated_at: sayInstant(alert.updatedAt),
  };
}

/** An alert that was given, as the feed of its rule shows it. */
export function viewFiring({ id, at, data }: AlertFiring): FiringAnswer {
  return { id, at: sayInstant(at), ...data, previous: round(data.previous), current: round(data.current) };
}
