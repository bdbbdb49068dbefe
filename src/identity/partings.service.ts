import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Company } from '../companies/company.entity.js';
import { DeviceIdentity, type Named } from '../devices/device-identity.service.js';
import { namesOf } from '../devices/device-names.js';
import type { Device } from '../devices/device.entity.js';
import { Devices } from '../devices/devices.service.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { namedAt } from '../platform/named-at.js';
import type { Rumor } from '../rumors/rumor.entity.js';
import { RumorMoves } from '../rumors/rumor-moves.service.js';
import type { SplitDeviceDto } from './identity.dto.js';

/** What goes over to the other device. */
export interface Parted {
  readonly other: Device;
  readonly added: string | null;
  readonly names: readonly Named[];
  readonly rumors: readonly Rumor[];
}

/** Finds out what is to be taken out of a device, and the device that it belongs to. */
@Injectable()
export class Partings {
  constructor(
    private readonly database: Database,
    private readonly devices: Devices,
    private readonly identity: DeviceIdentity,
    private readonly moves: RumorMoves,
  ) {}

  /**
   * What an act takes out of a device; the other device is added where it is not followed yet, under its names.
   *
   * @throws Fault invalid `one-of-both`, `nothing-to-split`, `other-device` or `unknown-alias`; conflict
   *   `duplicate-name`, `own-name`, `same-device`
   */
  async of(device: Device, act: SplitDeviceDto, actor: Actor): Promise<Parted> {
    if ((act.name === undefined) === (act.into === undefined)) {
      throw refused('one-of-both', '#/name', 'Give the name of a new device, or a followed one as `into`.');
    }
    const rumors = await this.rumorsOf(device, act.rumors);
    const names = await this.names(device, act);
    if (rumors.length === 0 && act.aliases.length === 0) {
      throw refused('nothing-to-split', '#/rumors', 'Name the rumors or the names that are the other device’s.');
    }
    const { other, added } = await this.other(device, act, names, actor);
    return { other, added, names, rumors };
  }

  private async rumorsOf(device: Device, ids: readonly string[]): Promise<Rumor[]> {
    const about = await this.moves.about(device.id);
    return [...new Set(ids)].map((id, index) => {
      const rumor = about.find((each) => each.id === id);
      if (rumor) return rumor;
      throw refused('other-device', `#/rumors/${index}`, `${id} is no rumor about ${device.slug}.`);
    });
  }

  private async names(device: Device, { name, aliases }: SplitDeviceDto): Promise<Named[]> {
    const company = await this.database.rows.findOneByOrFail(Company, { id: device.companyId });
    const own = [...namesOf(company, [device.name]).keys()];
    const wanted = [...(name === undefined ? [] : [name]), ...aliases].flatMap((each) => [
      ...namesOf(company, [each]).keys(),
    ]);
    if (wanted.some((key) => own.includes(key))) {
      throw new Fault(
        'conflict',
        'own-name',
        `${device.name} is the name of ${device.slug} itself: rename that first.`,
      );
    }
    const held = await this.identity.namesOf(device.id, wanted);
    aliases.forEach((alias, index) => {
      const [key = ''] = namesOf(company, [alias]).keys();
      if (held.some((each) => each.nameKey === key)) return;
      throw refused('unknown-alias', `#/aliases/${index}`, `${alias} is no name of ${device.slug}.`);
    });
    return held;
  }

  private async other(device: Device, { name, into }: SplitDeviceDto, names: readonly Named[], actor: Actor) {
    if (into !== undefined) {
      const other = await namedAt('#/into', () => this.devices.get(into));
      if (other.id === device.id) throw new Fault('conflict', 'same-device', `${into} is that device itself.`);
      await this.identity.giveNames(names, device.id, other.id, actor);
      return { other, added: null };
    }
    const { companyId: company, category, line } = device;
    await this.identity.freeNames(names, device.id);
    const aliases = names.map((each) => each.name);
    const traits = { ...(category !== null && { category }), ...(line !== null && { line }) };
    const other = await this.devices.add({ name: name ?? '', company, aliases, ...traits }, actor);
    return { other, added: other.id };
  }
}

function refused(code: string, pointer: string, detail: string): Fault {
  return new Fault('invalid', code, detail, [{ pointer, code, detail }]);
}
