import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Companies } from '../companies/companies.service.js';
import type { Company } from '../companies/company.entity.js';
import { bareNameKey, slugOf } from '../engine/subjects/index.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { isId, newId } from '../platform/ids.js';
import { freeSlug } from '../platform/slugs.js';
import { externalIdsOf, type AddDeviceDto } from './device.dto.js';
import { DeviceName } from './device-name.entity.js';
import { Device } from './device.entity.js';

/** How likely a device exists, and the rumor that says so. */
export interface Headline {
  readonly probability: number;
  readonly rumorId: string;
  /** Whether no article claims existence itself, and another rumor stands for it. */
  readonly derived: boolean;
}

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
      const company = await this.companies.ensure(act.company, actor);
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

  /** The device of one of these names of that company; it is added where it is not followed yet. */
  ensure(act: AddDeviceDto, actor: Actor): Promise<EnsuredDevice> {
    return this.database.transaction(async () => {
      const company = await this.companies.ensure(act.company, actor);
      const names = namesOf(company, [act.name, ...(act.aliases ?? [])]);
      const found = await this.ofNames(company, [...names.keys()]);
      if (found) return { device: found, added: false };
      return { device: await this.write(act, company, names, actor), added: true };
    });
  }

  /** The device of that id or slug; null if there is none. */
  find(reference: string): Promise<Device | null> {
    return this.database.rows.findOneBy(Device, isId(reference, 'dev') ? { id: reference } : { slug: reference });
  }

  /** @throws Fault `unknown-device` if there is no device of that id or slug */
  async get(reference: string): Promise<Device> {
    const device = await this.find(reference);
    if (device) return device;
    throw new Fault('not_found', 'unknown-device', `There is no device ${reference}.`);
  }

  /** The device that goes by that name among those of one company; null if none does. */
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
    const updatedAt = this.clock.now();
    return this.database.transaction(async (rows) => {
      const device = await rows.findOneByOrFail(Device, { id: deviceId });
      const lastReportAt = Math.max(device.lastReportAt ?? 0, publishedAt);
      await rows.update(Device, { id: deviceId }, { reportCount: device.reportCount + 1, lastReportAt, updatedAt });
    });
  }

  /** Keeps how likely the device exists beside it, so that the board needs no join. */
  setHeadline(deviceId: string, headline: Headline | null): Promise<void> {
    return this.database.transaction(async (rows) => {
      await rows.update(
        Device,
        { id: deviceId },
        {
          headlineProbability: headline?.probability ?? null,
          headlineRumorId: headline?.rumorId ?? null,
          headlineDerived: headline?.derived ?? false,
          updatedAt: this.clock.now(),
        },
      );
    });
  }

  private async ofNames(company: Company, keys: readonly string[]): Promise<Device | null> {
    const names = await this.database.rows.findBy(DeviceName, { companyId: company.id, nameKey: In([...keys]) });
    const first = keys.map((key) => names.find((name) => name.nameKey === key)).find((name) => name !== undefined);
    return first === undefined ? null : this.database.rows.findOneBy(Device, { id: first.deviceId });
  }

  private async write(act: AddDeviceDto, company: Company, names: Map<string, string>, actor: Actor): Promise<Device> {
    const now = this.clock.now();
    const device = {
      id: newId('dev', now),
      companyId: company.id,
      name: act.name,
      slug: await freeSlug(`${company.slug}-${slugOf([...names.keys()][0] ?? '')}`, (slug) =>
        this.database.rows.existsBy(Device, { slug }),
      ),
      category: act.category ?? null,
      line: act.line ?? null,
      succeedsId: act.succeeds === undefined ? null : (await this.get(act.succeeds)).id,
      supersededById: null,
      lifecycle: 'rumored' as const,
      externalIds: externalIdsOf(act.external_ids),
      headlineProbability: null,
      headlineRumorId: null,
      headlineDerived: false,
      rumorCount: 0,
      reportCount: 0,
      lastReportAt: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    return this.database.transaction(async (rows) => {
      await rows.insert(Device, device);
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

/**
 * The names of a device by their keys, which leave out the name of its company.
 *
 * @throws Fault invalid `empty-name` if none has a letter or digit
 */
export function namesOf(company: Pick<Company, 'name'>, names: readonly string[]): Map<string, string> {
  const keyed = new Map(names.map((name) => [bareNameKey(name, [company.name]), name]));
  keyed.delete('');
  if (keyed.size > 0) return keyed;
  throw new Fault('invalid', 'empty-name', 'A device needs a name with at least one letter or digit.');
}
