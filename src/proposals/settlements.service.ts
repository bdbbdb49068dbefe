import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { LateRivals } from '../resolutions/late-rivals.service.js';
import type { Rumor } from '../rumors/rumor.entity.js';
import { ProposalDesk } from './proposal-desk.service.js';

/** A question by what names it. */
type Key = Pick<Rumor, 'deviceId' | 'question'>;

/** What is settled, or proposed to be settled, before questions are weighed. */
@Injectable()
export class Settlements {
  constructor(
    private readonly database: Database,
    private readonly rivals: LateRivals,
    private readonly desk: ProposalDesk,
  ) {}

  /**
   * Settles what standing verdicts on these questions decide, and proposes what the maker's word does: whatever
   * changes what is known about a rumor asks for its question to be weighed, so all of it passes here.
   *
   * @returns the questions with a value that cannot be read, by which nothing is decided
   */
  settle(keys: readonly Key[]): Promise<(Key & { readonly error: unknown })[]> {
    return this.database.transaction(async () => {
      const unreadable = await this.rivals.settle(keys);
      await this.desk.consider(keys.map(({ deviceId }) => deviceId));
      return unreadable;
    });
  }
}
