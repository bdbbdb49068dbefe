import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { Window } from '../platform/database/keyset.js';
import { type SeenVersions } from '../platform/version.js';
import { AlertBoard } from './alert-board.service.js';
import { AlertDrafts } from './alert-drafts.service.js';
import type { AlertAnswer } from './alert.answer.js';
import type { MakeAlertDto, ReviseAlertDto } from './alert.dto.js';
import type { Alert } from './alert.entity.js';
import { viewAlert } from './alert.view.js';
import { Alerts } from './alerts.service.js';

/** Takes rules as they are sent, and shows them. */
@Injectable()
export class AlertDesk {
  constructor(
    private readonly alerts: Alerts,
    private readonly drafts: AlertDrafts,
    private readonly board: AlertBoard,
  ) {}

  /** @throws Fault as `AlertDrafts.draft` and `Alerts.make` do */
  async make(act: MakeAlertDto, actor: Actor): Promise<Alert> {
    return this.alerts.make(await this.drafts.draft(act), actor);
  }

  /** @throws Fault as `AlertDrafts.change` and `Alerts.revise` do */
  async revise(id: string, act: ReviseAlertDto, seen: SeenVersions, actor: Actor): Promise<Alert> {
    const change = await this.drafts.change(await this.board.get(id, actor), act);
    return this.alerts.revise(id, change, seen, actor);
  }

  /** A part of the rules that somebody may see, each with when it last told of something. */
  async page(kind: Alert['kind'] | undefined, actor: Actor, window: Window): Promise<AlertAnswer[]> {
    const alerts = await this.board.page(kind, actor, window);
    const last = await this.board.lastFirings(alerts.map(({ id }) => id));
    return alerts.map((alert) => viewAlert(alert, last.get(alert.id) ?? null));
  }

  /** A rule as it is shown. */
  async view(alert: Alert): Promise<AlertAnswer> {
    return viewAlert(alert, (await this.board.lastFirings([alert.id])).get(alert.id) ?? null);
  }
}
