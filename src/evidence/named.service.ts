import { Injectable } from '@nestjs/common';
import { CompanyBoard } from '../companies/company-board.service.js';
import { DeviceBoard } from '../devices/device-board.service.js';
import type { Moment } from '../events/moments.service.js';
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

  /** The ids of the things that a query names, each as known at a moment. Refuses as `get` of the boards does. */
  async in({ company, device, source, rumor }: Naming, moment: Moment): Promise<NamedIds> {
    return {
      ...(company !== undefined && { companyId: (await this.companies.get(company, moment)).id }),
      ...(device !== undefined && { deviceId: await this.devices.idOf(device, moment) }),
      ...(source !== undefined && { sourceId: (await this.sources.get(source, moment)).id }),
      ...(rumor !== undefined && { rumorId: (await this.rumors.get(rumor, moment)).id }),
    };
  }
}
