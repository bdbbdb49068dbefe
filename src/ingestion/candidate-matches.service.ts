import { Injectable } from '@nestjs/common';
import { Devices } from '../devices/devices.service.js';
import type { ReadDevice } from '../engine/extraction/index.js';
import { Fault } from '../platform/fault.js';
import { namedAt } from '../platform/named-at.js';
import { Rumors } from '../rumors/rumors.service.js';

/** What a candidate claims, as far as a rumor must agree with it. */
export interface Matched {
  /** The device that the article speaks of. */
  readonly device: ReadDevice;
  /** The key of the subject. */
  readonly subject: string;
}

/** Which rumors an editor may match with a candidate. */
@Injectable()
export class CandidateMatches {
  constructor(
    private readonly devices: Devices,
    private readonly rumors: Rumors,
  ) {}

  /**
   * Refuses a rumor about another subject, or about another device than the one that is followed under the name in the
   * article. A name that nobody follows yet may stand for any device.
   *
   * @throws Fault invalid `unknown-rumor`, `other-subject` or `other-device`
   */
  async assertFits(rumorId: string, { device, subject }: Matched): Promise<void> {
    const rumor = await namedAt('#/match_rumor', () => this.rumors.current(rumorId));
    if (rumor.subject !== subject) {
      throw refused('other-subject', `${rumorId} is about ${rumor.subject}, and the candidate about ${subject}.`);
    }
    const followed = await this.followed(device);
    if (followed === null || followed.id === rumor.deviceId) return;
    throw refused('other-device', `${rumorId} is about another device than ${followed.name}.`);
  }

  private async followed({ knownId, company, name }: ReadDevice) {
    const known = knownId === null ? null : await this.devices.find(knownId);
    return known ? this.devices.heirOf(known) : this.devices.named(company, name);
  }
}

const refused = (code: string, message: string): Fault =>
  new Fault('invalid', code, message, [{ pointer: '#/match_rumor', code, detail: message }]);
