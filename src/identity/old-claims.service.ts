import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { Named } from '../devices/device-identity.service.js';
import type { Device } from '../devices/device.entity.js';
import { nameKey } from '../engine/subjects/index.js';
import { Proofs, type Proof } from '../resolutions/resolution-proofs.service.js';
import { Resolutions, type Judgement } from '../resolutions/resolutions.service.js';
import type { Rumor } from '../rumors/rumor.entity.js';
import { RumorMoves } from '../rumors/rumor-moves.service.js';
import { Rumors } from '../rumors/rumors.service.js';
import type { FormerStatus } from './identity-changes.js';
import type { SupersedeDeviceDto } from './identity.dto.js';

/** What was decided about the claims of a device as such. */
export interface JudgedClaims {
  readonly proof: Proof;
  /** What is open about the device and does not stay with it. */
  readonly open: readonly Rumor[];
  readonly recorded: readonly string[];
  /** Rumors that were opened, or opened again, to be judged; and what they are where nobody judges them. */
  readonly statuses: readonly FormerStatus[];
}

/** A device with its names, and the one that it turned out to be. */
export interface Superseded {
  readonly device: Device;
  readonly other: Device;
  readonly names: readonly Named[];
}

/** Judges what is claimed of a device as such once it turned out to be another one: its name, and that it exists. */
@Injectable()
export class OldClaims {
  constructor(
    private readonly proofs: Proofs,
    private readonly resolutions: Resolutions,
    private readonly rumors: Rumors,
    private readonly moves: RumorMoves,
  ) {}

  /**
   * Judges them by what an act names. A name that nobody has claimed yet is claimed first, so that it stands as a false
   * claim with its proof.
   *
   * @throws Fault as `Proofs.of` and `Resolutions.settle`
   */
  async judge(superseded: Superseded, act: SupersedeDeviceDto, actor: Actor): Promise<JudgedClaims> {
    const { device, other } = superseded;
    const proof = await this.proofs.of(act, [device.id, other.id]);
    const note = act.note ?? null;
    const statuses = act.reason === 'renamed' ? await this.claimName(device, actor) : [];
    const claims = (await this.open(device)).filter((rumor) => isJudged(rumor, superseded, act));
    const judgement: Judgement =
      act.reason === 'renamed' ? { outcome: 'false', value: other.name, note } : { outcome: 'void', note };
    const recorded = await this.settle(claims, judgement, proof, actor);
    const stay = new Set(claims.map(({ id }) => id));
    return { proof, statuses, recorded, open: (await this.open(device)).filter(({ id }) => !stay.has(id)) };
  }

  /** Sees to it that the name of the device is claimed and open to be judged, unless it was judged already. */
  private async claimName({ id: device, name }: Device, actor: Actor): Promise<FormerStatus[]> {
    const { rumor, opened } = await this.rumors.ensure({ device, subject: 'name', value: name }, actor);
    if (opened) return [{ rumor: rumor.id, status: 'withdrawn' }];
    if (rumor.status !== 'withdrawn') return [];
    await this.moves.setStatus(rumor, 'open', { judged: true }, actor);
    return [{ rumor: rumor.id, status: 'withdrawn' }];
  }

  /** Judges claims, of which one may settle others of the same question. */
  private async settle(claims: readonly Rumor[], judgement: Judgement, proof: Proof, actor: Actor): Promise<string[]> {
    const recorded: string[] = [];
    for (const { id } of claims) {
      const [rumor] = await this.moves.ofIds([id]);
      if (!rumor || rumor.status === 'resolved') continue;
      recorded.push((await this.resolutions.settle(rumor, judgement, proof, actor)).resolution.id);
    }
    return recorded;
  }

  private async open(device: Device): Promise<Rumor[]> {
    return (await this.moves.about(device.id)).filter(({ status }) => status === 'open' || status === 'lapsed');
  }
}

/** Whether a claim is about the device as such: that it has its name, or where another one comes, that it exists. */
function isJudged({ subject, value }: Rumor, { names }: Superseded, { reason }: SupersedeDeviceDto): boolean {
  if (reason === 'renamed') {
    return subject === 'name' && names.some((name) => ` ${nameKey(value)}`.endsWith(` ${name.nameKey}`));
  }
  return reason === 'replaced' && subject === 'existence';
}
