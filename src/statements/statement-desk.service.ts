import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Citations } from '../evidence/citations.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { namedAt } from '../platform/named-at.js';
import { momentOf } from './said-on.js';
import type { RecordStatementDto } from './statement.dto.js';
import type { Statement } from './statement.entity.js';
import { Statements } from './statements.service.js';

/** Statements that an editor hands in, without the article that passes them on. */
@Injectable()
export class StatementDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly citations: Citations,
    private readonly statements: Statements,
  ) {}

  /**
   * Records what somebody said; the report that passes it on is evidence for what the words speak of, and is taken note
   * of where it is not known yet.
   *
   * @throws Fault invalid `unknown-rumor`, `unknown-report`, `unknown-source`, `invalid-date`
   */
  record(act: RecordStatementDto, actor: Actor): Promise<Statement> {
    const { speaker, role = null, organisation = null, quote } = act;
    const learnedAt = this.clock.now();
    const saidAt = momentOf(act.said_on, learnedAt);
    const rumors = [...new Map(act.rumors.map(({ rumor: id, stance }) => [id, { id, stance }])).values()];
    return this.database.transaction(async () => {
      const official = await this.statements.isOfficial(
        organisation,
        act.rumors.map(({ rumor }) => rumor),
      );
      const reportId = await this.reportOf(act, saidAt, actor);
      const said = { speaker, role, organisation, act: act.act, official, direct: true, quote };
      const place = { where: null, start: null, end: null };
      const certainty = official ? ('official' as const) : ('reported' as const);
      await this.citations.speak(reportId, { rumors, certainty, quote }, actor);
      const spoken = { reportId, learnedAt, saidAt, ...said, ...place, rumors };
      return (await this.statements.record(spoken, actor)).statement;
    });
  }

  private reportOf(act: RecordStatementDto, saidAt: number, actor: Actor): Promise<string> {
    const { report, url = null, source = '', quote } = act;
    if (report !== undefined) return namedAt('#/report', () => this.citations.known(report));
    const title = `Statement by ${act.speaker}`;
    return this.citations.reportOf({ source, title, url, publishedAt: saidAt, kind: 'article', quote }, actor);
  }
}
