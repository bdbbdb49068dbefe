import { Injectable } from '@nestjs/common';
import type { Contribution } from '../engine/confidence/index.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, lotsOf, sql } from '../platform/database/sql.js';
import { sayRumor } from '../rumors/rumor.view.js';

/** What is known of a rumor when it is looked whether somebody is to be alerted. */
export interface RumorFacts {
  readonly id: string;
  readonly subject: string;
  readonly deviceId: string;
  readonly companyId: string;
  readonly slug: string;
  readonly device: string;
  readonly claim: string;
  /** Its confidence without unproven sources, 0..1; null before the first weighing. */
  readonly firm: number | null;
  /** How many independent origins count, unproven ones left out. */
  readonly origins: number;
  /** The evidence that counts. */
  readonly evidenceIds: ReadonlySet<string>;
}

interface Row {
  readonly id: string;
  readonly subject: string;
  readonly value: string;
  readonly region: string | null;
  readonly variant: string | null;
  readonly firm_probability: number | null;
  readonly device_id: string;
  readonly company_id: string;
  readonly slug: string;
  readonly name: string;
  readonly contributions: string | null;
}

/** Looks up what an alert speaks of. */
@Injectable()
export class AlertFacts {
  constructor(private readonly database: Database) {}

  /** The rumors of these ids that are shown, by id. */
  async rumors(ids: Iterable<string>): Promise<ReadonlyMap<string, RumorFacts>> {
    const found = new Map<string, RumorFacts>();
    for (const lot of lotsOf([...new Set(ids)])) {
      const { text, values } = sql`select m.id, m.subject, m.value, m.region, m.variant, m.firm_probability,
        d.id as device_id, d.company_id, d.slug, d.name, x.contributions
        from rumors m join devices d on d.id = m.device_id left join explanations x on x.assessment_id = m.assessment_id
        where m.united_into_id is null and d.removed_at is null and ${isOneOf(sql`m.id`, lot)}`;
      for (const row of await this.database.read<Row>(text, values)) found.set(row.id, factsOf(row));
    }
    return found;
  }

  /** The names of the sources of evidence and of the speakers of statements, by the ids of these. */
  async names(ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const lot of lotsOf([...new Set(ids)])) {
      const { text, values } = sql`select e.id, s.name from evidence e join reports r on r.id = e.report_id
        join sources s on s.id = r.source_id where ${isOneOf(sql`e.id`, lot)}
        union all select t.id, t.speaker as name from statements t where ${isOneOf(sql`t.id`, lot)}`;
      const rows = await this.database.read<{ id: string; name: string }>(text, values);
      for (const { id, name } of rows) found.set(id, name);
    }
    return found;
  }
}

function factsOf(row: Row): RumorFacts {
  const steps = JSON.parse(row.contributions ?? '[]') as readonly Contribution[];
  const reports = steps.filter((step) => step.kind === 'report');
  return {
    ...{ id: row.id, subject: row.subject, deviceId: row.device_id, companyId: row.company_id, slug: row.slug },
    ...{ device: row.name, claim: sayRumor(row), firm: row.firm_probability },
    origins: new Set(reports.map(({ originId }) => originId)).size,
    evidenceIds: new Set(reports.map(({ evidenceId }) => evidenceId)),
  };
}
