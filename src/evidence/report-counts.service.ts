import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { DeviceIdentity } from '../devices/device-identity.service.js';
import { Devices } from '../devices/devices.service.js';
import { Database } from '../platform/database/database.js';
import { RumorMoves } from '../rumors/rumor-moves.service.js';
import { Rumor } from '../rumors/rumor.entity.js';
import { Evidence } from './evidence.entity.js';

/** Keeps true what stands beside rumors and devices of the reports that speak of them. */
@Injectable()
export class ReportCounts {
  constructor(
    private readonly database: Database,
    private readonly devices: Devices,
    private readonly identity: DeviceIdentity,
    private readonly moves: RumorMoves,
  ) {}

  /** Counts everything as changed that a report ever spoke of, and finds anew when it was last written about. */
  renewOf(reportId: string): Promise<void> {
    return this.database.transaction(async (rows) => {
      const devices = new Set<string>();
      for (const { rumorId } of await rows.findBy(Evidence, { reportId, activeAt: Not(IsNull()) })) {
        await this.moves.recount(rumorId);
        devices.add((await rows.findOneByOrFail(Rumor, { id: rumorId })).deviceId);
      }
      for (const id of devices) {
        await this.identity.recount(id);
        await this.devices.touch(id);
      }
    });
  }
}
