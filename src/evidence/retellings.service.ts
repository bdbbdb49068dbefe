import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../access/actor.js';
import { DAY_MS } from '../engine/subjects/index.js';
import { Journal } from '../events/journal.service.js';
import { changesOf } from '../platform/changes.js';
import { Database } from '../platform/database/database.js';
import { KinReports, type Kin } from './kin-reports.service.js';
import { ReportOrigins } from './report-origins.service.js';
import { Report } from './report.entity.js';

/** How long after a report somebody still tells it again. */
export const RETOLD_WITHIN_MS = 30 * DAY_MS;

/**
 * How sure it is that a report goes back to another whose claims it repeats: it names who published that one, or both
 * name the same source, whose own report nobody has seen.
 */
const SURENESS = { credited: 0.9, same_credit: 0.8 } as const;

/** A report that seems to retell another, and how sure that is. */
interface Suggestion {
  readonly retelling: string;
  readonly originId: string;
  readonly sureness: number;
}

const DESCENT = ['originId', 'originLink', 'originReason', 'originConfidence'] as const;

/**
 * Suggests which reports retell another, in whatever words and language: they repeat its claims about the same device
 * within a month and name its source, or the same source as it does. It counts as copied as far as that is sure until
 * an editor confirms or splits it; what an editor has decided of a report stays.
 */
@Injectable()
export class Retellings {
  constructor(
    private readonly database: Database,
    private readonly kin: KinReports,
    private readonly origins: ReportOrigins,
    private readonly journal: Journal,
  ) {}

  /** Looks at a report whose claims count by now: what it retells, and what retells it. To be called within an act. */
  async suggest(reportId: string): Promise<void> {
    const report = await this.database.rows.findOneByOrFail(Report, { id: reportId });
    if (report.originLink === 'confirmed') return;
    const kin = await this.kin.of(report, RETOLD_WITHIN_MS);
    const told = originAmong(report, kin);
    if (told) await this.link(told);
    const root = told?.originId ?? report.originId;
    for (const each of retellingsAmong(report, kin, root)) await this.link(each);
  }

  private async link({ retelling, originId, sureness }: Suggestion): Promise<void> {
    const former = await this.database.rows.findOneByOrFail(Report, { id: retelling });
    if (!isOpenTo(sureness, former) || originId === retelling) return;
    const present = { ...former, originId, originLink: 'suggested', originReason: 'credit' } as const;
    const changes = changesOf(former, { ...present, originConfidence: sureness }, DESCENT);
    if (changes === null) return;
    await this.origins.keep(former, present, changes.after, SYSTEM);
    const entry = { action: 'suggest_origin', thing: retelling, ...changes } as const;
    await this.journal.record(SYSTEM, { ...entry, event: 'report.updated', data: { ...changes.after } });
  }
}

/** Whether nobody has said yet what a report goes back to, or that was only suggested on weaker ground. */
const isOpenTo = (sureness: number, { originLink, originReason, originConfidence }: Report): boolean =>
  originLink === 'own'
    ? originReason === null
    : originLink === 'suggested' &&
      originReason === 'credit' &&
      originConfidence === SURENESS.same_credit &&
      sureness > originConfidence;

/** Whether one report came before another: by its day, then by when it was learned of. */
function isEarlier(one: Pick<Kin, 'published_at' | 'learned_at' | 'id'>, other: Report): boolean {
  if (one.published_at !== other.publishedAt) return one.published_at < other.publishedAt;
  if (one.learned_at !== other.learnedAt) return one.learned_at < other.learnedAt;
  return one.id < other.id;
}

/** What a report seems to retell: a report of a source that it names, else the first that names the same source. */
function originAmong(report: Report, kin: readonly Kin[]): Suggestion | null {
  const others = kin.filter((each) => each.origin_id !== report.id);
  const credited = others.find((each) => each.is_credited && each.published_at <= report.publishedAt);
  const first = credited ?? others.find((each) => each.shares_credit && isEarlier(each, report));
  if (!first) return null;
  const sureness = credited ? SURENESS.credited : SURENESS.same_credit;
  return { retelling: report.id, originId: first.origin_id, sureness };
}

/** What seems to retell a report: what names its source, and what names the same source as it does and came later. */
function retellingsAmong(report: Report, kin: readonly Kin[], originId: string): Suggestion[] {
  return kin.flatMap((each) => {
    const isNamed = each.credits_us && each.published_at >= report.publishedAt;
    if (!isNamed && !(each.shares_credit && !isEarlier(each, report))) return [];
    return [{ retelling: each.id, originId, sureness: isNamed ? SURENESS.credited : SURENESS.same_credit }];
  });
}
