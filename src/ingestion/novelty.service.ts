import { Injectable } from '@nestjs/common';
import { Devices } from '../devices/devices.service.js';
import type { ReadClaim, ReadDevice, Reading } from '../engine/extraction/index.js';
import type { TextIdentity } from '../engine/similarity/index.js';
import { findSubject, questionKey, readValue, valueKey, type ClaimValue } from '../engine/subjects/index.js';
import { Reports } from '../evidence/reports.service.js';
import { Database } from '../platform/database/database.js';
import type { Novelty } from './candidate.entity.js';
import type { ReadArticle } from './ingestion-book.service.js';
import { isFollowable } from './reader.service.js';

interface KnownAnswer {
  readonly id: string;
  readonly value: string;
  readonly value_key: string;
  readonly supporting_count: number;
  readonly refuting_count: number;
}

/** Says what a claim adds to what is already known. */
@Injectable()
export class Novelties {
  constructor(
    private readonly database: Database,
    private readonly devices: Devices,
    private readonly reports: Reports,
  ) {}

  /** The claims of an article that can be followed, each with its place among all and what it adds. */
  async ofArticle(reading: Reading, identity: TextIdentity): Promise<ReadArticle['claims']> {
    const originId = await this.reports.originOf(identity);
    const claims: { ordinal: number; claim: ReadClaim; novelty: Novelty }[] = [];
    for (const [ordinal, claim] of reading.claims.entries()) {
      const device = reading.devices.find((each) => each.name === claim.device);
      if (!device || !isFollowable(claim)) continue;
      claims.push({ ordinal, claim, novelty: await this.noveltyOf(claim, device, originId) });
    }
    return claims;
  }

  private async noveltyOf(claim: ReadClaim, device: ReadDevice, originId: string | null): Promise<Novelty> {
    const known = await this.devices.named(device.company, device.name);
    const subject = findSubject(claim.subject);
    if (!known || !subject) return 'new';
    const value = readValue(subject, claim.value);
    const answers = await this.answers(known.id, questionKey(claim.subject, claim.region, claim.variant));
    const same = answers.find((answer) => answer.value_key === valueKey(value));
    if (!same) {
      const rivals = subject.answers === 'exclusive' && claim.stance === 'supports' ? answers : [];
      return rivals.some((rival) => isApart(value, readValue(subject, rival.value))) ? 'contradicts' : 'new';
    }
    if (originId !== null && (await this.hasSaid(originId, same.id))) return 'repeats';
    const isSupported = same.supporting_count >= same.refuting_count;
    return isSupported === (claim.stance === 'supports') ? 'corroborates' : 'contradicts';
  }

  private answers(deviceId: string, question: string): Promise<KnownAnswer[]> {
    return this.database.read<KnownAnswer>(
      `select m.id, m.value, m.value_key, m.supporting_count, m.refuting_count from rumors m
       where m.device_id = ? and m.question = ? and m.status <> 'withdrawn' order by m.id`,
      [deviceId, question],
    );
  }

  private async hasSaid(originId: string, rumorId: string): Promise<boolean> {
    const said = await this.database.readOne(
      `select e.id from evidence e join reports p on p.id = e.report_id
       where p.origin_id = ? and e.rumor_id = ? and e.status = 'active' limit 1`,
      [originId, rumorId],
    );
    return said !== null;
  }
}

/** Whether two values cannot both be true; dates that overlap can. */
function isApart(one: ClaimValue, other: ClaimValue): boolean {
  if (one.type !== 'dates' || other.type !== 'dates') return valueKey(one) !== valueKey(other);
  const [first, last] = ['0000-01-01', '9999-12-31'];
  return (one.latestOn ?? last) < (other.earliestOn ?? first) || (other.latestOn ?? last) < (one.earliestOn ?? first);
}
