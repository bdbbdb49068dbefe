import { Injectable } from '@nestjs/common';
import { Moments } from '../../events/moments.service.js';
import { StatementBoard } from '../../statements/statement-board.service.js';
import { viewStatement } from '../../statements/statement.view.js';
import type { StatementView } from '../views.js';
import type { RumorStory } from './rumor-story.js';
import { RumorTeller } from './rumor-teller.service.js';

/** Puts the page of a rumor together. */
@Injectable()
export class RumorReader {
  constructor(
    private readonly moments: Moments,
    private readonly statements: StatementBoard,
    private readonly teller: RumorTeller,
  ) {}

  /**
   * A rumor as it was known at an instant (epoch milliseconds; null: now).
   *
   * @throws Fault not found `unknown-rumor` or `not-yet-known`
   */
  read(id: string, asOf: number | null): Promise<{ story: RumorStory; statements: StatementView[] }> {
    return this.moments.read(asOf, async (moment) => ({
      story: await this.teller.get(id, moment),
      statements: (await this.statements.list({ rumorId: id }, moment)).map(viewStatement),
    }));
  }
}
