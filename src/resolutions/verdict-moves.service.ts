import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, sql } from '../platform/database/sql.js';
import { Fault } from '../platform/fault.js';
import { Rumor } from '../rumors/rumor.entity.js';
import { ResolutionBook } from './resolution-book.service.js';
import { Resolution } from './resolution.entity.js';
import { outcomeFollowing, verdictOf } from './resolution-verdict.js';
import { assertAgrees } from './resolutions.service.js';

/** A resolution that followed from one, and follows from another one that says the same of the same claim. */
export interface Follower {
  readonly resolution: string;
  readonly formerly: string | null;
}

/** What was written down so that a verdict holds for a rumor that is one with the judged one. */
export interface CarriedVerdict {
  readonly recorded: string | null;
  readonly followers: readonly Follower[];
}

/** Takes verdicts along with rumors that come to another question or become one, and back. */
@Injectable()
export class VerdictMoves {
  constructor(
    private readonly database: Database,
    private readonly book: ResolutionBook,
  ) {}

  /**
   * Refuses to bring rumors to a device where verdicts contradict theirs.
   *
   * @throws Fault conflict `contradicts-resolution`
   */
  async assertAgree(coming: readonly Rumor[], deviceId: string): Promise<void> {
    const judged = coming.filter(({ status }) => status === 'resolved');
    for (const rumor of judged) {
      const { question } = rumor;
      const there = await this.database.rows.findBy(Rumor, { deviceId, question, status: 'resolved' });
      for (const other of there) {
        assertSame(rumor, other);
        await this.assertFollows(rumor, other);
        await this.assertFollows(other, rumor);
      }
    }
  }

  /**
   * Refuses to take rumors away from those that their verdicts decided, or that decided theirs.
   *
   * @throws Fault conflict `follows-from-another`
   */
  async assertWhole(rumorIds: readonly string[]): Promise<void> {
    const one = isOneOf(sql`v.rumor_id`, rumorIds);
    const other = isOneOf(sql`w.rumor_id`, rumorIds);
    const { text, values } = sql`select v.rumor_id as follower, w.rumor_id as root from resolutions v
      join resolutions w on w.id = v.follows_from_id
      where v.reopened_at is null and ((${one} and not ${other}) or (${other} and not ${one})) limit 1`;
    const torn = await this.database.readOne<{ follower: string; root: string }>(text, values);
    if (torn === null) return;
    const detail = `The outcome of ${torn.follower} follows from that of ${torn.root}: take both, or reopen that one.`;
    throw new Fault('conflict', 'follows-from-another', detail);
  }

  /**
   * Makes the verdict on a rumor hold for the one that it is one with now: by the same proof, and whatever followed
   * from it follows from that one.
   */
  follow(rumor: Rumor, into: Rumor, actor: Actor): Promise<CarriedVerdict> {
    return this.database.transaction(async (rows) => {
      const verdict = await this.book.standing(rumor.id);
      if (!verdict) return { recorded: null, followers: [] };
      const known = await this.book.standing(into.id);
      const { outcome, value, happenedOn, evidenceId, statementId, note } = verdict;
      const settled = { outcome, value, happenedOn, evidenceId, statementId, note, followsFromId: null };
      const holds = known ?? (await this.book.record(into, settled, actor));
      const followers = (await this.book.followers(verdict)).map(({ id }) => ({
        resolution: id,
        formerly: verdict.id,
      }));
      for (const { resolution: id } of followers) await rows.update(Resolution, { id }, { followsFromId: holds.id });
      return { recorded: known ? null : holds.id, followers };
    });
  }

  /** Makes resolutions follow from what they followed from before. */
  point(followers: readonly Follower[]): Promise<void> {
    return this.database.transaction(async (rows) => {
      for (const { resolution: id, formerly } of followers) {
        await rows.update(Resolution, { id }, { followsFromId: formerly });
      }
    });
  }

  /** The ids of the resolutions of these rumors that stand, and do not follow from another one. */
  async standing(rumorIds: readonly string[]): Promise<string[]> {
    const where = { rumorId: In([...rumorIds]), reopenedAt: IsNull(), followsFromId: IsNull() };
    return (await this.database.rows.find(Resolution, { where, order: { id: 'ASC' } })).map(({ id }) => id);
  }

  /** Takes resolutions back that still stand, and what follows from them. */
  takeBack(ids: readonly string[], reason: string, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const standing = await rows.find(Resolution, { where: { id: In([...ids]), reopenedAt: IsNull() } });
      for (const each of standing) {
        for (const resolution of [...(await this.book.followers(each)), each]) {
          const rumor = await rows.findOneByOrFail(Rumor, { id: resolution.rumorId });
          await this.book.takeBack(rumor, resolution, reason, actor);
        }
      }
    });
  }

  /** Takes back what follows from a verdict on a rumor about another device: it was of the same question before. */
  async takeBackStrayed(deviceIds: readonly string[], reason: string, actor: Actor): Promise<void> {
    for (const deviceId of deviceIds) {
      const strayed = await this.database.read<{ id: string }>(
        `select v.id from resolutions v join rumors m on m.id = v.rumor_id join resolutions w on w.id = v.follows_from_id
         join rumors o on o.id = w.rumor_id
         where m.device_id = ? and v.reopened_at is null and o.device_id <> m.device_id order by v.id`,
        [deviceId],
      );
      await this.takeBack(
        strayed.map(({ id }) => id),
        reason,
        actor,
      );
    }
  }

  private async assertFollows(judged: Rumor, other: Rumor): Promise<void> {
    const verdict = await this.book.standing(judged.id);
    if (!verdict || verdict.followsFromId !== null) return;
    const { outcome, value, happenedOn } = verdict;
    const follows = outcomeFollowing(other, verdictOf(judged, { outcome, value }, happenedOn));
    if (follows !== null) assertAgrees(other, follows);
  }
}

/** Refuses two verdicts on one claim that differ. */
function assertSame(rumor: Rumor, other: Rumor): void {
  if (rumor.valueKey !== other.valueKey || rumor.outcome === other.outcome) return;
  const verdicts = `${rumor.id} is resolved as ${rumor.outcome}, and ${other.id}, the same claim, as ${other.outcome}`;
  throw new Fault('conflict', 'contradicts-resolution', `${verdicts}: reopen one of them first.`);
}
