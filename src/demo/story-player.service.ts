import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Supersessions } from '../identity/supersessions.service.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { ProposalCommits } from '../proposals/proposal-commits.service.js';
import { noonOf, type Guide } from './story.js';
import { StoryTeller, type Progress } from './story-teller.service.js';

/** Plays the story: has it told, and at its end does what an editor would: renames the device and accepts what launches settle. */
@Injectable()
export class StoryPlayer {
  constructor(
    private readonly database: Database,
    private readonly supersessions: Supersessions,
    private readonly commits: ProposalCommits,
    private readonly teller: StoryTeller,
  ) {}

  /** Has the story told to the present; answers how many reports were told. */
  begin(actor: Actor, progress?: Progress): Promise<number> {
    return this.teller.begin(actor, progress);
  }

  /** Plays on to noon (UTC) of a day, `YYYY-MM-DD`; on the last one all of it is settled. */
  async goOn(guide: Guide, day: string, actor: Actor): Promise<void> {
    await this.teller.goOn(noonOf(day), actor);
    if (day === guide.ends_on) await this.settle(guide, actor);
  }

  /** Settles the story; what is settled already stays as it is. */
  private async settle({ device, renamed_to: heir }: Guide, actor: Actor): Promise<void> {
    const proof = await this.proofOf(device, heir);
    if (proof !== null) {
      await this.supersessions.supersede(device, { by: heir, reason: 'renamed', evidence: proof }, null, actor);
      await this.teller.weigh(actor);
    }
    const open = await this.database.read<{ id: string }>(
      `select p.id from resolution_proposals p where p.status = 'open' order by p.id`,
    );
    for (const { id } of open) await this.accept(id, actor);
    await this.teller.weigh(actor);
  }

  /** The evidence that the device is called otherwise, by its id; null where it has been renamed already. */
  private async proofOf(device: string, heir: string): Promise<string | null> {
    const found = await this.database.readOne<{ id: string }>(
      `select e.id from evidence e join rumors m on m.id = e.rumor_id join devices d on d.id = m.device_id
       join devices h on h.slug = ? and h.name = m.value
       where d.slug = ? and d.superseded_by_id is null and m.subject = 'name' and e.stance = 'supports'
         and e.status = 'active' order by e.id limit 1`,
      [heir, device],
    );
    return found?.id ?? null;
  }

  /** Accepts what a launch proposes; what contradicts an earlier verdict waits for whoever looks at it. */
  private async accept(id: string, actor: Actor): Promise<void> {
    try {
      await this.commits.commit(id, null, actor);
    } catch (error) {
      if (!(error instanceof Fault) || error.kind !== 'conflict') throw error;
    }
  }
}
