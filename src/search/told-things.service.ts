import { Injectable } from '@nestjs/common';
import { isShown } from '../evidence/evidence-rows.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, sql } from '../platform/database/sql.js';
import { sayRumor, type RumorRow } from '../rumors/rumor.view.js';
import { IS_TAKEN_DOWN } from '../statements/statement-rows.js';
import type { Findable } from './findable.js';
import { NamedThings } from './named-things.service.js';

/** How many passages of one report are looked through. */
const MOST_PASSAGES = 60;

type Claim = Pick<RumorRow, 'id' | 'device_id' | 'device_name' | 'subject' | 'value' | 'region' | 'variant'> & {
  readonly company_id: string;
  readonly created_at: number;
  readonly is_hidden: number;
};

interface TitledReport {
  readonly id: string;
  readonly title: string;
  readonly published_at: number;
  readonly source_slug: string;
  readonly is_hidden: number;
}

interface Passage {
  readonly report_id: string;
  readonly rumor_id: string | null;
  readonly evidence_id: string;
  readonly words: string | null;
}

/** The texts of what is told: rumors in their sentence, reports in their title and the passages that are kept of them. */
@Injectable()
export class ToldThings {
  constructor(
    private readonly database: Database,
    private readonly named: NamedThings,
  ) {}

  /** The rumors of these ids; those that were withdrawn are hidden. */
  async rumors(ids: readonly string[]): Promise<Findable[]> {
    const { text, values } = sql`select m.id, m.device_id, d.name as device_name, d.company_id, m.subject, m.value,
        m.region, m.variant, m.created_at,
        case when m.status = 'withdrawn' or d.removed_at is not null then 1 else 0 end as is_hidden
      from rumors m join devices d on d.id = m.device_id
      where ${isOneOf(sql`m.id`, ids)}`;
    const claims = await this.database.read<Claim>(text, values);
    const devices = new Map(claims.map((claim) => [claim.device_id, deviceOf(claim)]));
    const names = await this.named.namesOfDevices([...devices.values()]);
    return claims.map((claim) => {
      const title = `${claim.device_name}: ${sayRumor(claim)}`;
      return {
        ...{ id: claim.id, type: 'rumor', title, address: `/rumors/${claim.id}`, at: claim.created_at },
        isHidden: claim.is_hidden === 1,
        names: [title],
        passages: [...(names.get(claim.device_id) ?? []), claim.value],
      };
    });
  }

  /**
   * The reports of these ids, with the passages of what counts or is recorded; not with those that were withdrawn. One
   * that is not shown to everybody (`isShown`) is hidden.
   */
  async reports(ids: readonly string[]): Promise<Findable[]> {
    const { text, values } = sql`select p.id, p.title, p.published_at, s.slug as source_slug,
        case when ${isShown(sql`p.id`)} then 0 else 1 end as is_hidden
      from reports p join sources s on s.id = p.source_id where ${isOneOf(sql`p.id`, ids)}`;
    const reports = await this.database.read<TitledReport>(text, values);
    const passages = await this.passages(ids);
    return reports.map(({ id, title, published_at: at, source_slug: source, is_hidden: isHidden }) => {
      const own = (passages.get(id) ?? []).slice(0, MOST_PASSAGES);
      const place = own.find((passage) => passage.rumor_id !== null);
      const address = place ? `/rumors/${place.rumor_id}#${place.evidence_id}` : `/sources/${source}`;
      const words = own.map((passage) => passage.words).filter((each) => each !== null);
      const texts = { title, address, names: [title], passages: [...new Set(words)] };
      return { id, type: 'report', isHidden: isHidden === 1, ...texts, at };
    });
  }

  private async passages(reportIds: readonly string[]): Promise<Map<string, Passage[]>> {
    const quoted = sql`select e.report_id, e.rumor_id, e.id as evidence_id, e.quote as words from evidence e
      join rumors m on m.id = e.rumor_id join devices d on d.id = m.device_id and d.removed_at is null
      where ${isOneOf(sql`e.report_id`, reportIds)} and e.status = 'active' order by e.id`;
    const said = sql`select t.report_id, null as rumor_id, t.id as evidence_id,
        t.speaker || coalesce(', ' || t.organisation, '') || ': ' || t.quote as words
      from statements t where ${isOneOf(sql`t.report_id`, reportIds)} and not ${IS_TAKEN_DOWN} order by t.id`;
    const passages = new Map<string, Passage[]>();
    for (const { text, values } of [quoted, said]) {
      for (const passage of await this.database.read<Passage>(text, values)) {
        const own = passages.get(passage.report_id);
        if (own) own.push(passage);
        else passages.set(passage.report_id, [passage]);
      }
    }
    return passages;
  }
}

const deviceOf = ({ device_id: id, device_name: name, company_id }: Claim) => ({ id, name, company_id });
