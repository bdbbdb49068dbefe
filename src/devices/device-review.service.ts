import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Company } from '../companies/company.entity.js';
import { bareNameKey } from '../engine/subjects/index.js';
import { FormerSlugs } from '../events/former-slugs.service.js';
import { Journal } from '../events/journal.service.js';
import { changesOf } from '../platform/changes.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { namedAt } from '../platform/named-at.js';
import { assertUnchanged, type SeenVersions } from '../platform/version.js';
import { externalIdsOf, type ReviseDeviceDto } from './device.dto.js';
import { DeviceName } from './device-name.entity.js';
import { Device } from './device.entity.js';
import { namesOf } from './device-names.js';
import { Devices } from './devices.service.js';
import { slugFor } from './new-device.js';

/** What an editor can change of a device. */
const REVISED = ['name', 'slug', 'category', 'line', 'succeedsId', 'lifecycle', 'externalIds'] as const;

/** What editors change about devices. */
@Injectable()
export class DeviceReview {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly devices: Devices,
    private readonly formerSlugs: FormerSlugs,
  ) {}

  /**
   * Changes what is known of a device. With another name it gets another slug, and is still found by the former one;
   * the former name stays as another name, unless all of those are given.
   *
   * @returns the id of the device
   * @throws Fault not found `unknown-device`, conflict `duplicate-name` or `own-successor`, invalid `empty-name`;
   * StaleVersion
   */
  revise(reference: string, act: ReviseDeviceDto, seen: SeenVersions, actor: Actor): Promise<string> {
    return this.database.transaction(async (rows) => {
      const device = await this.devices.get(reference);
      const { id, version } = device;
      assertUnchanged(version, seen);
      const former = { ...device, aliases: await this.aliasesOf(device) };
      const changed = await this.changed(former, act);
      const present = { ...former, ...changed, ...(await this.called(former, { ...act, name: changed.name })) };
      const changes = changesOf(former, present, [...REVISED, 'aliases']);
      if (changes === null) return id;
      const { aliases, ...columns } = changes.after;
      await this.devices.touch(id);
      if (Object.keys(columns).length > 0) await rows.update(Device, { id }, columns);
      if (columns.slug !== undefined) {
        await this.formerSlugs.replace('device', id, { former: former.slug, present: columns.slug });
      }
      if (aliases ?? columns.name) await this.rename(device, [present.name, ...present.aliases]);
      await this.journal.record(actor, { action: 'revise', thing: id, ...changes, event: 'device.updated' });
      return id;
    });
  }

  /** The slug and the other names that go with a name. */
  private async called(
    former: Device & { readonly aliases: readonly string[] },
    { name = former.name, aliases }: Pick<ReviseDeviceDto, 'name' | 'aliases'>,
  ): Promise<{ readonly slug: string; readonly aliases: readonly string[] }> {
    const company = await this.database.rows.findOneByOrFail(Company, { id: former.companyId });
    const [key, formerKey] = [name, former.name].map((each) => bareNameKey(each, [company.name]));
    if (key === formerKey) return { slug: former.slug, aliases: aliases ?? former.aliases };
    const slug = await slugFor(this.database.rows, company, key ?? '', former.id);
    const others = [former.name, ...former.aliases].filter((each) => bareNameKey(each, [company.name]) !== key);
    return { slug, aliases: aliases ?? others };
  }

  private async changed(former: Device, act: ReviseDeviceDto): Promise<Partial<Device>> {
    const { name = former.name, category = former.category, line = former.line, status = former.lifecycle } = act;
    const externalIds = act.external_ids === undefined ? former.externalIds : externalIdsOf(act.external_ids);
    const succeedsId = await this.predecessorOf(former, act.succeeds);
    return { name, category, line, lifecycle: status, externalIds, succeedsId };
  }

  private async predecessorOf(device: Device, succeeds: string | null | undefined): Promise<string | null> {
    if (succeeds === undefined || succeeds === null) return succeeds === null ? null : device.succeedsId;
    const found = await namedAt('#/succeeds', () => this.devices.current(succeeds));
    if (found.id === device.id) throw new Fault('conflict', 'own-successor', 'A device does not follow itself.');
    return found.id;
  }

  private async aliasesOf({ id, name }: Device): Promise<string[]> {
    const names = await this.database.rows.find(DeviceName, { where: { deviceId: id }, order: { name: 'ASC' } });
    return names.map((each) => each.name).filter((each) => each !== name);
  }

  private rename({ id: deviceId, companyId }: Device, names: readonly string[]): Promise<void> {
    return this.database.transaction(async (rows) => {
      const company = await rows.findOneByOrFail(Company, { id: companyId });
      const keyed = namesOf(company, names);
      for (const [nameKey, name] of keyed) {
        const holder = await rows.findOneBy(DeviceName, { companyId, nameKey });
        if (holder && holder.deviceId !== deviceId) {
          throw new Fault('conflict', 'duplicate-name', `${company.name} already has a device called ${name}.`);
        }
      }
      await rows.delete(DeviceName, { deviceId });
      await rows.insert(
        DeviceName,
        [...keyed].map(([nameKey, name]) => ({ companyId, nameKey, name, deviceId })),
      );
    });
  }
}
