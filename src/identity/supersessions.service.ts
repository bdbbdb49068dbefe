import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { DeviceIdentity } from '../devices/device-identity.service.js';
import type { Device } from '../devices/device.entity.js';
import { Fault } from '../platform/fault.js';
import type { SeenVersions } from '../platform/version.js';
import { Carrying } from './carrying.service.js';
import { IdentityActs, type Plan } from './identity-acts.service.js';
import type { IdentityAct } from './identity-act.entity.js';
import { NO_CHANGES } from './identity-changes.js';
import type { SupersedeDeviceDto } from './identity.dto.js';
import { OldClaims } from './old-claims.service.js';

/** Says that a device turned out to be another one. */
@Injectable()
export class Supersessions {
  constructor(
    private readonly acts: IdentityActs,
    private readonly identity: DeviceIdentity,
    private readonly claims: OldClaims,
    private readonly carrying: Carrying,
  ) {}

  /**
   * Says that a device turned out to be another one. What is open about it is carried over, with evidence and history;
   * what is settled stays where it was judged. If it got another name, its own name is judged false by the proof. If
   * another one comes in its place, whether it exists can no longer be decided; else that is carried over as well: what
   * was rumored exists, under another name.
   *
   * @throws Fault not found `unknown-device`; conflict `same-device`, `already-superseded`, `superseded-device` or as
   *   `OldClaims.judge` and `Carrying.carry`; invalid as `Proofs.of`; Moved or gone; StaleVersion
   */
  supersede(reference: string, act: SupersedeDeviceDto, seen: SeenVersions, actor: Actor): Promise<IdentityAct> {
    return this.acts.perform(reference, seen, actor, async (device): Promise<Plan> => {
      const other = await this.acts.other(act.by, device, '#/by');
      assertSupersedable(device, other);
      const names = await this.identity.namesOf(device.id);
      const judged = await this.claims.judge({ device, other, names }, act, actor);
      const carried = await this.carrying.carry(judged.open, other.id, actor);
      const { lifecycle } = device;
      const identity = { supersededById: other.id, supersededReason: act.reason, lifecycle: 'superseded' as const };
      await this.identity.identify(device, identity, actor);
      const changes = {
        ...NO_CHANGES,
        ...carried,
        statuses: [...carried.statuses, ...judged.statuses],
        recorded: [...carried.recorded, ...judged.recorded],
        identity: { supersededById: null, supersededReason: null, lifecycle },
      };
      const { evidenceId, statementId } = judged.proof;
      return { kind: 'supersede', other, reason: act.reason, evidenceId, statementId, changes };
    });
  }
}

/** Refuses to supersede twice, and to go round in a circle. */
function assertSupersedable(device: Device, other: Device): void {
  if (device.supersededById !== null) {
    const detail = `${device.slug} turned out to be ${device.supersededById} already: undo that first.`;
    throw new Fault('conflict', 'already-superseded', detail);
  }
  if (other.supersededById !== null) {
    const detail = `${other.slug} turned out to be ${other.supersededById} itself: name that one.`;
    throw new Fault('conflict', 'superseded-device', detail);
  }
}
