import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import type { Fault } from '../../platform/fault.js';
import { WebhookBoard } from '../../webhooks/webhook-board.service.js';
import type { WebhookAnswer } from '../../webhooks/webhook.answer.js';
import type { Webhook } from '../../webhooks/webhook.entity.js';
import { viewDelivery, viewWebhook } from '../../webhooks/webhook.view.js';
import { UNTOUCHED, type FormState } from '../forms/form-faults.js';
import type { Leaf } from '../frame/frames.service.js';
import { percentOf } from './alert-words.js';
import { Names } from './names.service.js';
import { parted, windowAfter } from './parted.js';
import type { SettingsQueryDto } from './settings-query.dto.js';
import { webhookPage, type WebhookProps } from './webhook-page.js';
import { webhooksPage } from './webhooks-page.js';

/** What the page of a receiver shows of an act that was just done or refused. */
export type Aftermath = Partial<Pick<WebhookProps, 'secret' | 'trial' | 'changing' | 'refused'>>;

/** Puts the pages of receivers together. */
@Injectable()
export class WebhookPages {
  constructor(
    private readonly board: WebhookBoard,
    private readonly names: Names,
  ) {}

  /** The page of all receivers. */
  async list(actor: Actor, { did }: SettingsQueryDto, registering: FormState = UNTOUCHED): Promise<Leaf> {
    const webhooks: WebhookAnswer[] = [];
    for (const webhook of await this.board.list()) webhooks.push(await this.view(webhook));
    const body = webhooksPage({ actor, did, webhooks, offered: await this.names.offered(), registering });
    return { title: 'Webhooks', body };
  }

  /** The page of one receiver. @throws Fault not found `unknown-webhook` */
  async one(
    id: string,
    actor: Actor,
    { did, after, status = '' }: SettingsQueryDto,
    { secret = null, trial = null, refused = null, changing }: Aftermath = {},
  ): Promise<Leaf> {
    const row = await this.board.get(id);
    const filter = status === '' ? {} : { status };
    const { rows, next } = parted(await this.board.deliveries(id, filter, windowAfter(after)));
    const body = webhookPage({
      ...{ actor, did, secret, trial, refused, webhook: await this.view(row), version: row.version },
      log: { deliveries: rows.map(viewDelivery), next, status },
      offered: await this.names.offered(),
      changing: changing ?? { ...UNTOUCHED, values: await this.valuesOf(row) },
    });
    return { title: 'Webhook', body, isSecret: secret !== null };
  }

  /** The page of one receiver, with what was refused of it. @throws Fault not found `unknown-webhook` */
  refused(id: string, actor: Actor, fault: Fault): Promise<Leaf> {
    return this.one(id, actor, {}, { refused: fault.message });
  }

  /** What stands in the form with which a receiver is changed. */
  private async valuesOf({ url, types, format, description, filter }: Webhook): Promise<FormState['values']> {
    const { deviceId, companyId, minDelta } = filter;
    const named = await this.names.byId([deviceId, companyId]);
    const slugOf = (id: string | null): string => (id === null ? '' : (named.get(id)?.slug ?? id));
    return {
      ...{ url, types, format, description },
      ...{ filter_device: slugOf(deviceId), filter_company: slugOf(companyId) },
      filter_min_delta: minDelta === null ? '' : percentOf(minDelta),
    };
  }

  private async view(webhook: Webhook): Promise<WebhookAnswer> {
    return viewWebhook(webhook, await this.board.countsOf(webhook.id));
  }
}
