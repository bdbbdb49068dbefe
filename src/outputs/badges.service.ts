import { Injectable } from '@nestjs/common';
import { LaunchWindows } from '../assessments/launch-windows.service.js';
import { DeviceBoard } from '../devices/device-board.service.js';
import { viewDevice } from '../devices/device.view.js';
import { figureOf } from '../engine/confidence/index.js';
import type { Moment } from '../events/moments.service.js';
import type { Badge } from './badge.js';
import type { BadgeKind } from './outputs.dto.js';

/** What badges say of devices. */
@Injectable()
export class Badges {
  constructor(
    private readonly devices: DeviceBoard,
    private readonly windows: LaunchWindows,
  ) {}

  /** How likely a device exists, or the day by which it is launched as likely as not. Refuses as `DeviceBoard.get` does. */
  async of(reference: string, kind: BadgeKind, moment: Moment): Promise<Badge> {
    const row = await this.devices.get(reference, moment);
    const { name, exists } = viewDevice(row);
    if (kind === 'launch') {
      const { window } = await this.windows.of(row.id, { dots: 20 }, moment);
      const day = window?.quantiles.p50 ?? null;
      return { label: `${name} launch`, value: day === null ? 'unknown' : `by ${day}`, probability: null };
    }
    if (exists === null) return { label: name, value: 'not weighed yet', probability: null };
    const { probability, word } = exists;
    return { label: `${name} exists`, value: `${figureOf(probability)} % ${word}`, probability };
  }
}
