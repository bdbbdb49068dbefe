import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { assertUnchanged, type SeenVersions } from '../platform/version.js';
import { Rumor } from '../rumors/rumor.entity.js';
import { Rumors } from '../rumors/rumors.service.js';
import { ResolutionBook, type Settled } from './resolution-book.service.js';
import type { ReopenRumorDto, ResolveRumorDto } from './resolution.dto.js';
import type { Resolution } from './resolution.entity.js';
import { Proofs, type Proof } from './resolution-proofs.service.js';
import { outcomeFollowing, verdictGiven, type Verdict } from './resolution-verdict.js';

/** A resolution, and whether this act made it; false where it stood already, with the same content. */
export interface Resolved {
  readonly resolution: Resolution;
  readonly created: boolean;
}

/** What an act makes of a rumor. */
export type Judgement = Pick<ResolveRumorDto, 'outcome' | 'value' | 'note'>;

/** What became of rumors: recorded with what settles it, and taken back where that was wrong. */
@Injectable()
export class Resolutions {
  constructor(
    private readonly database: Database,
    private readonly rumors: Rumors,
    private readonly proofs: Proofs,
    private readonly book: ResolutionBook,
  ) {}

  /**
   * Settles a rumor, and with it those that compete with it as far as what is so decides them: they are resolved by the
   * same proof, and marked as following from it. What stays open in the question is asked to be weighed again; who
   * calls this, or the refresh, weighs it.
   *
   * @throws Fault not found `unknown-rumor`; conflict `withdrawn-rumor`, `already-resolved` or `contradicts-resolution`;
   *   invalid as `Proofs.of` and `verdictGiven`; StaleVersion
   */
  resolve(rumorId: string, act: ResolveRumorDto, seen: SeenVersions, actor: Actor): Promise<Resolved> {
    return this.database.transaction(async () => {
      const rumor = await this.rumors.touch(rumorId);
      const standing = await this.book.standing(rumorId);
      assertUnchanged(standing?.version ?? 0, seen);
      if (rumor.status === 'withdrawn') {
        throw new Fault('conflict', 'withdrawn-rumor', `${rumorId} was withdrawn and is followed no more.`);
      }
      const proof = await this.proofs.of(act, [rumor.deviceId]);
      return this.settle(rumor, act, proof, actor);
    });
  }

  /**
   * Settles a rumor by a proof that was looked at, as `resolve` does; to be called within an act.
   *
   * @throws Fault conflict `already-resolved` or `contradicts-resolution`; invalid as `verdictGiven`
   */
  async settle(rumor: Rumor, act: Judgement, proof: Proof, actor: Actor): Promise<Resolved> {
    const verdict = verdictGiven(rumor, act, proof.happenedOn);
    const { outcome, value } = verdict;
    const settled: Settled = { outcome, value, ...proof, note: act.note ?? null, followsFromId: null };
    const standing = await this.book.standing(rumor.id);
    if (standing) return { resolution: sameOrRefused(standing, settled), created: false };
    const followers = await this.followersOf(rumor, verdict);
    const resolution = await this.book.record(rumor, settled, actor);
    for (const { competitor, follows } of followers) {
      const own = { ...settled, outcome: follows, followsFromId: resolution.id };
      await this.book.record(competitor, own, actor);
    }
    return { resolution, created: true };
  }

  /**
   * Takes the resolution of a rumor back, and those that follow from it. The question is asked to be weighed again; who
   * calls this, or the refresh, weighs it.
   *
   * @throws Fault not found `unknown-rumor` or `not-resolved`, conflict `follows-from-another`; StaleVersion
   */
  reopen(rumorId: string, { reason }: ReopenRumorDto, seen: SeenVersions, actor: Actor): Promise<void> {
    return this.database.transaction(async () => {
      const rumor = await this.rumors.touch(rumorId);
      const standing = await this.book.standing(rumorId);
      if (!standing) throw new Fault('not_found', 'not-resolved', `${rumorId} is not resolved.`);
      assertUnchanged(standing.version, seen);
      if (standing.followsFromId !== null) {
        const detail = `The outcome of ${rumorId} follows from ${standing.followsFromId}: take that one back.`;
        throw new Fault('conflict', 'follows-from-another', detail);
      }
      for (const follower of await this.book.followers(standing)) {
        await this.book.takeBack(await this.rumors.get(follower.rumorId), follower, reason, actor);
      }
      await this.book.takeBack(rumor, standing, reason, actor);
    });
  }

  /** The rumors of the same question that the verdict decides as well, each with its outcome. */
  private async followersOf(
    { id, deviceId, question }: Rumor,
    verdict: Verdict,
  ): Promise<{ readonly competitor: Rumor; readonly follows: 'true' | 'false' }[]> {
    const others = await this.database.rows.find(Rumor, {
      where: { deviceId, question, id: Not(id), status: Not('withdrawn') },
      order: { id: 'ASC' },
    });
    return others.flatMap((competitor) => {
      const follows = outcomeFollowing(competitor, verdict);
      if (follows === null) return [];
      if (competitor.status !== 'resolved') return [{ competitor, follows }];
      assertAgrees(competitor, follows);
      return [];
    });
  }
}

/** Refuses a verdict that another one, which stands, rules out. */
export function assertAgrees({ id, value, outcome }: Rumor, follows: 'true' | 'false'): void {
  if (outcome === follows || outcome === 'partly' || outcome === 'void') return;
  const detail = `${id} (${value}) is resolved as ${outcome}, and this would make it ${follows}: reopen it first.`;
  throw new Fault('conflict', 'contradicts-resolution', detail);
}

function sameOrRefused(standing: Resolution, settled: Settled): Resolution {
  const keys = Object.keys(settled) as (keyof Settled)[];
  if (keys.every((key) => standing[key] === settled[key])) return standing;
  const detail = `${standing.rumorId} is resolved as ${standing.outcome} already (${standing.id}): reopen it first.`;
  throw new Fault('conflict', 'already-resolved', detail);
}
