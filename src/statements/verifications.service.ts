import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../access/actor.js';
import { CompanyName } from '../companies/company-name.entity.js';
import { Company } from '../companies/company.entity.js';
import { isAtHome } from '../companies/own-pages.js';
import { isEstablished } from '../engine/confidence/index.js';
import { nameKey } from '../engine/subjects/index.js';
import { Report } from '../evidence/report.entity.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { anyOf, isOneOf, sql } from '../platform/database/sql.js';
import { Fault } from '../platform/fault.js';
import { Rumors } from '../rumors/rumors.service.js';
import { Source } from '../sources/source.entity.js';
import { standingOf, standingOfRow } from '../sources/standing.js';
import type { VerifyStatementDto } from './statement.dto.js';
import { StatementLink } from './statement-link.entity.js';
import { Statement, type VerifiedBy } from './statement.entity.js';

/** The report that a statement stands in, and who published it. */
interface Place {
  readonly report: Report;
  readonly source: Source;
}

/** Who published words of somebody, as a row. */
type StandingRow = Parameters<typeof standingOfRow>[0];

/** What is found about words: whose they are, by whom that was found, and how. */
type Word = Pick<Statement, 'verification' | 'verifiedBy' | 'verifiedReason'>;

/** Tells words that somebody only passed on from words that were found to be the speaker's. */
@Injectable()
export class Verifications {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly rumors: Rumors,
  ) {}

  /**
   * Declares a statement to be the speaker's own words; the rumors that it speaks of are asked to be weighed again.
   *
   * @returns the ids of these rumors
   * @throws Fault not found `unknown-statement`, conflict `already-verified` or `not-official`
   */
  verify(id: string, act: VerifyStatementDto, actor: Actor): Promise<string[]> {
    return this.database.transaction(async (rows) => {
      const statement = await rows.findOneBy(Statement, { id });
      if (!statement) throw new Fault('not_found', 'unknown-statement', `There is no statement ${id}.`);
      if (statement.verification === 'verified') {
        throw new Fault('conflict', 'already-verified', `${id} is verified already.`);
      }
      if (!statement.official) {
        const who = `${statement.speaker} does not speak for a company that the claim involves`;
        throw new Fault('conflict', 'not-official', `${who}: only official statements are verified.`);
      }
      const reason = act.url === undefined ? act.reason : `${act.reason} (${act.url})`;
      return this.settle(statement, own('editor', reason), actor);
    });
  }

  /**
   * Notes that words were looked at and not found to be the speaker's own, or were taken for that by mistake; the rumors
   * that they speak of are asked to be weighed again. No second origin verifies them after that.
   *
   * @throws Fault not found `unknown-statement`
   */
  doubt(id: string, reason: string, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const statement = await rows.findOneBy(Statement, { id });
      if (!statement) throw new Fault('not_found', 'unknown-statement', `There is no statement ${id}.`);
      if (isDoubted(statement) && statement.verifiedReason === reason) return;
      await this.settle(statement, { verification: 'relayed', verifiedBy: 'editor', verifiedReason: reason }, actor);
    });
  }

  /** Asks for the rumors that a statement speaks of to be weighed again. */
  markDue(id: string): Promise<void> {
    return this.database.transaction(async (rows) => {
      const links = await rows.findBy(StatementLink, { statementId: id });
      const rumorIds = links.map((link) => link.rumorId);
      await this.rumors.markDue(rumorIds, { kind: 'statement', ids: [id] });
    });
  }

  /**
   * Looks at a statement that was just recorded: it is the speaker's own if the company published it itself, or if a
   * second independent, established origin passes on the same speaker's word on the same rumor.
   *
   * @returns the ids of the rumors to be weighed again: its own, and those of the word that it bears out
   */
  consider(statement: Statement, links: readonly StatementLink[]): Promise<string[]> {
    return this.database.transaction(async () => {
      const rumorIds = links.map((link) => link.rumorId);
      await this.rumors.markDue(rumorIds, { kind: 'statement', ids: [statement.id] });
      if (!statement.official || links.length === 0) return rumorIds;
      const place = await this.placeOf(statement);
      if (await this.isOwnWord(statement, place)) {
        return this.settle(statement, own('maker', `published by ${place.source.name} itself`), SYSTEM);
      }
      if (!isEstablished(standingOf(place.source))) return rumorIds;
      const twin = await this.secondOrigin(statement, links, place);
      if (!twin) return rumorIds;
      await this.settle(statement, own('second_origin', `also passed on in ${twin.reportId}`), SYSTEM);
      if (twin.verification === 'verified') return rumorIds;
      const word = own('second_origin', `also passed on in ${statement.reportId}`);
      return [...rumorIds, ...(await this.settle(twin, word, SYSTEM))];
    });
  }

  /** Whether the speaker's own company published the words: under its name, or at one of its hosts. */
  private async isOwnWord({ companyId }: Statement, { report, source }: Place): Promise<boolean> {
    if (source.kind !== 'maker' || !source.vetted || companyId === null) return false;
    const company = await this.database.rows.findOneByOrFail(Company, { id: companyId });
    const named = { nameKey: nameKey(source.name), companyId };
    return isAtHome(report.canonicalUrl, company.domains) || this.database.rows.existsBy(CompanyName, named);
  }

  /** The first other word of the speaker that says the same of one of the rumors, from an origin and a source of its own. */
  private async secondOrigin(
    { speakerKey, id }: Statement,
    links: readonly StatementLink[],
    { report, source }: Place,
  ): Promise<Statement | null> {
    const agreeing = anyOf(links.map((link) => sql`(k.rumor_id = ${link.rumorId} and k.stance = ${link.stance})`));
    const { text, values } = sql`select distinct t.id, s.id as source_id, s.name as source_name, s.kind as source_kind,
        s.grade as source_grade, s.vetted as source_vetted, s.early_call_count
      from statement_links k cross join statements t cross join reports p cross join sources s
      where ${isOneOf(
        sql`k.rumor_id`,
        links.map(({ rumorId }) => rumorId),
      )} and ${agreeing} and t.id = k.statement_id and t.speaker_key = ${speakerKey} and t.official
        and t.id <> ${id} and not (t.verification = 'relayed' and coalesce(t.verified_by, '') = 'editor') and p.id = t.report_id
        and p.origin_id <> ${report.originId} and p.source_id <> ${source.id} and s.id = p.source_id order by t.id`;
    const others = await this.database.read<StandingRow & { id: string }>(text, values);
    const other = others.find((each) => isEstablished(standingOfRow(each)));
    return other ? this.database.rows.findOneByOrFail(Statement, { id: other.id }) : null;
  }

  private async placeOf(statement: Statement): Promise<Place> {
    const report = await this.database.rows.findOneByOrFail(Report, { id: statement.reportId });
    return { report, source: await this.database.rows.findOneByOrFail(Source, { id: report.sourceId }) };
  }

  /** Returns the ids of the rumors that the statement speaks of. */
  private settle(statement: Statement, word: Word, actor: Actor): Promise<string[]> {
    const verifiedAt = this.clock.now();
    return this.database.transaction(async (rows) => {
      const links = await rows.findBy(StatementLink, { statementId: statement.id });
      const rumorIds = links.map((link) => link.rumorId);
      for (const rumorId of rumorIds) await this.rumors.touch(rumorId);
      const after = { ...word, verifiedAt };
      await rows.update(
        Statement,
        { id: statement.id },
        { ...after, updatedAt: verifiedAt, version: statement.version + 1 },
      );
      await this.rumors.markDue(rumorIds, { kind: 'statement', ids: [statement.id] });
      const { verification, verifiedBy, verifiedReason, verifiedAt: since } = statement;
      const before = { verification, verifiedBy, verifiedReason, verifiedAt: since };
      const [action, event] =
        word.verification === 'verified'
          ? (['verify', 'statement.verified'] as const)
          : (['doubt', 'statement.updated'] as const);
      await this.journal.record(actor, { action, thing: statement.id, before, after, event });
      return rumorIds;
    });
  }
}

const own = (verifiedBy: VerifiedBy, verifiedReason: string): Word => ({
  verification: 'verified',
  verifiedBy,
  verifiedReason,
});

/** Whether an editor has looked at words, and did not find them to be the speaker's own. */
const isDoubted = ({ verification, verifiedBy }: Statement): boolean =>
  verification === 'relayed' && verifiedBy === 'editor';
