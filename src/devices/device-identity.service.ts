import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Audit } from '../access/audit.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/sql.js';
import { Fault } from '../platform/fault.js';
import { DeviceName } from './device-name.entity.js';
import { Device } from './device.entity.js';

/** A name with its key: within one company it stands for one device. */
export type Named = Pick<DeviceName, 'companyId' | 'nameKey' | 'name'>;

/** What is found out about which device a device is. */
export type Identity = Pick<Device, 'mergedIntoId' | 'supersededById' | 'supersededReason' | 'lifecycle' | 'removedAt'>;

/** A device that pointed to another one, in which column, and to which. */
export interface Pointer {
  readonly device: string;
  readonly member: 'succeedsId' | 'supersededById';
  readonly former: string;
}

const AUDITED = ['mergedIntoId', 'supersededById', 'supersededReason', 'lifecycle', 'removedAt'] as const;

/** Writes down which device a device was found to be, and takes names and pointers along. */
@Injectable()
export class DeviceIdentity {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Changes what is known of who a device is. */
  identify(device: Device, identity: Partial<Identity>, actor: Actor): Promise<void> {
    const now = this.clock.now();
    const { id } = device;
    const members = AUDITED.filter((member) => member in identity);
    const before = Object.fromEntries(members.map((member) => [member, device[member]]));
    return this.database.transaction(async (rows) => {
      await rows.update(Device, { id }, { ...identity, version: () => 'version + 1', updatedAt: now });
      await this.audit.record(actor, { action: 'identify', thing: id, before, after: { ...identity } });
    });
  }

  /** The names of a device, or those among them that have one of these keys. */
  async namesOf(deviceId: string, keys?: readonly string[]): Promise<Named[]> {
    const where = { deviceId, ...(keys && { nameKey: In([...keys]) }) };
    const names = await this.database.rows.find(DeviceName, { where, order: { companyId: 'ASC', nameKey: 'ASC' } });
    return names.map(({ companyId, nameKey, name }) => ({ companyId, nameKey, name }));
  }

  /**
   * Makes names stand for another device: those of them that still stand for the one that they are taken from, or for
   * none any more.
   */
  giveNames(names: readonly Named[], from: string, to: string, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const before = new Map([from, to].map((id) => [id, [] as string[]]));
      for (const id of [from, to]) before.set(id, await this.aliasesOf(id));
      for (const { companyId, nameKey, name } of names) {
        const held = await rows.findOneBy(DeviceName, { companyId, nameKey });
        if (held === null) await rows.insert(DeviceName, { companyId, nameKey, name, deviceId: to });
        else if (held.deviceId === from) await rows.update(DeviceName, { companyId, nameKey }, { name, deviceId: to });
      }
      for (const [thing, aliases] of before) {
        const change = { before: { aliases }, after: { aliases: await this.aliasesOf(thing) } };
        await this.audit.record(actor, { action: 'rename', thing, ...change });
      }
    });
  }

  /** Refuses to give names back of which one stands for a third device by now: conflict `name-taken`. */
  async assertHeld(names: readonly Named[], by: readonly string[]): Promise<void> {
    for (const { companyId, nameKey } of names) {
      const held = await this.database.rows.findOneBy(DeviceName, { companyId, nameKey });
      if (held === null || by.includes(held.deviceId)) continue;
      throw new Fault('conflict', 'name-taken', `${held.name} is the name of ${held.deviceId} by now.`);
    }
  }

  /** Makes what points to a device point to another one, and returns what did; a device never points to itself. */
  repoint(from: string, to: string, actor: Actor): Promise<Pointer[]> {
    return this.database.transaction(async (rows) => {
      const pointers: Pointer[] = [];
      for (const member of ['succeedsId', 'supersededById'] as const) {
        const pointing = await rows.find(Device, { where: { [member]: from }, order: { id: 'ASC' } });
        pointers.push(...pointing.map(({ id }) => ({ device: id, member, former: from })));
      }
      for (const pointer of pointers) await this.point(pointer, pointer.device === to ? null : to, actor);
      return pointers;
    });
  }

  /** Makes a device point somewhere in place of where it pointed. */
  point({ device: id, member }: Pointer, target: string | null, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const device = await rows.findOneByOrFail(Device, { id });
      const [before, after] = [{ [member]: device[member] }, { [member]: target }];
      await rows.update(Device, { id }, { ...after, version: device.version + 1, updatedAt: this.clock.now() });
      await this.audit.record(actor, { action: 'identify', thing: id, before, after });
    });
  }

  /** Counts anew the rumors about a device, and the reports that were ever linked to one of them. */
  recount(id: string): Promise<void> {
    const own = sql`from rumors m left join evidence e on e.rumor_id = m.id and e.active_at is not null
      left join reports p on p.id = e.report_id where m.device_id = ${id} and m.united_into_id is null`;
    const { text, values } = sql`select count(distinct m.id) as rumors, count(distinct e.report_id) as reports,
      max(p.published_at) as last ${own}`;
    return this.database.transaction(async (rows) => {
      const found = await this.database.readOne<{ rumors: number; reports: number; last: number | null }>(text, values);
      const { rumors: rumorCount = 0, reports: reportCount = 0, last: lastReportAt = null } = found ?? {};
      await rows.update(Device, { id }, { rumorCount, reportCount, lastReportAt, updatedAt: this.clock.now() });
    });
  }

  /** Takes names from a device, which are about to be given to one that is not followed yet. */
  freeNames(names: readonly Named[], from: string): Promise<void> {
    return this.database.transaction(async (rows) => {
      for (const { companyId, nameKey } of names) await rows.delete(DeviceName, { companyId, nameKey, deviceId: from });
    });
  }

  private async aliasesOf(id: string): Promise<string[]> {
    const { name } = await this.database.rows.findOneByOrFail(Device, { id });
    const names = await this.database.rows.find(DeviceName, { where: { deviceId: id }, order: { name: 'ASC' } });
    return names.map((each) => each.name).filter((each) => each !== name);
  }
}
