import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Clock } from '../platform/clock.js';
import { Fault } from '../platform/fault.js';
import { newId } from '../platform/ids.js';
import { parseDuration, sayInstant } from '../platform/instant.js';
import { type SeenVersions } from '../platform/version.js';
import { Attempts } from './attempts.service.js';
import { WebhookBoard } from './webhook-board.service.js';
import type { WebhookTestAnswer } from './webhook.answer.js';
import type { RotateSecretDto } from './webhook.dto.js';
import type { Delivery, Webhook } from './webhook.entity.js';
import { Webhooks } from './webhooks.service.js';

const DAY_MS = 86_400_000;
/** For how long both secrets sign, where nobody says otherwise, and at most. */
const OVERLAP = { usual: DAY_MS, most: 7 * DAY_MS };

/** Tries webhooks out and keeps their secrets fresh. */
@Injectable()
export class WebhookDesk {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly board: WebhookBoard,
    private readonly attempts: Attempts,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends an event of the type `webhook.test` at once, whether the webhook is on or off. It stands in no log.
   *
   * @throws Fault not found `unknown-webhook`
   */
  async test(id: string): Promise<WebhookTestAnswer> {
    const webhook = await this.board.get(id);
    const now = this.clock.now();
    const event = {
      ...{ specversion: '1.0', id: newId('evt', now), source: 'hearsay', type: 'webhook.test', subject: id },
      ...{ time: sayInstant(now), datacontenttype: 'application/json', data: { description: webhook.description } },
    };
    const { isReceived, status, error, durationMs } = await this.attempts.post(webhook, {
      id: event.id,
      body: JSON.stringify(event),
    });
    return { event_id: event.id, received: isReceived, status, error, duration_ms: durationMs };
  }

  /** Notes who tried a webhook out. */
  noteTrial(id: string, answer: WebhookTestAnswer, actor: Actor): Promise<void> {
    return this.webhooks.noteTrial(id, answer, actor);
  }

  /** @throws Fault not found `unknown-webhook`, invalid `invalid-overlap`; StaleVersion */
  rotate(id: string, { overlap }: RotateSecretDto, seen: SeenVersions, actor: Actor): Promise<Webhook> {
    const overlapMs = overlap === undefined ? OVERLAP.usual : parseDuration(overlap);
    if (overlapMs === null || overlapMs > OVERLAP.most) {
      const detail = 'expected an ISO 8601 duration of at most seven days, such as PT24H';
      const where = { pointer: '#/overlap', code: 'invalid-overlap', detail };
      throw new Fault('invalid', 'invalid-overlap', `"${overlap}": ${detail}.`, [where]);
    }
    return this.webhooks.rotate(id, overlapMs, seen, actor);
  }

  /** @throws Fault not found `unknown-webhook` or `unknown-delivery` */
  async redeliver(webhookId: string, id: string, actor: Actor): Promise<Delivery> {
    await this.board.get(webhookId);
    return this.webhooks.redeliver(webhookId, id, actor);
  }
}
