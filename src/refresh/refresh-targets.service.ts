import { Injectable } from '@nestjs/common';
import { Devices } from '../devices/devices.service.js';
import { Fault } from '../platform/fault.js';
import { namedAt } from '../platform/named-at.js';
import { AskedPolls } from '../subscriptions/asked-polls.service.js';
import type { RequestRefreshDto } from './refresh-job.dto.js';
import type { RefreshJob } from './refresh-job.entity.js';

/** What a job is about; both null where it is about everything. */
export type RefreshTarget = Pick<RefreshJob, 'deviceId' | 'subscriptionId'>;

const EVERYTHING: RefreshTarget = { deviceId: null, subscriptionId: null };

/** Finds what a refresh that somebody asks for is about. */
@Injectable()
export class RefreshTargets {
  constructor(
    private readonly devices: Devices,
    private readonly polls: AskedPolls,
  ) {}

  /**
   * @throws Fault invalid `missing-target`, `unexpected-target`, `unknown-device`, `removed-device` or
   *   `unknown-subscription`, conflict `inactive-subscription`; RetryLater `polled-lately`
   */
  async of({ scope = 'all', target = null }: RequestRefreshDto): Promise<RefreshTarget> {
    const isNamed = scope === 'device' || scope === 'subscription';
    if (!isNamed && target !== null) throw wrong('unexpected-target', `A refresh with scope=${scope} has no target.`);
    if (!isNamed) return EVERYTHING;
    if (target === null) throw wrong('missing-target', `Name the ${scope} in target.`);
    if (scope === 'device') {
      const { id: deviceId } = await namedAt('#/target', () => this.devices.get(target));
      return { ...EVERYTHING, deviceId };
    }
    await namedAt('#/target', () => this.polls.assertPollable(target));
    return { ...EVERYTHING, subscriptionId: target };
  }
}

const wrong = (code: string, detail: string): Fault =>
  new Fault('invalid', code, detail, [{ pointer: '#/target', code, detail }]);
