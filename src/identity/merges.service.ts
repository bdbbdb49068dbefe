import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { DeviceIdentity } from '../devices/device-identity.service.js';
import type { Device } from '../devices/device.entity.js';
import { Fault } from '../platform/fault.js';
import { RumorMoves } from '../rumors/rumor-moves.service.js';
import { Carrying } from './carrying.service.js';
import { IdentityActs, type Plan } from './identity-acts.service.js';
import type { IdentityAct } from './identity-act.entity.js';
import { NO_CHANGES } from './identity-changes.js';
import type { MergeDeviceDto } from './identity.dto.js';
import type { SeenVersions } from '../platform/version.js';

/** Folds a device into another one: both were the same all along. */
@Injectable()
export class Merges {
  constructor(
    private readonly acts: IdentityActs,
    private readonly identity: DeviceIdentity,
    private readonly moves: RumorMoves,
    private readonly carrying: Carrying,
  ) {}

  /**
   * Folds a device into another one: its names become names of that one, its rumors are about it, those of the same
   * claim are one, and what pointed to it points there. It is found under the other one from then on.
   *
   * @throws Fault not found `unknown-device`; conflict `same-device`, `superseded-device`, `contradicts-resolution`;
   *   Moved or gone for a device that is merged or taken down already; StaleVersion
   */
  merge(reference: string, { into }: MergeDeviceDto, seen: SeenVersions, actor: Actor): Promise<IdentityAct> {
    return this.acts.perform(reference, seen, actor, async (device): Promise<Plan> => {
      const other = await this.acts.other(into, device, '#/into');
      assertMergeable(device, other);
      const names = await this.identity.namesOf(device.id);
      await this.identity.giveNames(names, device.id, other.id, actor);
      const carried = await this.carrying.carry(await this.moves.about(device.id), other.id, actor);
      const pointers = await this.identity.repoint(device.id, other.id, actor);
      await this.identity.identify(device, { mergedIntoId: other.id }, actor);
      const changes = { ...NO_CHANGES, ...carried, names, pointers, identity: { mergedIntoId: null } };
      return { kind: 'merge', other, reason: null, changes };
    });
  }
}

/** Refuses to merge where one of both has turned out to be a third one. */
function assertMergeable(device: Device, other: Device): void {
  const isElse = device.supersededById !== null && device.supersededById !== other.id;
  const superseded = other.supersededById !== null ? other : isElse ? device : null;
  if (superseded === null) return;
  const detail = `${superseded.slug} turned out to be another device: merge into that one, or undo it.`;
  throw new Fault('conflict', 'superseded-device', detail);
}
