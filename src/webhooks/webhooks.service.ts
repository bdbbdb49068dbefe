import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Audit } from '../access/audit.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { assertUnchanged, type SeenVersions } from '../platform/version.js';
import { newSecret } from './signing.js';
import { Delivery, Webhook, type WebhookFilter } from './webhook.entity.js';
import { WebhookBoard } from './webhook-board.service.js';
import type { WebhookTestAnswer } from './webhook.answer.js';

/** What is said of a receiver, its filter by ids. */
export interface Registration extends Pick<Webhook, 'url' | 'types' | 'format' | 'description'> {
  readonly filter: WebhookFilter;
}

/** A change of a receiver; what is undefined stays. */
export type Revision = Partial<Registration & Pick<Webhook, 'enabled'>>;

/** Receivers of events, as admins keep them. Their secrets stand in no trail. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly board: WebhookBoard,
  ) {}

  /** Registers a receiver; it is told of what happens from now on. */
  register(said: Registration, actor: Actor): Promise<Webhook> {
    const now = this.clock.now();
    return this.database.transaction(async (rows) => {
      const fromSequence = await this.board.place();
      const webhook = rows.create(Webhook, {
        ...{ id: newId('wh', now), ...said, secret: newSecret(), formerSecret: null, formerSecretUntil: null },
        ...{
          enabled: true,
          fromSequence,
          disabledReason: null,
          disabledAt: null,
          claimedUntil: 0,
          fence: null,
          quietUntil: 0,
        },
        ...{ failuresInRow: 0, lastSuccessAt: null, lastFailureAt: null },
        ...{ version: 1, createdAt: now, updatedAt: now },
      });
      await rows.insert(Webhook, webhook);
      await this.audit.record(actor, { action: 'register', thing: webhook.id, after: said });
      return webhook;
    });
  }

  /**
   * Changes a receiver. Switched on again it gets what still waits for it, at once.
   *
   * @throws Fault not found `unknown-webhook`; StaleVersion
   */
  revise(id: string, change: Revision, seen: SeenVersions, actor: Actor): Promise<Webhook> {
    const now = this.clock.now();
    return this.database.transaction(async (rows) => {
      const webhook = await this.board.get(id);
      assertUnchanged(webhook.version, seen);
      const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const isSwitchedOn = change.enabled === true && !webhook.enabled;
      const fromSequence = isSwitchedOn ? await this.board.place() : webhook.fromSequence;
      const next = { fromSequence, version: webhook.version + 1, updatedAt: now };
      const after = { ...said, ...next, ...switched(webhook, change, now) };
      await rows.update(Webhook, { id }, after);
      if (isSwitchedOn) await rows.update(Delivery, { webhookId: id, status: 'pending' }, { nextAttemptAt: now });
      const before = Object.fromEntries(Object.keys(said).map((name) => [name, webhook[name as keyof Revision]]));
      await this.audit.record(actor, { action: 'revise', thing: id, before, after: said });
      return rows.create(Webhook, { ...webhook, ...after });
    });
  }

  /** Gives a receiver a new secret; messages are signed with both for a while, in milliseconds. */
  rotate(id: string, overlapMs: number, seen: SeenVersions, actor: Actor): Promise<Webhook> {
    const now = this.clock.now();
    return this.database.transaction(async (rows) => {
      const webhook = await this.board.get(id);
      assertUnchanged(webhook.version, seen);
      const former = overlapMs > 0 ? { formerSecret: webhook.secret, formerSecretUntil: now + overlapMs } : NO_FORMER;
      const after = { ...former, secret: newSecret(), version: webhook.version + 1, updatedAt: now };
      await rows.update(Webhook, { id }, after);
      await this.audit.record(actor, { action: 'rotate_secret', thing: id, after: { overlap_ms: overlapMs } });
      return rows.create(Webhook, { ...webhook, ...after });
    });
  }

  /** Removes a receiver with everything that waits for it. */
  remove(id: string, seen: SeenVersions, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const { version, url, types, filter, format, description } = await this.board.get(id);
      assertUnchanged(version, seen);
      await rows.delete(Delivery, { webhookId: id });
      await rows.delete(Webhook, { id });
      const before = { url, types, filter, format, description };
      await this.audit.record(actor, { action: 'remove', thing: id, before, after: null });
    });
  }

  /** Notes that a receiver was tried out, and what came of it. */
  noteTrial(
    id: string,
    { received, status }: Pick<WebhookTestAnswer, 'received' | 'status'>,
    actor: Actor,
  ): Promise<void> {
    return this.audit.record(actor, { action: 'test', thing: id, after: { received, status } });
  }

  /** Sends what was sent, or given up, once more and at once; the receiver knows it by the id of its event. */
  redeliver(webhookId: string, id: string, actor: Actor): Promise<Delivery> {
    const now = this.clock.now();
    return this.database.transaction(async (rows) => {
      const delivery = await this.board.delivery(webhookId, id);
      const after = { status: 'pending' as const, attempts: 0, nextAttemptAt: now, deliveredAt: null };
      await rows.update(Delivery, { id }, after);
      await this.audit.record(actor, { action: 'redeliver', thing: id, before: { status: delivery.status }, after });
      return rows.create(Delivery, { ...delivery, ...after });
    });
  }
}

const NO_FORMER = { formerSecret: null, formerSecretUntil: null };

/** What follows from a receiver being switched on or off. */
function switched({ enabled }: Webhook, change: Revision, now: number): Partial<Webhook> {
  if (change.enabled === undefined || change.enabled === enabled) return {};
  return change.enabled
    ? { disabledReason: null, disabledAt: null, failuresInRow: 0, quietUntil: 0 }
    : { disabledReason: 'paused', disabledAt: now };
}
