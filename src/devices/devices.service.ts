import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Companies } from '../companies/companies.service.js';
import type { Company } from '../companies/company.entity.js';
import { bareNameKey } from '../engine/subjects/index.js';
import { absent } from '../events/absent.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { execute } from '../platform/database/execute.js';
import { lotsOf, sql } from '../platform/database/sql.js';
import { Fault, Moved } from '../platform/fault.js';
import { isId } from '../platform/ids.js';
import { namedAt } from '../platform/named-at.js';
import type { AddDeviceDto } from './device.dto.js';
import { findHeadlines, keepHeadlines, newHeadlines } from './device-headlines.js';
import { DeviceName } from './device-name.entity.js';
import { namesOf } from './device-names.js';
import { Device } from './device.entity.js';
import { HeadlineEntry } from './headline.entity.js';
import { newDevice, slugFor } from './new-device.js';

/** A device, and whether this act added it. */
export interface EnsuredDevice {
  readonly device: Device;
  readonly added: boolean;
}

/** Products that are followed, each once under all its names. */
@Injectable()
export class Devices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly companies: Companies,
  ) {}

  /**
   * Starts to follow a device.
   *
   * @throws Fault conflict `duplicate-name` if its company has a device of one of these names
   */
  add(act: AddDeviceDto, actor: Actor): Promise<Device> {
    return this.database.transaction(async () => {
      const company = await namedAt('#/company', () => this.companies.meant(act.company, actor));
      const names = namesOf(company, [act.name, ...(act.aliases ?? [])]);
      const taken = await this.ofNames(company, [...names.keys()]);
      if (taken) {
        throw new Fault(
          'conflict',
          'duplicate-name',
          `${company.name} already has a device of that name: ${taken.slug}.`,
        );
      }
      return this.write(act, company, names, actor);
    });
  }

  /**
   * The device that takes up what is said under one of these names of that company; it is added where none does.
   *
   * @throws Fault conflict `removed-device` if that one was taken down
   */
  ensure(act: AddDeviceDto, actor: Actor): Promise<EnsuredDevice> {
    return this.database.transaction(async () => {
      const company = await this.companies.ensure(act.company, actor);
      const names = namesOf(company, [act.name, ...(act.aliases ?? [])]);
      const found = await this.ofNames(company, [...names.keys()]);
      if (found && found.removedAt !== null) {
        const way = 'an admin can take that back';
        throw new Fault('conflict', 'removed-device', `${act.name} was taken down and is not followed: ${way}.`);
      }
      if (found) return { device: found, added: false };
      return { device: await this.write(act, company, names, actor), added: true };
    });
  }

  /** The device of that id or slug; null if there is none. */
  find(reference: string): Promise<Device | null> {
    return this.database.rows.findOneBy(Device, isId(reference, 'dev') ? { id: reference } : { slug: reference });
  }

  /** @throws Fault not found `unknown-device`, gone `removed-device`; Moved where it is found by another reference now */
  async get(reference: string): Promise<Device> {
    const device = await this.find(reference);
    if (device && device.mergedIntoId === null && device.removedAt === null) return device;
    throw await absent(this.database, 'device', reference, { at: this.clock.now(), isNow: true });
  }

  /** The same, also by a reference that it had before. */
  async current(reference: string): Promise<Device> {
    try {
      return await this.get(reference);
    } catch (error) {
      if (error instanceof Moved) return this.get(error.present);
      throw error;
    }
  }

  /** The device that takes up what is said under the names of one: itself, unless it turned out to be another. */
  async heirOf(device: Device): Promise<Device> {
    const { mergedIntoId, supersededById, supersededReason } = device;
    const heirId = mergedIntoId ?? (supersededReason === 'replaced' ? null : supersededById);
    return heirId === null ? device : this.heirOf(await this.database.rows.findOneByOrFail(Device, { id: heirId }));
  }

  /**
   * The device that takes up what is said under a name among those of one company; null if nothing goes by it. One that
   * was taken down is among them.
   */
  async named(companyName: string, name: string): Promise<Device | null> {
    const company = await this.companies.find(companyName);
    return company && this.ofNames(company, [bareNameKey(name, [company.name])]);
  }

  /** Counts a device as changed. */
  touch(id: string): Promise<void> {
    const updatedAt = this.clock.now();
    return this.database.transaction(async (rows) => {
      await rows.update(Device, { id }, { version: () => 'version + 1', updatedAt });
    });
  }

  /** Counts a rumor that was opened about the device. */
  countRumor(deviceId: string): Promise<void> {
    const updatedAt = this.clock.now();
    return this.database.transaction(async (rows) => {
      await rows.update(Device, { id: deviceId }, { rumorCount: () => 'rumor_count + 1', updatedAt });
    });
  }

  /** Counts a report that speaks of the device, published at that moment. */
  countReport(deviceId: string, publishedAt: number): Promise<void> {
    return this.countLinks(deviceId, 0, publishedAt);
  }

  /**
   * Counts a device as changed with each of so many links, and the report that they come from where it is new to the
   * device: when that was published, null where it is not.
   */
  countLinks(deviceId: string, links: number, publishedAt: number | null): Promise<void> {
    const now = this.clock.now();
    const counted = sql`report_count = report_count + 1, last_report_at = case
      when last_report_at is null or last_report_at < ${publishedAt} then ${publishedAt} else last_report_at end,`;
    return this.database.transaction((rows) =>
      execute(
        rows,
        sql`update devices set ${publishedAt === null ? sql`` : counted} version = version + ${links},
          updated_at = ${now} where id = ${deviceId}`,
      ),
    );
  }

  /** Finds anew how likely devices exist, once the numbers of their rumors have changed, and keeps it beside them. */
  refreshHeadlines(deviceIds: readonly string[]): Promise<void> {
    return this.database.transaction(async (rows) => {
      for (const lot of lotsOf(deviceIds)) {
        const found = await findHeadlines(this.database, lot);
        const news = await newHeadlines(this.database, found);
        await keepHeadlines(rows, found, news, this.clock.now());
      }
    });
  }

  private async ofNames(company: Company, keys: readonly string[]): Promise<Device | null> {
    const names = await this.database.rows.findBy(DeviceName, { companyId: company.id, nameKey: In([...keys]) });
    const first = keys.map((key) => names.find((name) => name.nameKey === key)).find((name) => name !== undefined);
    if (first === undefined) return null;
    return this.heirOf(await this.database.rows.findOneByOrFail(Device, { id: first.deviceId }));
  }

  private async write(act: AddDeviceDto, company: Company, names: Map<string, string>, actor: Actor): Promise<Device> {
    const slug = await slugFor(this.database.rows, company, [...names.keys()][0] ?? '');
    const { succeeds } = act;
    const succeedsId = succeeds === undefined ? null : (await namedAt('#/succeeds', () => this.current(succeeds))).id;
    const device = newDevice(act, { company, slug, succeedsId, now: this.clock.now() });
    return this.database.transaction(async (rows) => {
      await rows.insert(Device, device);
      const none = { probability: null, rumorId: null, derived: false };
      await rows.insert(HeadlineEntry, { deviceId: device.id, at: device.createdAt, ...none });
      await rows.insert(
        DeviceName,
        [...names].map(([nameKey, name]) => ({ companyId: company.id, nameKey, name, deviceId: device.id })),
      );
      const after = { name: device.name, slug: device.slug, company: company.name };
      await this.journal.record(actor, { action: 'add', thing: device.id, after, event: 'device.created' });
      return rows.create(Device, device);
    });
  }
}
