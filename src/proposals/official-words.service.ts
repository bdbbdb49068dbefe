import { Injectable } from '@nestjs/common';
import { isAtHome } from '../companies/own-pages.js';
import type { Stance } from '../engine/subjects/index.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, sql, type Sql } from '../platform/database/sql.js';

/** A claim that the maker's own word speaks of, as it is stored: a verified statement, or a report of the maker itself. */
export interface OfficialWord {
  readonly device_id: string;
  readonly rumor_id: string;
  readonly subject: string;
  readonly region: string | null;
  readonly variant: string | null;
  readonly value: string;
  readonly stance: Stance;
  /** Whether it was said in so many words that this is so, and not only confirmed or denied. */
  readonly announces: number;
  readonly statement_id: string | null;
  readonly evidence_id: string | null;
  /** When it was said, epoch milliseconds. */
  readonly said_at: number;
}

/** A word as it is found, with what shows whose it is. */
interface FoundWord extends OfficialWord {
  /** Whether it is known to be the maker's by who said or published it. */
  readonly is_own: number;
  /** Where it was published. */
  readonly address: string | null;
  /** The hosts at which the maker speaks for itself, as JSON. */
  readonly domains: string | null;
}

/*
 * Crossed and not joined: SQLite then keeps their order. Without statistics it begins with everything that is active, or
 * verified, which grows with the store and not with the devices that are asked for.
 */
const CLAIM = sql`m.device_id, m.id as rumor_id, m.subject, m.region, m.variant, m.value`;

/** Verified words of somebody who speaks for the maker or a partner. */
const stated = (devices: readonly string[]): Sql => sql`select ${CLAIM}, l.stance,
    case when t.act = 'announces' then 1 else 0 end as announces, t.id as statement_id,
    (select e.id from evidence e where e.report_id = t.report_id and e.rumor_id = m.id and e.status = 'active')
      as evidence_id, t.said_at, 1 as is_own, null as address, null as domains
  from rumors m cross join statement_links l cross join statements t
  where ${isOneOf(sql`m.device_id`, devices)} and l.rumor_id = m.id and t.id = l.statement_id and m.status <> 'withdrawn' and t.official
    and t.verification = 'verified' and t.act <> 'declines' and t.act <> 'teases'`;

/** What makers of any device published on the record. */
const published = (devices: readonly string[]): Sql => sql`select ${CLAIM}, e.stance, 1 as announces,
    null as statement_id, e.id as evidence_id, p.published_at as said_at,
    case when exists (select 1 from source_names n join company_names c on c.name_key = n.name_key
      where n.source_id = s.id and c.company_id = d.company_id) then 1 else 0 end as is_own,
    p.canonical_url as address, o.domains
  from rumors m cross join evidence e cross join reports p cross join sources s cross join devices d
  cross join companies o
  where ${isOneOf(sql`m.device_id`, devices)} and m.status <> 'withdrawn'
    and e.rumor_id = m.id and e.status = 'active' and e.certainty = 'official'
    and p.id = e.report_id and p.published_precision = 'day'
    and s.id = p.source_id and s.kind = 'maker' and s.vetted and d.id = m.device_id and o.id = d.company_id`;

/** Whether it is the maker's own: said by those who speak for it, or published under its name or on its own pages. */
const isOwn = ({ is_own: known, address, domains }: FoundWord): boolean =>
  Boolean(known) || isAtHome(address, JSON.parse(domains ?? '[]') as string[]);

/** What makers themselves have said about devices. */
@Injectable()
export class OfficialWords {
  constructor(private readonly database: Database) {}

  /** What was said about these devices by those who must know, in the order in which it was said. */
  async about(deviceIds: readonly string[]): Promise<OfficialWord[]> {
    if (deviceIds.length === 0) return [];
    const { text, values } = sql`select w.* from (${stated(deviceIds)} union all ${published(deviceIds)}) w
      where w.stance <> 'mentions' order by w.said_at, w.rumor_id, w.statement_id, w.evidence_id`;
    return (await this.database.read<FoundWord>(text, values)).filter(isOwn);
  }
}
