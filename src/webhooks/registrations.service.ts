import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Companies } from '../companies/companies.service.js';
import { Devices } from '../devices/devices.service.js';
import { Fault, type FaultDetail } from '../platform/fault.js';
import { type SeenVersions } from '../platform/version.js';
import { Attempts } from './attempts.service.js';
import type { RegisterWebhookDto, ReviseWebhookDto, WebhookFilterDto } from './webhook.dto.js';
import type { Webhook, WebhookFilter } from './webhook.entity.js';
import { Webhooks } from './webhooks.service.js';

/** Takes registrations as they are sent: makes sure that an address may be asked, and finds what a filter names. */
@Injectable()
export class Registrations {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly attempts: Attempts,
    private readonly devices: Devices,
    private readonly companies: Companies,
  ) {}

  /** @throws Fault invalid `blocked-url`, `unknown-device` or `unknown-company` */
  async register(act: RegisterWebhookDto, actor: Actor): Promise<Webhook> {
    this.attempts.assertReachable(act.url);
    const { url, types = [], format = 'standard', description = '' } = act;
    return this.webhooks.register({ url, types, format, description, filter: await this.filterOf(act.filter) }, actor);
  }

  /** @throws Fault as `register` and `Webhooks.revise` do */
  async revise(id: string, act: ReviseWebhookDto, seen: SeenVersions, actor: Actor): Promise<Webhook> {
    const { filter, ...said } = act;
    if (said.url !== undefined) this.attempts.assertReachable(said.url);
    const change = { ...said, ...(filter !== undefined && { filter: await this.filterOf(filter) }) };
    return this.webhooks.revise(id, change, seen, actor);
  }

  private async filterOf(filter: WebhookFilterDto | null | undefined): Promise<WebhookFilter> {
    const { device = null, company = null, min_delta: minDelta = null } = filter ?? {};
    const found = device === null ? null : await this.devices.find(device);
    const maker = company === null ? null : await this.companies.find(company);
    if (device !== null && !found) throw unknown('device', device);
    if (company !== null && !maker) throw unknown('company', company);
    return { deviceId: found?.id ?? null, companyId: maker?.id ?? null, minDelta };
  }
}

function unknown(what: 'device' | 'company', reference: string): Fault {
  const [code, detail] = [`unknown-${what}`, `there is no ${what} ${reference}`];
  const where: FaultDetail = { pointer: `#/filter/${what}`, code, detail };
  return new Fault('invalid', code, `No such ${what}: ${reference}.`, [where]);
}
