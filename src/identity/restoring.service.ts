import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { DeviceIdentity } from '../devices/device-identity.service.js';
import { Device } from '../devices/device.entity.js';
import { Database } from '../platform/database/database.js';
import { VerdictMoves } from '../resolutions/verdict-moves.service.js';
import { Carrying } from './carrying.service.js';
import type { IdentityAct } from './identity-act.entity.js';

/** Makes devices and rumors what they were before an act. */
@Injectable()
export class Restoring {
  constructor(
    private readonly database: Database,
    private readonly identity: DeviceIdentity,
    private readonly carrying: Carrying,
    private readonly verdicts: VerdictMoves,
  ) {}

  /**
   * Takes everything back that an act changed, and what followed from a verdict only because of it. A device that was
   * added with it is one with the device that it came from.
   */
  restore({ changes, deviceId, otherId }: IdentityAct, reason: string, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      await this.carrying.carryBack(changes, deviceId, reason, actor);
      await this.verdicts.takeBackStrayed(otherId === null ? [deviceId] : [deviceId, otherId], reason, actor);
      if (otherId !== null) await this.identity.giveNames(changes.names, otherId, deviceId, actor);
      for (const pointer of changes.pointers) {
        const pointing = await rows.findOneByOrFail(Device, { id: pointer.device });
        const expected = pointer.device === otherId ? null : otherId;
        if (pointing[pointer.member] === expected) await this.identity.point(pointer, pointer.former, actor);
      }
      if (changes.identity !== null) {
        const device = await rows.findOneByOrFail(Device, { id: deviceId });
        await this.identity.identify(device, changes.identity, actor);
      }
      if (changes.added === null) return;
      const added = await rows.findOneByOrFail(Device, { id: changes.added });
      await this.identity.identify(added, { mergedIntoId: deviceId }, actor);
    });
  }
}
