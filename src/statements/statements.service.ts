import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Companies } from '../companies/companies.service.js';
import { nameKey } from '../engine/subjects/index.js';
import { excerpt } from '../evidence/excerpt.js';
import { Report } from '../evidence/report.entity.js';
import { Journal } from '../events/journal.service.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import type { RecordStatement } from './statement.dto.js';
import { StatementLink } from './statement-link.entity.js';
import { Statement } from './statement.entity.js';
import { Verifications } from './verifications.service.js';

/** The words of named speakers, each linked to the rumors that the words themselves speak of. */
@Injectable()
export class Statements {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly companies: Companies,
    private readonly verifications: Verifications,
  ) {}

  /** Takes note of what somebody said, and of whether it is now known to be the speaker's own. */
  record(act: RecordStatement, actor: Actor): Promise<Statement> {
    return this.database.transaction(async (rows) => {
      const report = await rows.findOneByOrFail(Report, { id: act.reportId });
      const company = act.organisation === null ? null : await this.companies.recognise(act.organisation, actor);
      const statement = rows.create(Statement, row(act, report.publishedAt, company?.id ?? null));
      const links = act.rumors.map(({ id: rumorId, stance }) => ({ statementId: statement.id, rumorId, stance }));
      await rows.insert(Statement, statement);
      if (links.length > 0) await rows.insert(StatementLink, links);
      const { speaker, organisation, act: done } = statement;
      const after = { speaker, organisation, act: done, rumors: act.rumors.map((rumor) => rumor.id) };
      await this.journal.record(actor, { action: 'record', thing: statement.id, after, event: 'statement.recorded' });
      await this.verifications.consider(statement, links);
      return rows.findOneByOrFail(Statement, { id: statement.id });
    });
  }
}

function row(act: RecordStatement, saidAt: number, companyId: string | null): Partial<Statement> {
  return {
    id: newId('st', act.learnedAt),
    reportId: act.reportId,
    speaker: act.speaker,
    speakerKey: nameKey(act.speaker),
    role: act.role,
    organisation: act.organisation,
    companyId,
    act: act.act,
    official: act.official,
    direct: act.direct,
    quote: excerpt(act.quote),
    spanWhere: act.where,
    spanStart: act.start,
    spanEnd: act.end,
    saidAt,
    verification: 'relayed',
    verifiedBy: null,
    verifiedReason: null,
    verifiedAt: null,
    version: 1,
    createdAt: act.learnedAt,
    updatedAt: act.learnedAt,
  };
}
