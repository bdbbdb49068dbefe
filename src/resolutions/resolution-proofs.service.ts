import { Injectable } from '@nestjs/common';
import { dayNumber } from '../engine/subjects/index.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, sql } from '../platform/database/sql.js';
import { Clock } from '../platform/clock.js';
import { Fault } from '../platform/fault.js';
import { sayInstant } from '../platform/instant.js';
import type { ResolveRumorDto } from './resolution.dto.js';

/** What an act says of its proof. */
export type NamedProof = Pick<ResolveRumorDto, 'evidence' | 'statement' | 'happened_on'>;

/** By what an outcome is known, and the day on which it happened. */
export interface Proof {
  readonly evidenceId: string | null;
  readonly statementId: string | null;
  readonly happenedOn: string;
}

interface FoundRow {
  readonly status: string;
  /** When it was published or said; null where that is not known to the day. */
  readonly at: number | null;
}

/** Checks by what an outcome is said to be known. */
@Injectable()
export class Proofs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The proof that an act names: a link to a rumor about one of the devices, or a statement about one.
   *
   * @throws Fault invalid `missing-proof`, `unknown-evidence`, `inactive-evidence`, `unknown-statement`, `missing-day`,
   *   `unknown-day` or `future-day`
   */
  async of(act: NamedProof, deviceIds: readonly string[]): Promise<Proof> {
    const { evidence = null, statement = null } = act;
    if (evidence === null && statement === null) {
      throw refused('missing-proof', '#/evidence', 'Name the evidence or the statement that settles it.');
    }
    const link = evidence === null ? null : await this.evidence(evidence, deviceIds);
    const words = statement === null ? null : await this.statement(statement, deviceIds);
    const said = words?.at ?? link?.at ?? null;
    const day = act.happened_on ?? (said === null ? null : sayInstant(said).slice(0, 10));
    return { evidenceId: evidence, statementId: statement, happenedOn: this.checkedDay(day) };
  }

  private async evidence(id: string, deviceIds: readonly string[]): Promise<FoundRow> {
    const { text, values } = sql`
      select e.status, case when p.published_precision = 'day' then p.published_at end as at
      from evidence e join rumors m on m.id = e.rumor_id join reports p on p.id = e.report_id
      where e.id = ${id} and ${isOneOf(sql`m.device_id`, deviceIds)}`;
    const row = await this.database.readOne<FoundRow>(text, values);
    if (!row) throw refused('unknown-evidence', '#/evidence', `There is no evidence ${id} about this device.`);
    if (row.status === 'active') return row;
    throw refused('inactive-evidence', '#/evidence', `${id} is ${row.status} and settles nothing.`);
  }

  private async statement(id: string, deviceIds: readonly string[]): Promise<FoundRow> {
    const { text, values } = sql`
      select t.verification as status, case when p.published_precision = 'day' then t.said_at end as at
      from statements t join reports p on p.id = t.report_id join statement_links l on l.statement_id = t.id
      join rumors m on m.id = l.rumor_id where t.id = ${id} and ${isOneOf(sql`m.device_id`, deviceIds)} limit 1`;
    const row = await this.database.readOne<FoundRow>(text, values);
    if (row) return row;
    throw refused('unknown-statement', '#/statement', `There is no statement ${id} about this device.`);
  }

  private checkedDay(day: string | null): string {
    if (day === null) {
      const detail = 'Name the day on which it happened: the evidence is not dated to one.';
      throw refused('missing-day', '#/happened_on', detail);
    }
    if (dayNumber(day) === null) throw refused('unknown-day', '#/happened_on', `There is no day ${day}.`);
    if (day <= sayInstant(this.clock.now()).slice(0, 10)) return day;
    throw refused('future-day', '#/happened_on', `${day} is still to come: nothing has happened on it.`);
  }
}

function refused(code: string, pointer: string, detail: string): Fault {
  return new Fault('invalid', code, detail, [{ pointer, code, detail }]);
}
