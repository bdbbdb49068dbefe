import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { EventLog, type LoggedEvent } from '../events/event-log.service.js';
import { hears } from '../events/hearing.js';
import { presentDevices } from '../events/present-devices.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, lotsOf, sql } from '../platform/database/sql.js';
import { newId } from '../platform/ids.js';
import { Settings } from '../platform/settings.js';
import { messageOf, type ToldRumor } from './messages.js';
import { Delivery, DeliveryState, Webhook } from './webhook.entity.js';

const STATE = 1;
/** How many events are handed out in one act. */
const EVENTS_AT_ONCE = 200;
/** How long it is remembered what became of a delivery, in milliseconds. */
const KEPT_MS = 30 * 86_400_000;
const FORGOTTEN_AT_ONCE = 500;

/** Receivers are an admin's: they hear what an editor hears. */
const RECEIVER: Actor = { keyId: null, name: 'webhook', role: 'editor' };

/** What one act has handed out, and whether there is more. */
interface HandedOut {
  readonly made: number;
  readonly hasMore: boolean;
}

/** A part of the log that is to be handed out, and to whom. */
interface Undone {
  readonly receivers: readonly Webhook[];
  readonly place: number;
  readonly last: number;
}

const NOTHING: HandedOut = { made: 0, hasMore: false };

/** Hands each event of the log to the receivers that want it, once, in the act that notes how far the log was read. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: EventLog,
    private readonly settings: Settings,
  ) {}

  /** Hands out what has happened since the last time. Returns how many deliveries came of it. */
  async handOut(): Promise<number> {
    let made = 0;
    for (;;) {
      const part = await this.handOutPart();
      made += part.made;
      if (!part.hasMore) return made;
    }
  }

  /** Forgets deliveries of more than 30 days ago. */
  async forget(): Promise<void> {
    const before = this.clock.now() - KEPT_MS;
    const old = await this.database.read<{ id: string }>(
      `select d.id from deliveries d where d.created_at < ? order by d.created_at limit ${FORGOTTEN_AT_ONCE}`,
      [before],
    );
    if (old.length === 0) return;
    await this.database.unseen(async (rows) => {
      await rows.delete(
        Delivery,
        old.map(({ id }) => id),
      );
    });
  }

  private async handOutPart(): Promise<HandedOut> {
    if ((await this.undone()) === null) return NOTHING;
    return this.database.unseen(async (rows) => {
      const undone = await this.undone(); // again: another process may have been here, or another receiver have come
      if (undone === null) return NOTHING;
      const { receivers, place, last } = undone;
      const events = await this.log.read({ after: place, upTo: last }, EVENTS_AT_ONCE);
      const hasMore = events.length === EVENTS_AT_ONCE;
      const deliveries = await this.deliveriesOf(events, receivers);
      if (deliveries.length > 0) await rows.insert(Delivery, deliveries);
      const sequence = hasMore ? (events.at(-1)?.sequence ?? last) : last;
      await rows.upsert(DeliveryState, { id: STATE, sequence }, ['id']);
      return { made: deliveries.length, hasMore };
    });
  }

  /** Who listens, and what of the log was not handed out to them yet; null where there is nothing to do. */
  private async undone(): Promise<Undone | null> {
    const receivers = await this.receivers();
    if (receivers.length === 0) return null;
    const [place, last] = [await this.placeOf(receivers), await this.log.last()];
    return place < last ? { receivers, place, last } : null;
  }

  /** Who listens; to a merged device as to what it is now. */
  private async receivers(): Promise<Webhook[]> {
    const enabled = await this.database.rows.findBy(Webhook, { enabled: true });
    const ids = enabled.map(({ filter }) => filter.deviceId);
    const present = await presentDevices(this.database, ids);
    return enabled.map((each) => {
      const deviceId = present.get(each.filter.deviceId ?? '') ?? each.filter.deviceId;
      return Object.assign(each, { filter: { ...each.filter, deviceId } });
    });
  }

  /** Where to read on: nobody wants what lies before the first place from which anybody listens. */
  private async placeOf(receivers: readonly Webhook[]): Promise<number> {
    const state = await this.database.rows.findOneBy(DeliveryState, { id: STATE });
    return Math.max(state?.sequence ?? 0, Math.min(...receivers.map((each) => each.fromSequence)));
  }

  private async deliveriesOf(
    events: readonly LoggedEvent[],
    receivers: readonly Webhook[],
  ): Promise<Partial<Delivery>[]> {
    const companies = await this.companiesOf(events, receivers);
    const wanted = events.flatMap((event) =>
      receivers.filter((each) => wants(each, event, companies)).map((receiver) => ({ event, receiver })),
    );
    const rumors = await this.rumorsOf(wanted.map(({ event }) => event));
    const now = this.clock.now();
    return wanted.map(({ event, receiver: { id: webhookId, format } }) => {
      const rumorId = event.places.find((place) => place.rumor_id !== null)?.rumor_id ?? '';
      const told = { event: this.log.view(event), rumor: rumors.get(rumorId) ?? null };
      return {
        ...{ id: newId('dlv', now), webhookId, eventId: event.id, type: event.type, subject: event.subject },
        ...{ sequence: event.sequence, body: messageOf(format, { ...told, publicUrl: this.settings.publicUrl }) },
        ...{ status: 'pending' as const, attempts: 0, nextAttemptAt: now, lastStatus: null, lastError: null },
        ...{ lastAttemptAt: null, createdAt: now, deliveredAt: null },
      };
    });
  }

  /** The company of each device that the events are about, where a receiver asks for that. */
  private async companiesOf(
    events: readonly LoggedEvent[],
    receivers: readonly Webhook[],
  ): Promise<ReadonlyMap<string, string>> {
    if (receivers.every(({ filter }) => filter.companyId === null)) return new Map();
    const ids = events.flatMap(({ places }) => places.flatMap(({ device_id: id }) => id ?? []));
    const found = new Map<string, string>();
    for (const lot of lotsOf([...new Set(ids)])) {
      const { text, values } = sql`select d.id, d.company_id from devices d where ${isOneOf(sql`d.id`, lot)}`;
      const rows = await this.database.read<{ id: string; company_id: string }>(text, values);
      for (const { id, company_id: companyId } of rows) found.set(id, companyId);
    }
    return found;
  }

  private async rumorsOf(events: readonly LoggedEvent[]): Promise<ReadonlyMap<string, ToldRumor>> {
    const ids = events.flatMap(({ places }) => places.flatMap(({ rumor_id: id }) => id ?? []));
    const found = new Map<string, ToldRumor>();
    for (const lot of lotsOf([...new Set(ids)])) {
      const { text, values } = sql`select m.id, m.subject, m.value, m.region, m.variant, d.name as device
        from rumors m join devices d on d.id = m.device_id where ${isOneOf(sql`m.id`, lot)}`;
      for (const rumor of await this.database.read<ToldRumor>(text, values)) found.set(rumor.id, rumor);
    }
    return found;
  }
}

/**
 * Whether a receiver wants an event: it came after it was switched on, it may hear it, and its filter lets it through. An
 * alert is for the receiver that its rule names, and for those that ask for alerts by name.
 */
function wants(
  { id, types, filter, fromSequence }: Webhook,
  event: LoggedEvent,
  companies: ReadonlyMap<string, string>,
): boolean {
  if (event.type === 'alert.fired' && event.sequence > fromSequence) {
    return event.data['webhook_id'] === id || types.includes('alert.fired');
  }
  const { deviceId, companyId, minDelta } = filter;
  const hearing = {
    actor: RECEIVER,
    ...(types.length > 0 && { types }),
    ...(deviceId !== null && { deviceId }),
    ...(minDelta !== null && { minDelta }),
  };
  if (event.sequence <= fromSequence || !hears(hearing, event)) return false;
  if (companyId === null || event.subject === companyId) return true;
  return event.places.some(({ device_id: id }) => id !== null && companies.get(id) === companyId);
}
