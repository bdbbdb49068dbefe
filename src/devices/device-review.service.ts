import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Company } from '../companies/company.entity.js';
import { Journal } from '../events/journal.service.js';
import { changesOf } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { assertUnchanged, type SeenVersions } from '../platform/version.js';
import { externalIdsOf, type ReviseDeviceDto } from './device.dto.js';
import { DeviceName } from './device-name.entity.js';
import { Device } from './device.entity.js';
import { Devices, namesOf } from './devices.service.js';

/** What an editor can change of a device. */
const REVISED = ['name', 'category', 'line', 'succeedsId', 'lifecycle', 'externalIds'] as const;

/** What editors change about devices. */
@Injectable()
export class DeviceReview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly devices: Devices,
  ) {}

  /**
   * Changes what is known of a device; its slug stays, as addresses hold it.
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
      const present = { ...former, ...(await this.changed(former, act)), aliases: act.aliases ?? former.aliases };
      const changes = changesOf(former, present, [...REVISED, 'aliases']);
      if (changes === null) return id;
      const { aliases, ...columns } = changes.after;
      await rows.update(Device, { id }, { ...columns, version: version + 1, updatedAt: this.clock.now() });
      if (aliases ?? columns.name) await this.rename(device, [present.name, ...present.aliases]);
      await this.journal.record(actor, { action: 'revise', thing: id, ...changes, event: 'device.updated' });
      return id;
    });
  }

  private async changed(former: Device, act: ReviseDeviceDto): Promise<Partial<Device>> {
    const { name = former.name, category = former.category, line = former.line, status = former.lifecycle } = act;
    const externalIds = act.external_ids === undefined ? former.externalIds : externalIdsOf(act.external_ids);
    const succeedsId = await this.predecessorOf(former, act.succeeds);
    return { name, category, line, lifecycle: status, externalIds, succeedsId };
  }

  private async predecessorOf(device: Device, succeeds: string | null | undefined): Promise<string | null> {
    if (succeeds === undefined || succeeds === null) return succeeds === null ? null : device.succeedsId;
    const found = await this.devices.get(succeeds);
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
