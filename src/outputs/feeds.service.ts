import { Injectable } from '@nestjs/common';
import { CompanyBoard } from '../companies/company-board.service.js';
import { DeviceBoard } from '../devices/device-board.service.js';
import type { Moment } from '../events/moments.service.js';
import { Fault } from '../platform/fault.js';
import type { Feed } from './feed-item.js';
import { Notables, type Scope } from './notables.service.js';

/** The feed of everything. */
export const ALL = 'all';

/** Feeds of what is notable: of everything, of a device, or of a company. */
@Injectable()
export class Feeds {
  constructor(
    private readonly devices: DeviceBoard,
    private readonly companies: CompanyBoard,
    private readonly notables: Notables,
  ) {}

  /**
   * The feed of a scope: `all`, or the slug of a device or else of a company.
   *
   * @param minDelta the least move of a confidence that is notable; where it is missing, a move is if the word changes
   * @throws Fault not found `unknown-feed`; `Moved` where a device or company is called otherwise now
   */
  async of(scope: string, minDelta: number | undefined, moment: Moment): Promise<Feed> {
    const { title, about } = await this.about(scope, moment);
    const items = await this.notables.of(about, minDelta);
    return { scope, title, items, at: items[0]?.at ?? moment.at };
  }

  private async about(scope: string, moment: Moment): Promise<{ title: string; about: Scope }> {
    if (scope === ALL) return { title: 'Hearsay: rumored products', about: {} };
    try {
      const { id, name } = await this.devices.get(scope, moment);
      return { title: `Hearsay: ${name}`, about: { deviceId: id } };
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'unknown-device') throw error;
      const { id, name } = await this.company(scope, moment);
      return { title: `Hearsay: ${name}`, about: { companyId: id } };
    }
  }

  private async company(slug: string, moment: Moment) {
    try {
      return await this.companies.get(slug, moment);
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'unknown-company') throw error;
      throw new Fault('not_found', 'unknown-feed', `There is no device and no company ${slug}.`);
    }
  }
}
