import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { EvidenceMoves, type AcceptedLink } from '../evidence/evidence-moves.service.js';
import { VerdictMoves, type CarriedVerdict } from '../resolutions/verdict-moves.service.js';
import type { Rumor } from '../rumors/rumor.entity.js';
import { numbersOf, RumorMoves } from '../rumors/rumor-moves.service.js';
import { StatementMoves } from '../statements/statement-moves.service.js';
import { involvedIn, type FormerStatus, type IdentityChanges } from './identity-changes.js';

type Carried = Pick<
  IdentityChanges,
  'carried' | 'united' | 'accepted' | 'statuses' | 'recorded' | 'followers' | 'standing'
>;

/** What became of one rumor that is one with the same claim about the other device since. */
interface United {
  readonly united: IdentityChanges['united'];
  readonly accepted: readonly AcceptedLink[];
  readonly statuses: readonly FormerStatus[];
  readonly verdict: CarriedVerdict;
}

/** Carries rumors over to another device, with everything that hangs on them, and back. */
@Injectable()
export class Carrying {
  constructor(
    private readonly moves: RumorMoves,
    private readonly evidence: EvidenceMoves,
    private readonly statements: StatementMoves,
    private readonly verdicts: VerdictMoves,
  ) {}

  /**
   * Carries rumors over; one of which the other device has the same claim becomes one with that. To be called within an
   * act.
   *
   * @throws Fault conflict `contradicts-resolution` where verdicts on both sides rule each other out
   */
  async carry(rumors: readonly Rumor[], deviceId: string, actor: Actor): Promise<Carried> {
    await this.verdicts.assertAgree(rumors, deviceId);
    const carried: string[] = [];
    const united: United[] = [];
    for (const rumor of rumors) {
      const twin = await this.moves.twin(rumor, deviceId);
      if (twin) united.push(await this.unite(rumor, twin, actor));
      else {
        await this.moves.carry(rumor, deviceId, actor);
        carried.push(rumor.id);
      }
    }
    const moved = { carried, united: united.flatMap((each) => each.united) };
    return {
      ...moved,
      accepted: united.flatMap((each) => each.accepted),
      statuses: united.flatMap((each) => each.statuses),
      recorded: united.flatMap(({ verdict }) => verdict.recorded ?? []),
      followers: united.flatMap(({ verdict }) => verdict.followers),
      standing: await this.verdicts.standing(involvedIn(moved)),
    };
  }

  /** Carries everything back that an act carried over from a device. To be called within an act. */
  async carryBack(changes: IdentityChanges, deviceId: string, reason: string, actor: Actor): Promise<void> {
    await this.verdicts.point(changes.followers);
    await this.verdicts.takeBack(changes.recorded, reason, actor);
    for (const rumor of await this.moves.ofIds(changes.carried)) await this.moves.carry(rumor, deviceId, actor);
    for (const link of changes.accepted) await this.evidence.unaccept(link, actor);
    for (const each of changes.united.toReversed()) {
      await this.moves.part(each, actor);
      await this.evidence.part(each.rumor, each.formerly);
      await this.statements.part(each.rumor, each.formerly);
    }
    for (const { rumor: id, status, numbers } of changes.statuses) {
      const [rumor] = await this.moves.ofIds([id]);
      if (rumor && rumor.status !== status) await this.moves.setStatus(rumor, status, { reason }, actor);
      if (numbers) await this.moves.setNumbers(id, numbers);
    }
    for (const id of involvedIn(changes)) await this.moves.recount(id);
  }

  private async unite(rumor: Rumor, twin: Rumor, actor: Actor): Promise<United> {
    const isFollowed = rumor.status !== 'withdrawn';
    const statuses: FormerStatus[] = [];
    if (isFollowed && twin.status === 'withdrawn') {
      statuses.push({ rumor: twin.id, status: twin.status, numbers: numbersOf(twin) });
      const status = rumor.status === 'lapsed' ? 'lapsed' : 'open';
      await this.moves.setStatus(twin, status, { united_with: rumor.id }, actor);
    }
    const entries = await this.moves.unite(rumor, twin, actor);
    const accepted = isFollowed ? await this.evidence.unite(rumor.id, twin.id, actor) : [];
    if (isFollowed) await this.statements.unite(rumor.id, twin.id);
    const [present = twin] = await this.moves.ofIds([twin.id]);
    const verdict = await this.verdicts.follow(rumor, present, actor);
    for (const id of [rumor.id, twin.id]) await this.moves.recount(id);
    return { united: entries.map((each) => ({ ...each, into: twin.id })), accepted, statuses, verdict };
  }
}
