import { Injectable } from '@nestjs/common';
import { DeviceIdentity } from '../devices/device-identity.service.js';
import { Fault } from '../platform/fault.js';
import { VerdictMoves } from '../resolutions/verdict-moves.service.js';
import { RumorMoves } from '../rumors/rumor-moves.service.js';
import { IdentityBook } from './identity-book.service.js';
import type { IdentityAct } from './identity-act.entity.js';
import { involvedIn } from './identity-changes.js';

/** Tells whether an act can still be undone exactly. */
@Injectable()
export class Undoable {
  constructor(
    private readonly book: IdentityBook,
    private readonly identity: DeviceIdentity,
    private readonly moves: RumorMoves,
    private readonly verdicts: VerdictMoves,
  ) {}

  /**
   * Refuses to undo what later acts made impossible to undo, and says which.
   *
   * @throws Fault conflict `already-undone`, `later-act`, `resolved-since`, `claim-taken`, `name-taken` or
   *   `device-in-use`
   */
  async assert(act: IdentityAct): Promise<void> {
    const { id, changes, deviceId, otherId } = act;
    if (act.undoneAt !== null) throw new Fault('conflict', 'already-undone', `${id} was undone already.`);
    const later = await this.book.later(act);
    if (later)
      throw new Fault('conflict', 'later-act', `Undo the ${later.kind} ${later.id} first: it came after ${id}.`);
    await this.assertUnjudged(act);
    await this.assertFree(act);
    await this.identity.assertHeld(changes.names, otherId === null ? [deviceId] : [deviceId, otherId]);
    await this.assertUnused(act);
  }

  private async assertUnjudged({ changes }: IdentityAct): Promise<void> {
    const known = [...changes.standing, ...changes.recorded];
    const since = (await this.verdicts.standing(involvedIn(changes))).filter((each) => !known.includes(each));
    if (since.length === 0) return;
    const detail = `What it took along was resolved since (${since.join(', ')}): reopen that first.`;
    throw new Fault('conflict', 'resolved-since', detail);
  }

  private async assertFree({ changes, deviceId }: IdentityAct): Promise<void> {
    const leaving = changes.united.filter(({ formerly }) => formerly === null).map(({ rumor }) => rumor);
    for (const rumor of await this.moves.ofIds([...changes.carried, ...leaving])) {
      const twin = await this.moves.twin(rumor, deviceId);
      if (twin === null || twin.id === rumor.id) continue;
      const detail = `${deviceId} carries the claim of ${rumor.id} again since, as ${twin.id}: that stays.`;
      throw new Fault('conflict', 'claim-taken', detail);
    }
  }

  private async assertUnused({ changes: { added, carried, united } }: IdentityAct): Promise<void> {
    if (added === null) return;
    const known = [...carried, ...united.map(({ into }) => into)];
    const own = (await this.moves.about(added)).find(({ id }) => !known.includes(id));
    if (!own) return;
    const detail = `The device that it added has rumors of its own since (${own.id}): merge it instead.`;
    throw new Fault('conflict', 'device-in-use', detail);
  }
}
