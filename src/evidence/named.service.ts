import { Injectable } from '@nestjs/common';
import { CompanyBoard } from '../companies/company-board.service.js';
import { DeviceBoard } from '../devices/device-board.service.js';
import type { Moment } from '../events/moments.service.js';
import { askedBy } from '../platform/named-at.js';
import { RumorBoard } from '../rumors/rumor-board.service.js';
import { SourceBoard } from '../sources/source-board.service.js';

/** Things that a query may name: by id, or by slug where they have one. */
export interface Naming {
  readonly company?: string;
  readonly device?: string;
  readonly source?: string;
  readonly rumor?: string;
}

/** The ids of these; missing where nothing was named. */
export interface NamedIds {
  readonly companyId?: string;
  readonly deviceId?: string;
  readonly sourceId?: string;
  readonly rumorId?: string;
}

/** Finds what a query names. */
@Injectable()
export class Named {
  constructor(
    private readonly companies: CompanyBoard,
    private readonly devices: DeviceBoard,
    private readonly sources: SourceBoard,
    private readonly rumors: RumorBoard,
  ) {}

  /**
   * The ids of the things that a query names, each as known at a moment.
   *
   * @throws Fault malformed `unknown-…` or `not-yet-known` for what is not there; gone, or Moved
   */
  async in({ company, device, source, rumor }: Naming, moment: Moment): Promise<NamedIds> {
    const idOf = async (row: Promise<{ readonly id: string }>): Promise<string> => (await row).id;
    const ids: { -readonly [Member in keyof NamedIds]: NamedIds[Member] } = {};
    if (company !== undefined)
      ids.companyId = await askedBy('company', () => idOf(this.companies.get(company, moment)));
    if (device !== undefined) ids.deviceId = await askedBy('device', () => this.devices.idOf(device, moment));
    if (source !== undefined) ids.sourceId = await askedBy('source', () => idOf(this.sources.get(source, moment)));
    if (rumor !== undefined) ids.rumorId = await askedBy('rumor', () => idOf(this.rumors.get(rumor, moment)));
    return ids;
  }
}
