import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Companies } from '../companies/companies.service.js';
import { findSubject, nameKey } from '../engine/subjects/index.js';
import { excerpt } from '../evidence/excerpt.js';
import { Report } from '../evidence/report.entity.js';
import { Journal } from '../events/journal.service.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, sql } from '../platform/database/sql.js';
import { Fault } from '../platform/fault.js';
import { newId } from '../platform/ids.js';
import type { RecordStatement } from './statement.dto.js';
import { StatementLink } from './statement-link.entity.js';
import { Statement } from './statement.entity.js';
import { Verifications } from './verifications.service.js';

/** A statement that was recorded, and the ids of the rumors that are to be weighed again for it. */
export interface Recorded {
  readonly statement: Statement;
  readonly rumorIds: readonly string[];
}

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
  record(act: RecordStatement, actor: Actor): Promise<Recorded> {
    return this.database.transaction(async (rows) => {
      const report = await rows.findOneByOrFail(Report, { id: act.reportId });
      const company = act.organisation === null ? null : await this.companies.recognise(act.organisation, actor);
      const statement = rows.create(Statement, row(act, act.saidAt ?? report.publishedAt, company?.id ?? null));
      const links = act.rumors.map(({ id: rumorId, stance }) => ({
        statementId: statement.id,
        rumorId,
        stance,
        homeId: null,
      }));
      await rows.insert(Statement, statement);
      if (links.length > 0) await rows.insert(StatementLink, links);
      const { speaker, organisation, act: done } = statement;
      const after = { speaker, organisation, act: done, rumors: act.rumors.map((rumor) => rumor.id) };
      await this.journal.record(actor, { action: 'record', thing: statement.id, after, event: 'statement.recorded' });
      const rumorIds = await this.verifications.consider(statement, links);
      return { statement: await rows.findOneByOrFail(Statement, { id: statement.id }), rumorIds };
    });
  }

  /**
   * Whether an organisation is the maker of a device that one of the rumors is about, or a partner that one names.
   *
   * @param rumorIds as an act lists them
   * @throws Fault invalid `unknown-rumor`
   */
  async isOfficial(organisation: string | null, rumorIds: readonly string[]): Promise<boolean> {
    const { text, values } = sql`select m.id, m.subject, m.value, d.company_id from rumors m
      join devices d on d.id = m.device_id where ${isOneOf(sql`m.id`, rumorIds)}`;
    const addressed = await this.database.read<AddressedRow>(text, values);
    const missing = rumorIds.findIndex((id) => !addressed.some((row) => row.id === id));
    if (missing >= 0) throw unknownRumor(missing, rumorIds[missing]!);
    if (organisation === null) return false;
    const [company, name] = [await this.companies.find(organisation), await this.companies.nameOf(organisation)];
    const isPartner = ({ subject, value }: AddressedRow): boolean =>
      findSubject(subject)?.family === 'partner' && nameKey(value) === nameKey(name);
    return addressed.some((row) => row.company_id === company?.id || isPartner(row));
  }
}

/** A rumor that a statement speaks of, with the maker of its device. */
interface AddressedRow {
  readonly id: string;
  readonly subject: string;
  readonly value: string;
  readonly company_id: string;
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

function unknownRumor(index: number, id: string): Fault {
  const [code, detail] = ['unknown-rumor', `There is no rumor ${id}.`];
  return new Fault('invalid', code, detail, [{ pointer: `#/rumors/${index}/rumor`, code, detail }]);
}
