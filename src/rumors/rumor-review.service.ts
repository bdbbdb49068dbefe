import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Journal } from '../events/journal.service.js';
import { changesOf } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { assertUnchanged, type SeenVersions } from '../platform/version.js';
import { claimColumns, claimOf } from './claim.js';
import { assertPlausible } from './plausible.js';
import type { ReviseRumorDto } from './rumor.dto.js';
import { concerned } from './concerned.js';
import { Rumor, type RumorStatus } from './rumor.entity.js';
import { Rumors } from './rumors.service.js';

/** What editors change about rumors. */
@Injectable()
export class RumorReview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly rumors: Rumors,
  ) {}

  /**
   * Corrects a claim that has no evidence yet, withdraws a rumor or takes that back; what competes with it is weighed
   * again.
   *
   * @throws Fault not found `unknown-rumor`, conflict `resolved`, `has-evidence` or `duplicate-rumor`, invalid
   * `invalid-value`; StaleVersion
   */
  revise(id: string, act: ReviseRumorDto, seen: SeenVersions, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const former = await this.rumors.get(id);
      assertUnchanged(former.version, seen);
      if (former.status === 'resolved') {
        throw new Fault('conflict', 'resolved', `${id} is resolved: reopen it first.`);
      }
      const present = { ...former, ...this.corrected(former, act), status: statusOf(former, act) };
      const changes = changesOf(former, present, ['value', 'region', 'variant', 'status']);
      if (changes === null) return;
      await this.assertFree(present);
      await this.rumors.touch(id);
      const { value, valueKey, question, region, variant, windowEndsOn, status } = present;
      const columns = { value, valueKey, question, region, variant, windowEndsOn, status };
      await rows.update(Rumor, { id }, { ...columns, version: former.version + 1, updatedAt: this.clock.now() });
      await this.reweigh(former, present);
      const data = { ...changes.after, ...(act.reason !== undefined && { reason: act.reason }) };
      await this.journal.record(actor, { action: 'revise', thing: id, ...changes, event: 'rumor.updated', data });
    });
  }

  private corrected(rumor: Rumor, act: ReviseRumorDto): Partial<Rumor> {
    const { value = rumor.value, region = rumor.region, variant = rumor.variant } = act;
    const claim = claimOf({ subject: rumor.subject, value });
    if (act.value !== undefined) assertPlausible(claim.value);
    const columns = claimColumns(claim, region, variant);
    if (columns.question === rumor.question && columns.valueKey === rumor.valueKey) return {};
    if (rumor.reportCount === 0) return columns;
    const instead = 'withdraw it and open another one';
    throw new Fault('conflict', 'has-evidence', `${rumor.id} has evidence, so its claim stays as it is: ${instead}.`);
  }

  private async assertFree({ id, deviceId, question, valueKey }: Rumor): Promise<void> {
    const twin = await this.database.rows.findOneBy(Rumor, { deviceId, question, valueKey, id: Not(id) });
    if (twin) throw new Fault('conflict', 'duplicate-rumor', `This claim is already followed as ${twin.id}.`);
  }

  /** Asks for everything to be weighed again that competed with the rumor, or competes with it now. */
  private reweigh(former: Rumor, present: Rumor): Promise<void> {
    const { deviceId, id } = former;
    const where = concerned([deviceId], [former.question, present.question]);
    return this.database.transaction(async (rows) => {
      const weighed = await rows.findBy(Rumor, where);
      await this.rumors.markDue(
        weighed.map((rumor) => rumor.id),
        { kind: 'withdrawal', ids: [id] },
      );
      await this.rumors.refreshHeadlines([deviceId]);
    });
  }
}

/** The status that a rumor has after an act; a withdrawal that is taken back leaves it as it was before. */
function statusOf({ status, lapsedAt }: Rumor, act: ReviseRumorDto): RumorStatus {
  if (act.status === 'withdrawn') return 'withdrawn';
  if (act.status === 'open' && status === 'withdrawn') return lapsedAt === null ? 'open' : 'lapsed';
  return status;
}
