import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { AlertBoard } from '../../alerts/alert-board.service.js';
import { AlertDesk } from '../../alerts/alert-desk.service.js';
import { Alerts } from '../../alerts/alerts.service.js';
import { viewFiring } from '../../alerts/alert.view.js';
import type { SeenVersions } from '../../platform/version.js';
import { alertChangeOf, alertOf } from './alert-acts.js';
import type { AlertFormDto, ReviseAlertFormDto } from './alert-forms.dto.js';
import type { Rule } from './alert-item.js';
import { Names } from './names.service.js';
import { parted, windowAfter } from './parted.js';

/** What people do with the rules by which they are alerted, as the page of these offers it. */
@Injectable()
export class AlertRules {
  constructor(
    private readonly alerts: Alerts,
    private readonly desk: AlertDesk,
    private readonly board: AlertBoard,
    private readonly names: Names,
  ) {}

  /** A part of the rules that somebody may see, the newest first, and the id behind which the next part begins. */
  async list(after: string | undefined, actor: Actor): Promise<{ rows: Rule[]; next: string | null }> {
    const { rows, next } = parted(await this.board.page(undefined, actor, windowAfter(after)));
    const named = await this.names.byId(rows.flatMap(({ deviceId, companyId }) => [deviceId, companyId]));
    const rules: Rule[] = [];
    for (const row of rows) {
      const [last] = await this.board.firings(row.id, { ...windowAfter(undefined), limit: 1 });
      const about = { device: nameOf(named, row.deviceId), company: nameOf(named, row.companyId) };
      const alert = await this.desk.view(row);
      rules.push({ ...alert, ...about, version: row.version, last: last ? viewFiring(last) : null });
    }
    return { rows: rules, next };
  }

  /** Makes a rule, and gives its id. @throws Fault as `alertOf` and `AlertDesk.make` do */
  async make(form: AlertFormDto, actor: Actor): Promise<string> {
    return (await this.desk.make(alertOf(form), actor)).id;
  }

  /** @throws Fault as `alertChangeOf` and `AlertDesk.revise` do */
  async revise(id: string, form: ReviseAlertFormDto, seen: SeenVersions, actor: Actor): Promise<void> {
    await this.desk.revise(id, alertChangeOf(form), seen, actor);
  }

  /** @throws Fault as `Alerts.remove` does */
  remove(id: string, seen: SeenVersions, actor: Actor): Promise<void> {
    return this.alerts.remove(id, seen, actor);
  }
}

const nameOf = (named: ReadonlyMap<string, { name: string; slug: string }>, id: string | null) =>
  id === null ? null : (named.get(id) ?? null);
