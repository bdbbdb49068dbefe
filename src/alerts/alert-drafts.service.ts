import { Injectable } from '@nestjs/common';
import { Companies } from '../companies/companies.service.js';
import { Devices } from '../devices/devices.service.js';
import { findSubject } from '../engine/subjects/index.js';
import { Fault } from '../platform/fault.js';
import { WebhookBoard } from '../webhooks/webhook-board.service.js';
import type { MakeAlertDto, ReviseAlertDto } from './alert.dto.js';
import type { Alert } from './alert.entity.js';
import { USUAL_COOLDOWN } from './cooldown.js';

/** What is said of a rule, with what it names found. */
export type AlertDraft = Omit<
  Alert,
  'id' | 'keyId' | 'createdBy' | 'enabled' | 'fromSequence' | 'version' | 'createdAt' | 'updatedAt'
>;

/** What of a rule can be changed. */
export type AlertChange = Partial<
  Pick<Alert, 'name' | 'threshold' | 'hysteresis' | 'minOrigins' | 'cooldown' | 'webhookId' | 'enabled'>
>;

const USUAL_HYSTERESIS = 0.02;

/** The members that only a rule about a number has. */
const OF_NUMBERS = ['threshold', 'hysteresis', 'min_origins', 'cooldown'] as const;

/** Reads rules as they are sent: finds what they name, and makes sure that their members suit one another. */
@Injectable()
export class AlertDrafts {
  constructor(
    private readonly devices: Devices,
    private readonly companies: Companies,
    private readonly webhooks: WebhookBoard,
  ) {}

  /**
   * @throws Fault invalid `unknown-device`, `unknown-company`, `unknown-subject`, `unknown-webhook`, `disabled-webhook`,
   *   `missing-threshold`, `missing-webhook`, `needless-member` or `wide-hysteresis`, with a pointer
   */
  async draft(act: MakeAlertDto): Promise<AlertDraft> {
    assertSuits(act, act.when, act.to);
    const { name = '', when: kind, threshold = null, to: target, min_origins: minOrigins = 1 } = act;
    if (threshold === null && isOfNumber(kind)) throw refused('missing-threshold', 'threshold', `${kind} needs one`);
    if (act.webhook === undefined && target === 'webhook') {
      throw refused('missing-webhook', 'webhook', 'name the id of a webhook, which an admin registers');
    }
    const hysteresis = act.hysteresis ?? Math.min(USUAL_HYSTERESIS, (threshold ?? 1) / 2);
    assertNarrow(kind, threshold, hysteresis);
    return {
      ...{ name, kind, threshold, hysteresis, minOrigins, target },
      cooldown: act.cooldown ?? USUAL_COOLDOWN,
      ...(await this.scopeOf(act)),
      webhookId: act.webhook === undefined ? null : await this.webhook(act.webhook),
    };
  }

  /** @throws Fault as `draft` does */
  async change(alert: Alert, act: ReviseAlertDto): Promise<AlertChange> {
    assertSuits(act, alert.kind, alert.target);
    const { name, threshold, hysteresis, min_origins: minOrigins, cooldown, enabled } = act;
    assertNarrow(alert.kind, threshold ?? alert.threshold, hysteresis ?? alert.hysteresis);
    const webhookId = act.webhook === undefined ? undefined : await this.webhook(act.webhook);
    const said = { name, threshold, hysteresis, minOrigins, cooldown, webhookId, enabled };
    return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  }

  private async scopeOf({ device, company, subject }: MakeAlertDto) {
    const found = device ? await this.devices.find(device) : null;
    const maker = company ? await this.companies.find(company) : null;
    if (device && (!found || found.removedAt !== null)) {
      throw refused('unknown-device', 'device', `there is no device ${device}`);
    }
    if (company && !maker) throw refused('unknown-company', 'company', `there is no company ${company}`);
    if (subject && !findSubject(subject)) {
      throw refused('unknown-subject', 'subject', `there is no subject "${subject}" in the catalogue`);
    }
    const deviceId = found ? (found.mergedIntoId ?? found.id) : null;
    return { deviceId, companyId: maker?.id ?? null, subject: subject ?? null };
  }

  private async webhook(id: string): Promise<string> {
    const webhook = (await this.webhooks.list()).find((each) => each.id === id);
    if (!webhook) throw refused('unknown-webhook', 'webhook', `there is no webhook ${id}`);
    if (!webhook.enabled) throw refused('disabled-webhook', 'webhook', `the webhook ${id} is switched off`);
    return id;
  }
}

const isOfNumber = (kind: Alert['kind']): boolean => kind === 'crosses' || kind === 'moves';

/** Refuses members that a rule of that kind does not go by, since whoever sends one means something by it. */
function assertSuits(act: MakeAlertDto | ReviseAlertDto, kind: Alert['kind'], target: Alert['target']): void {
  const needless = [
    ...(isOfNumber(kind) ? [] : OF_NUMBERS),
    ...(kind === 'moves' ? (['hysteresis'] as const) : []),
    ...(target === 'feed' ? (['webhook'] as const) : []),
  ].find((member) => act[member] !== undefined);
  if (needless === undefined) return;
  const why = needless === 'webhook' ? 'it goes to the feed alone' : `it waits for "${kind}"`;
  throw refused('needless-member', needless, `this rule does not go by it: ${why}`);
}

function assertNarrow(kind: Alert['kind'], threshold: number | null, hysteresis: number): void {
  if (kind !== 'crosses' || threshold === null || hysteresis < threshold) return;
  throw refused('wide-hysteresis', 'hysteresis', 'it must be less than the threshold, or nothing ever falls below it');
}

function refused(code: string, member: string, detail: string): Fault {
  return new Fault('invalid', code, `${member}: ${detail}.`, [{ pointer: `#/${member}`, code, detail }]);
}
