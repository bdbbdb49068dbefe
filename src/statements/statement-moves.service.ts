import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { StatementLink } from './statement-link.entity.js';
import { Statement } from './statement.entity.js';

/** Takes what statements speak of along with rumors that become one, and back. */
@Injectable()
export class StatementMoves {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Makes statements about a rumor speak of the one with which it is one now; one that spoke of both speaks of it once. */
  unite(fromId: string, intoId: string): Promise<void> {
    return this.database.transaction(async (rows) => {
      for (const link of await rows.findBy(StatementLink, { rumorId: fromId })) {
        const speaksOfBoth = await rows.existsBy(StatementLink, { statementId: link.statementId, rumorId: intoId });
        if (!speaksOfBoth) await this.place(link, intoId, link.homeId ?? fromId);
      }
    });
  }

  /** Makes statements speak again of a rumor, or of the one with which it is one again. */
  part(homeId: string, formerly: string | null): Promise<void> {
    return this.database.transaction(async (rows) => {
      for (const link of await rows.findBy(StatementLink, { homeId })) {
        await this.place(link, formerly ?? homeId, formerly === null ? null : homeId);
      }
    });
  }

  private place({ statementId, rumorId }: StatementLink, toId: string, homeId: string | null): Promise<void> {
    const change = { version: () => 'version + 1', updatedAt: this.clock.now() };
    return this.database.transaction(async (rows) => {
      await rows.update(StatementLink, { statementId, rumorId }, { rumorId: toId, homeId });
      await rows.update(Statement, { id: statementId }, change);
    });
  }
}
