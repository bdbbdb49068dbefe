import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, type FindOptionsWhere } from 'typeorm';
import { may, type Actor } from '../access/actor.js';
import { EventLog } from '../events/event-log.service.js';
import { presentDevices } from '../events/present-devices.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { SortKey, Window } from '../platform/database/keyset.js';
import { isOneOf, lotsOf, sql } from '../platform/database/sql.js';
import { Fault } from '../platform/fault.js';
import { Alert, AlertFiring, AlertPlace, type AlertKind } from './alert.entity.js';

/** The newest first. */
export const NEWEST_FIRST: SortKey = { column: 'id', descending: true };

const PLACE = 1;

/** The rules by which people are alerted, to be read. */
@Injectable()
export class AlertBoard {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: EventLog,
  ) {}

  /** Where the log of events stands: a rule looks at what comes after. */
  end(): Promise<number> {
    return this.log.last();
  }

  /** A part of the rules that somebody may see, the newest first, and one more where another part follows. */
  page(kind: AlertKind | undefined, actor: Actor, { after, limit }: Window): Promise<Alert[]> {
    const where = { ...ownOf(actor), ...(kind !== undefined && { kind }), ...beyond(after) };
    return this.database.rows.find(Alert, { where, order: { id: 'DESC' }, take: limit + 1 });
  }

  /** @throws Fault not found `unknown-alert`, also for a rule of somebody else */
  async get(id: string, actor: Actor): Promise<Alert> {
    const alert = await this.database.rows.findOneBy(Alert, { id, ...ownOf(actor) });
    if (alert) return alert;
    throw new Fault('not_found', 'unknown-alert', `There is no alert ${id} of yours.`);
  }

  /** How many rules there are of a key. */
  countOf(keyId: string | null): Promise<number> {
    return this.database.rows.countBy(Alert, { keyId: keyId ?? IsNull() });
  }

  /** A part of what a rule told of, the newest first, and one more where another part follows. */
  firings(alertId: string, { after, limit }: Window): Promise<AlertFiring[]> {
    const where = { alertId, ...beyond(after) };
    return this.database.rows.find(AlertFiring, { where, order: { id: 'DESC' }, take: limit + 1 });
  }

  /** When each of these rules last told of something, by the id of the rule. */
  async lastFirings(alertIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = new Map<string, number>();
    for (const lot of lotsOf(alertIds)) {
      const { text, values } = sql`select f.alert_id, max(f.at) as at from alert_firings f
        where ${isOneOf(sql`f.alert_id`, lot)} group by f.alert_id`;
      const rows = await this.database.read<{ alert_id: string; at: number }>(text, values);
      for (const { alert_id: id, at } of rows) found.set(id, at);
    }
    return found;
  }

  /** The rules that look at what happens: switched on, of keys that are good; of a merged device as of what it is now. */
  async active(): Promise<Alert[]> {
    const rules = await this.database.rows.findBy(Alert, { enabled: true });
    if (rules.length === 0) return [];
    const over = await this.database.read<{ id: string }>(
      `select a.id from alerts a join keys k on k.id = a.key_id
        where k.revoked_at is not null or k.expires_at <= ?`,
      [this.clock.now()],
    );
    const lapsed = new Set(over.map(({ id }) => id));
    const present = await presentDevices(
      this.database,
      rules.map(({ deviceId }) => deviceId),
    );
    return rules
      .filter(({ id }) => !lapsed.has(id))
      .map((rule) => Object.assign(rule, { deviceId: present.get(rule.deviceId ?? '') ?? rule.deviceId }));
  }

  /** How far the rules have looked; 0 before the first time. */
  async place(): Promise<number> {
    return (await this.database.rows.findOneBy(AlertPlace, { id: PLACE }))?.sequence ?? 0;
  }

  /** Notes how far the rules have looked, within the act in which they did. */
  moveTo(sequence: number): Promise<void> {
    return this.database.unseen(async (rows) => {
      await rows.upsert(AlertPlace, { id: PLACE, sequence }, ['id']);
    });
  }
}

/** Editors see all rules, everybody else their own. */
const ownOf = (actor: Actor): FindOptionsWhere<Alert> =>
  may(actor, 'editor') ? {} : { keyId: actor.keyId ?? IsNull() };

function beyond(after: Window['after']): { id?: ReturnType<typeof LessThan<string>> } {
  const last = after?.at(-1);
  return typeof last === 'string' ? { id: LessThan(last) } : {};
}
