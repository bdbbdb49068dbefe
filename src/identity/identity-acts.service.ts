import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { Device } from '../devices/device.entity.js';
import { Devices } from '../devices/devices.service.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { namedAt } from '../platform/named-at.js';
import { assertUnchanged, type SeenVersions } from '../platform/version.js';
import { Aftermath } from './aftermath.service.js';
import type { IdentityAct } from './identity-act.entity.js';
import { IdentityBook, type DoneAct } from './identity-book.service.js';

/** What was done to a device, before it is written down. */
export type Plan = Omit<DoneAct, 'device'>;

/** The frame of every act about who is who: all of it is kept or nothing, written down, and told of. */
@Injectable()
export class IdentityActs {
  constructor(
    private readonly database: Database,
    private readonly devices: Devices,
    private readonly book: IdentityBook,
    private readonly aftermath: Aftermath,
  ) {}

  /**
   * Does something to a device in one act, writes it down, and asks for what it touched to be weighed again.
   *
   * @throws what the act throws; Fault not found `unknown-device`, Moved or gone; StaleVersion
   */
  perform(
    reference: string,
    seen: SeenVersions,
    actor: Actor,
    act: (device: Device) => Promise<Plan>,
  ): Promise<IdentityAct> {
    return this.database.transaction(async () => {
      const device = await this.devices.get(reference);
      assertUnchanged(device.version, seen);
      const plan = await act(device);
      for (const { id } of plan.other ? [device, plan.other] : [device]) await this.devices.touch(id);
      const done = await this.book.record({ ...plan, device }, actor);
      await this.aftermath.settle(done);
      return done;
    });
  }

  /**
   * Undoes an act in one act, notes that, and asks for what it touched to be weighed again.
   *
   * @throws what the undoing throws; Fault not found `unknown-act`; StaleVersion
   */
  reverse(
    id: string,
    { reason, seen, actor }: { reason: string; seen: SeenVersions; actor: Actor },
    undo: (act: IdentityAct) => Promise<void>,
  ): Promise<void> {
    return this.database.transaction(async () => {
      const act = await this.book.get(id);
      assertUnchanged(act.version, seen);
      await undo(act);
      for (const device of [act.deviceId, act.otherId ?? act.deviceId]) await this.devices.touch(device);
      await this.book.close(act, reason, actor);
      await this.aftermath.settle(act);
    });
  }

  /**
   * The other device of an act, which its body names at a JSON pointer.
   *
   * @throws Fault invalid `unknown-device` or `removed-device`, conflict `same-device` or `moved`
   */
  async other(reference: string, device: Device, pointer: string): Promise<Device> {
    const other = await namedAt(pointer, () => this.devices.get(reference));
    if (other.id !== device.id) return other;
    throw new Fault('conflict', 'same-device', `${reference} is that device itself.`);
  }
}
