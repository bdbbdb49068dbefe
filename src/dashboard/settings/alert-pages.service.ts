import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../access/actor.js';
import { WebhookBoard } from '../../webhooks/webhook-board.service.js';
import { UNTOUCHED } from '../forms/form-faults.js';
import type { Leaf } from '../frame/frames.service.js';
import { receiverName, type AlertChoices } from './alert-form.js';
import { AlertRules } from './alert-rules.service.js';
import { alertsPage, type AlertsProps } from './alerts-page.js';
import { Names } from './names.service.js';
import type { SettingsQueryDto } from './settings-query.dto.js';

/** Puts the page of rules together. */
@Injectable()
export class AlertPages {
  constructor(
    private readonly rules: AlertRules,
    private readonly names: Names,
    private readonly webhooks: WebhookBoard,
  ) {}

  /** The page for somebody; with what was refused of it, where something was. */
  async page(
    actor: Actor,
    { did, after, device }: SettingsQueryDto,
    { making, refused = null }: Partial<Pick<AlertsProps, 'making' | 'refused'>> = {},
  ): Promise<Leaf> {
    const { rows: rules, next } = await this.rules.list(after, actor);
    const choices = await this.choicesFor(actor);
    const empty = device === undefined ? UNTOUCHED : { ...UNTOUCHED, values: { device } };
    const body = alertsPage({ actor, did, rules, next, choices, making: making ?? empty, refused });
    return { title: 'Alerts', body };
  }

  private async choicesFor(actor: Actor): Promise<AlertChoices> {
    const offered = await this.names.offered();
    if (!may(actor, 'admin')) return { ...offered, webhooks: null };
    const open = (await this.webhooks.list()).filter(({ enabled }) => enabled);
    return {
      ...offered,
      webhooks: open.map(({ id, url, description }) => ({ id, name: receiverName(url, description) })),
    };
  }
}
