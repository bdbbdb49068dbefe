import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan, type FindOptionsWhere } from 'typeorm';
import { EventLog } from '../events/event-log.service.js';
import { Database } from '../platform/database/database.js';
import type { Window } from '../platform/database/keyset.js';
import { Fault } from '../platform/fault.js';
import { Delivery, Webhook, type DeliveryStatus } from './webhook.entity.js';
import type { DeliveryCounts } from './webhook.view.js';

/** Which deliveries are wanted. */
export interface DeliveryFilter {
  readonly status?: DeliveryStatus;
  readonly type?: string;
}

/** The receivers of events and what is on its way to them, to be read. */
@Injectable()
export class WebhookBoard {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
  ) {}

  /** Where the log of events stands: a receiver that is switched on is told of what comes after. */
  place(): Promise<number> {
    return this.log.last();
  }

  /** Every webhook, the newest first. */
  list(): Promise<Webhook[]> {
    return this.database.rows.find(Webhook, { order: { id: 'DESC' } });
  }

  /** @throws Fault not found `unknown-webhook` */
  async get(id: string): Promise<Webhook> {
    const webhook = await this.database.rows.findOneBy(Webhook, { id });
    if (webhook) return webhook;
    throw new Fault('not_found', 'unknown-webhook', `There is no webhook ${id}.`);
  }

  /** How many deliveries of these webhooks there are, by what became of them. */
  async countsOf(webhookId: string): Promise<DeliveryCounts> {
    const rows = await this.database.read<{ status: DeliveryStatus; n: number }>(
      'select d.status, count(*) as n from deliveries d where d.webhook_id = ? group by d.status',
      [webhookId],
    );
    const of = (status: DeliveryStatus): number => rows.find((row) => row.status === status)?.n ?? 0;
    return { pending: of('pending'), delivered: of('delivered'), failed: of('failed') };
  }

  /** A part of the deliveries of a webhook, the newest first, and one more where another part follows. */
  deliveries(webhookId: string, { status, type }: DeliveryFilter, { after, limit }: Window): Promise<Delivery[]> {
    const last = after?.at(-1);
    const where: FindOptionsWhere<Delivery> = {
      webhookId,
      ...(status !== undefined && { status }),
      ...(type !== undefined && { type }),
      ...(typeof last === 'string' && { id: LessThan(last) }),
    };
    return this.database.rows.find(Delivery, { where, order: { id: 'DESC' }, take: limit + 1 });
  }

  /** @throws Fault not found `unknown-delivery` */
  async delivery(webhookId: string, id: string): Promise<Delivery> {
    const delivery = await this.database.rows.findOneBy(Delivery, { id, webhookId });
    if (delivery) return delivery;
    throw new Fault('not_found', 'unknown-delivery', `There is no delivery ${id} of ${webhookId}.`);
  }

  /** How many receivers are switched off because they failed; a figure for the operator. */
  countFailing(): Promise<number> {
    return this.database.rows.countBy(Webhook, { enabled: false, failuresInRow: MoreThan(0) });
  }
}
