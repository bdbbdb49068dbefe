import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Audit } from '../access/audit.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { execute } from '../platform/database/execute.js';
import { every, sql } from '../platform/database/sql.js';
import { Fault } from '../platform/fault.js';
import { newId } from '../platform/ids.js';
import { assertUnchanged, type SeenVersions } from '../platform/version.js';
import { AlertBoard } from './alert-board.service.js';
import type { AlertChange, AlertDraft } from './alert-drafts.service.js';
import { Alert, AlertFiring, AlertState } from './alert.entity.js';

/** How many rules a key may have. */
const MOST = 100;

/** The rules by which people are alerted, as they keep them. */
@Injectable()
export class Alerts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly board: AlertBoard,
  ) {}

  /**
   * Makes a rule; it looks at what happens from now on.
   *
   * @throws Fault conflict `too-many-alerts` where the key has 100 already
   */
  make(draft: AlertDraft, actor: Actor): Promise<Alert> {
    const now = this.clock.now();
    return this.database.transaction(async (rows) => {
      if ((await this.board.countOf(actor.keyId)) >= MOST) {
        throw new Fault('conflict', 'too-many-alerts', `A key has ${MOST} alerts at most: remove one first.`);
      }
      const alert = rows.create(Alert, {
        ...{ id: newId('alr', now), keyId: actor.keyId, createdBy: actor.name, ...draft },
        ...{ enabled: true, fromSequence: await this.board.end() },
        ...{ version: 1, createdAt: now, updatedAt: now },
      });
      await rows.insert(Alert, alert);
      await this.start(rows, alert);
      await this.audit.record(actor, { action: 'make', thing: alert.id, after: draft });
      return alert;
    });
  }

  /**
   * Changes a rule. One with another mark begins anew with what is believed now; one that is switched on again looks at
   * what happens from now on.
   *
   * @throws Fault not found `unknown-alert`; StaleVersion
   */
  revise(id: string, change: AlertChange, seen: SeenVersions, actor: Actor): Promise<Alert> {
    const now = this.clock.now();
    return this.database.transaction(async (rows) => {
      const alert = await this.board.get(id, actor);
      assertUnchanged(alert.version, seen);
      const isSwitchedOn = change.enabled === true && !alert.enabled;
      const fromSequence = isSwitchedOn ? await this.board.end() : alert.fromSequence;
      const after = { ...change, fromSequence, version: alert.version + 1, updatedAt: now };
      await rows.update(Alert, { id }, after);
      const next = rows.create(Alert, { ...alert, ...after });
      if (isSwitchedOn || next.threshold !== alert.threshold) {
        await rows.delete(AlertState, { alertId: id });
        await this.start(rows, next);
      }
      const before = Object.fromEntries(Object.keys(change).map((name) => [name, alert[name as keyof AlertChange]]));
      await this.audit.record(actor, { action: 'revise', thing: id, before, after: change });
      return next;
    });
  }

  /**
   * Removes a rule with its feed.
   *
   * @throws Fault not found `unknown-alert`; StaleVersion
   */
  remove(id: string, seen: SeenVersions, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const { version, name, kind, threshold, deviceId, companyId, subject } = await this.board.get(id, actor);
      assertUnchanged(version, seen);
      await rows.delete(AlertState, { alertId: id });
      await rows.delete(AlertFiring, { alertId: id });
      await rows.delete(Alert, { id });
      const before = { name, kind, threshold, deviceId, companyId, subject };
      await this.audit.record(actor, { action: 'remove', thing: id, before, after: null });
    });
  }

  /** A rule about one device or company begins with what is believed now; another one takes up each rumor as it moves. */
  private async start(rows: EntityManager, { id, threshold, deviceId, companyId, subject }: Alert): Promise<void> {
    if (threshold === null || (deviceId === null && companyId === null)) return;
    const conditions = [
      sql`m.firm_probability is not null and m.united_into_id is null and d.removed_at is null`,
      ...(deviceId === null ? [] : [sql`d.id = ${deviceId}`]),
      ...(companyId === null ? [] : [sql`d.company_id = ${companyId}`]),
      ...(subject === null ? [] : [sql`m.subject = ${subject}`]),
    ];
    await execute(
      rows,
      sql`insert into alert_states (alert_id, rumor_id, side, value)
        select a.id, m.id, case when m.firm_probability >= a.threshold then 'above' else 'below' end, m.firm_probability
        from alerts a, rumors m join devices d on d.id = m.device_id where a.id = ${id} and ${every(conditions)}`,
    );
  }
}
