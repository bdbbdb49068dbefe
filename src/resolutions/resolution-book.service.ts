import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import type { Rumor } from '../rumors/rumor.entity.js';
import { RumorFates } from '../rumors/rumor-fates.service.js';
import { Resolution } from './resolution.entity.js';

/** What is written down about the fate of one rumor. */
export type Settled = Pick<
  Resolution,
  'outcome' | 'value' | 'happenedOn' | 'evidenceId' | 'statementId' | 'note' | 'followsFromId'
>;

/** Keeps the resolutions: those that stand, and those that were taken back. */
@Injectable()
export class ResolutionBook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly fates: RumorFates,
  ) {}

  /** The resolution of a rumor that stands; null if it is not resolved. */
  standing(rumorId: string): Promise<Resolution | null> {
    return this.database.rows.findOneBy(Resolution, { rumorId, reopenedAt: IsNull() });
  }

  /** The standing resolutions that follow from another one. */
  followers({ id }: Resolution): Promise<Resolution[]> {
    return this.database.rows.find(Resolution, {
      where: { followsFromId: id, reopenedAt: IsNull() },
      order: { id: 'ASC' },
    });
  }

  /** Writes down what became of a rumor, and settles it. */
  record(rumor: Rumor, settled: Settled, actor: Actor): Promise<Resolution> {
    const resolvedAt = this.clock.now();
    return this.database.transaction(async (rows) => {
      const resolution = rows.create(Resolution, {
        id: newId('res', resolvedAt),
        rumorId: rumor.id,
        ...settled,
        formerStatus: rumor.status,
        probability: rumor.probability,
        resolvedAt,
        resolvedBy: actor.name,
        reopenedAt: null,
        reopenedBy: null,
        reopenedReason: null,
        version: (await this.lastVersion(rumor.id)) + 1,
      });
      await rows.insert(Resolution, resolution);
      await this.fates.resolve(rumor, settled.outcome, { kind: 'resolution', ids: [resolution.id] });
      const after = { status: 'resolved', resolution_id: resolution.id, ...told(settled) };
      const before = { status: rumor.status };
      await this.journal.record(actor, { action: 'resolve', thing: rumor.id, before, after, event: 'rumor.resolved' });
      return resolution;
    });
  }

  /** The version of what was said last of the fate of a rumor, 0 where nothing was: none stands for two verdicts. */
  private async lastVersion(rumorId: string): Promise<number> {
    return (await this.database.rows.maximum(Resolution, 'version', { rumorId })) ?? 0;
  }

  /** Takes a resolution back; the rumor is again what it was before. */
  takeBack(rumor: Rumor, resolution: Resolution, reason: string, actor: Actor): Promise<void> {
    const reopenedAt = this.clock.now();
    return this.database.transaction(async (rows) => {
      const { id, version, formerStatus, outcome } = resolution;
      const change = { reopenedAt, reopenedBy: actor.name, reopenedReason: reason, version: version + 1 };
      await rows.update(Resolution, { id }, change);
      await this.fates.reopen(rumor, formerStatus, { kind: 'resolution', ids: [id] });
      const before = { status: 'resolved', resolution_id: id, outcome };
      const after = { status: formerStatus, resolution_id: id, reason };
      await this.journal.record(actor, { action: 'reopen', thing: rumor.id, before, after, event: 'rumor.reopened' });
    });
  }
}

/** What listeners are told of a resolution. */
function told(settled: Settled): Readonly<Record<string, string | null>> {
  return {
    outcome: settled.outcome,
    value: settled.value,
    happened_on: settled.happenedOn,
    evidence_id: settled.evidenceId,
    statement_id: settled.statementId,
    follows_from: settled.followsFromId,
  };
}
