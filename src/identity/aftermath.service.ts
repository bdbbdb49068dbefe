import { Injectable } from '@nestjs/common';
import { DeviceIdentity } from '../devices/device-identity.service.js';
import { ProposalDesk } from '../proposals/proposal-desk.service.js';
import { RumorMoves } from '../rumors/rumor-moves.service.js';
import { Rumors } from '../rumors/rumors.service.js';
import type { IdentityAct } from './identity-act.entity.js';
import { involvedIn } from './identity-changes.js';

/** Brings everything up to date that follows from who is who. */
@Injectable()
export class Aftermath {
  constructor(
    private readonly identity: DeviceIdentity,
    private readonly moves: RumorMoves,
    private readonly rumors: Rumors,
    private readonly proposals: ProposalDesk,
  ) {}

  /**
   * Counts anew what is about the devices of an act, finds their headlines, brings the proposals about them up to date,
   * and asks for every question to be weighed that gained or lost an answer; who calls this, or the refresh, weighs them.
   */
  async settle({ id, deviceId, otherId, changes }: IdentityAct): Promise<void> {
    const devices = otherId === null ? [deviceId] : [deviceId, otherId];
    const involved = [...involvedIn(changes), ...changes.statuses.map(({ rumor }) => rumor)];
    await this.moves.rouse(await this.moves.ofIds(involved), devices, { kind: 'identity', ids: [id] });
    for (const device of devices) {
      await this.identity.recount(device);
      await this.rumors.refreshHeadlines([device]);
    }
    await this.proposals.consider(devices);
  }
}
