import { Injectable } from '@nestjs/common';
import { DeviceBoard } from '../devices/device-board.service.js';
import type { DeviceRow } from '../devices/device.view.js';
import { RumorBoard } from '../rumors/rumor-board.service.js';
import type { RumorRow } from '../rumors/rumor.view.js';

/** The rumors of some ids, and their devices. */
@Injectable()
export class FollowedThings {
  constructor(
    private readonly rumors: RumorBoard,
    private readonly devices: DeviceBoard,
  ) {}

  async ofRumors(ids: readonly string[]): Promise<{ rumors: RumorRow[]; devices: DeviceRow[] }> {
    const rumors = await this.rumors.list({ ids });
    const devices: DeviceRow[] = [];
    for (const id of new Set(rumors.map((row) => row.device_id))) devices.push(await this.devices.get(id));
    return { rumors, devices };
  }
}
