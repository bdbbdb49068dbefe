import { Injectable } from '@nestjs/common';
import { DeviceBoard } from '../devices/device-board.service.js';
import type { DeviceRow } from '../devices/device.view.js';
import type { Moment } from '../events/moments.service.js';
import { EvidenceBoard } from '../evidence/evidence-board.service.js';
import type { EvidenceRow } from '../evidence/evidence.view.js';
import type { Window } from '../platform/database/keyset.js';
import { RumorBoard, type RumorFilter } from '../rumors/rumor-board.service.js';
import type { RumorRow } from '../rumors/rumor.view.js';

/** What can be shown with a rumor beside what always is. */
export const RUMOR_EXPANSIONS = ['evidence', 'device'] as const;
export type RumorExpansion = (typeof RUMOR_EXPANSIONS)[number];

/** A rumor with what was asked for beside it; what was not is missing. */
export interface FiledRumor {
  readonly rumor: RumorRow;
  readonly evidence?: readonly EvidenceRow[];
  readonly device?: DeviceRow;
}

/** Puts rumors together with what is kept about them elsewhere. */
@Injectable()
export class RumorFile {
  constructor(
    private readonly rumors: RumorBoard,
    private readonly evidence: EvidenceBoard,
    private readonly devices: DeviceBoard,
  ) {}

  /** A part of the rumors of a filter, and one more where another part follows. */
  page(filter: RumorFilter, window: Window, moment: Moment): Promise<RumorRow[]> {
    return this.rumors.page(filter, window, moment);
  }

  /** A rumor with what was asked for. Refuses as `RumorBoard.get` does. */
  async get(id: string, moment: Moment, expand: readonly RumorExpansion[]): Promise<FiledRumor> {
    const rumor = await this.rumors.get(id, moment);
    return {
      rumor,
      ...(expand.includes('evidence') && { evidence: await this.evidence.ofRumor(id, moment) }),
      ...(expand.includes('device') && { device: await this.devices.get(rumor.device_id, moment) }),
    };
  }
}
