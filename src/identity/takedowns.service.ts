import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { DeviceIdentity } from '../devices/device-identity.service.js';
import { Clock } from '../platform/clock.js';
import type { SeenVersions } from '../platform/version.js';
import { RumorMoves } from '../rumors/rumor-moves.service.js';
import { IdentityActs, type Plan } from './identity-acts.service.js';
import type { IdentityAct } from './identity-act.entity.js';
import { NO_CHANGES, type FormerStatus } from './identity-changes.js';
import type { RemoveDeviceDto } from './identity.dto.js';

/** Takes devices down that must not be shown. */
@Injectable()
export class Takedowns {
  constructor(
    private readonly acts: IdentityActs,
    private readonly clock: Clock,
    private readonly identity: DeviceIdentity,
    private readonly moves: RumorMoves,
  ) {}

  /**
   * Takes a device down: neither it nor anything about it is shown any more, not even as of the past, and its rumors
   * are followed no more. Everything is kept, so that an admin can undo it.
   *
   * @throws Fault not found `unknown-device`; Moved or gone; StaleVersion
   */
  remove(reference: string, { reason }: RemoveDeviceDto, seen: SeenVersions, actor: Actor): Promise<IdentityAct> {
    return this.acts.perform(reference, seen, actor, async (device): Promise<Plan> => {
      const statuses: FormerStatus[] = [];
      for (const rumor of await this.moves.about(device.id)) {
        if (rumor.status === 'resolved' || rumor.status === 'withdrawn') continue;
        statuses.push({ rumor: rumor.id, status: rumor.status });
        await this.moves.setStatus(rumor, 'withdrawn', { removed: true }, actor);
      }
      await this.identity.identify(device, { removedAt: this.clock.now() }, actor);
      const changes = { ...NO_CHANGES, statuses, identity: { removedAt: null } };
      return { kind: 'takedown', other: null, reason, changes };
    });
  }
}
