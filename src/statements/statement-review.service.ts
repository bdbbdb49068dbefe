import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { nameKey } from '../engine/subjects/index.js';
import { Journal } from '../events/journal.service.js';
import { changesOf } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { assertUnchanged, type SeenVersions } from '../platform/version.js';
import { momentOf } from './said-on.js';
import type { ReviseStatementDto } from './statement.dto.js';
import { Statement } from './statement.entity.js';
import { Verifications } from './verifications.service.js';

/** What editors change about statements. */
@Injectable()
export class StatementReview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly verifications: Verifications,
  ) {}

  /**
   * Corrects a statement and, where that is asked, declares it to be the speaker's own words or takes that back; the
   * rumors that it speaks of are weighed again.
   *
   * @throws Fault not found `unknown-statement`, conflict `already-verified` or `not-official`, invalid `invalid-date`;
   * StaleVersion
   */
  revise(id: string, act: ReviseStatementDto, seen: SeenVersions, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const former = await rows.findOneBy(Statement, { id });
      if (!former) throw new Fault('not_found', 'unknown-statement', `There is no statement ${id}.`);
      assertUnchanged(former.version, seen);
      await this.correct(former, act, actor);
      if (act.verified === false) await this.verifications.doubt(id, act.reason ?? '', actor);
      if (act.verified !== true) return;
      const { url, reason = `by ${url}` } = act;
      await this.verifications.verify(id, act.reason === undefined ? { reason } : { reason, url }, actor);
    });
  }

  private correct(former: Statement, act: ReviseStatementDto, actor: Actor): Promise<void> {
    const { id, version } = former;
    const now = this.clock.now();
    const { speaker = former.speaker, role = former.role, act: done = former.act } = act;
    const saidAt = act.said_on === undefined ? former.saidAt : momentOf(act.said_on, now);
    const changes = changesOf(former, { ...former, speaker, role, act: done, saidAt }, [
      'speaker',
      'role',
      'act',
      'saidAt',
    ]);
    return this.database.transaction(async (rows) => {
      if (changes === null) return;
      const columns = { ...changes.after, speakerKey: nameKey(speaker), version: version + 1, updatedAt: now };
      await rows.update(Statement, { id }, columns);
      await this.verifications.markDue(id);
      await this.journal.record(actor, { action: 'revise', thing: id, ...changes, event: 'statement.updated' });
    });
  }
}
