import type { DeliveryAnswer, WebhookAnswer } from '../../webhooks/webhook.answer.js';
import { sayDay } from '../wording.js';

const WHY: Readonly<Record<NonNullable<WebhookAnswer['disabled_reason']>, string>> = {
  failing: 'an event was given up after its last attempt',
  gone: 'it answered that it is gone (410)',
  paused: 'somebody switched it off',
};

/** Why nothing is sent to a receiver, and since when. */
export function sayOff({ disabled_reason: reason, disabled_at: at }: WebhookAnswer): string {
  const since = at === null ? '' : ` since ${sayDay(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`;
  return `Disabled${since}${reason === null ? '' : `: ${WHY[reason]}`}. Nothing is sent to it.`;
}

/** What a receiver answered the last time it was tried, or why it did not. */
export function sayAnswer({ last_status: status, last_error: error, attempts }: DeliveryAnswer): string {
  if (error !== null) return error;
  if (status !== null) return String(status);
  return attempts === 0 ? 'not tried yet' : 'no answer';
}
