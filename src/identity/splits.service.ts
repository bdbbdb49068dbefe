import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { SeenVersions } from '../platform/version.js';
import { VerdictMoves } from '../resolutions/verdict-moves.service.js';
import { Carrying } from './carrying.service.js';
import { IdentityActs, type Plan } from './identity-acts.service.js';
import type { IdentityAct } from './identity-act.entity.js';
import { NO_CHANGES } from './identity-changes.js';
import type { SplitDeviceDto } from './identity.dto.js';
import { Partings } from './partings.service.js';

/** Takes out of a device what belongs to another one that it was mixed up with. */
@Injectable()
export class Splits {
  constructor(
    private readonly acts: IdentityActs,
    private readonly partings: Partings,
    private readonly verdicts: VerdictMoves,
    private readonly carrying: Carrying,
  ) {}

  /**
   * Takes rumors and names out of a device and gives them to another one, which is added where it is not followed yet.
   * Settled rumors go only together with those that they decided.
   *
   * @throws Fault not found `unknown-device`, conflict `follows-from-another` or as `Partings.of` and `Carrying.carry`;
   *   invalid as `Partings.of`; Moved or gone; StaleVersion
   */
  split(reference: string, act: SplitDeviceDto, seen: SeenVersions, actor: Actor): Promise<IdentityAct> {
    return this.acts.perform(reference, seen, actor, async (device): Promise<Plan> => {
      const { other, added, names, rumors } = await this.partings.of(device, act, actor);
      await this.verdicts.assertWhole(rumors.map(({ id }) => id));
      const carried = await this.carrying.carry(rumors, other.id, actor);
      const changes = { ...NO_CHANGES, ...carried, names, added };
      return { kind: 'split', other, reason: act.reason ?? null, changes };
    });
  }
}
