import { Injectable } from '@nestjs/common';
import { Devices } from '../devices/devices.service.js';
import type { ReadClaim, ReadDevice, Reading } from '../engine/extraction/index.js';
import type { TextIdentity } from '../engine/similarity/index.js';
import {
  findSubject,
  InvalidValue,
  questionKey,
  readValue,
  valueKey,
  type ClaimValue,
  type Subject,
} from '../engine/subjects/index.js';
import { Reports } from '../evidence/reports.service.js';
import { Database } from '../platform/database/database.js';
import type { FollowedClaim, ReadArticle } from './ingestion-rows.js';
import { isFollowable } from './reader.service.js';

interface KnownAnswer {
  readonly id: string;
  readonly value: string;
  readonly value_key: string;
  readonly supporting_count: number;
  readonly refuting_count: number;
}

/** What a claim adds, and to what. */
type Addition = Pick<FollowedClaim, 'novelty' | 'knownRumorId' | 'originId'>;

const NEW: Addition = { novelty: 'new', knownRumorId: null, originId: null };

/** Says what a claim adds to what is already known. */
@Injectable()
export class Novelties {
  constructor(
    private readonly database: Database,
    private readonly devices: Devices,
    private readonly reports: Reports,
  ) {}

  /** The claims of an article that can be followed, none about a device that was taken down, each with what it adds. */
  async ofArticle(reading: Reading, identity: TextIdentity, address: string | null): Promise<ReadArticle['claims']> {
    const originId = await this.reports.originOf(identity, address);
    const claims: FollowedClaim[] = [];
    for (const [ordinal, claim] of reading.claims.entries()) {
      const device = reading.devices.find((each) => each.name === claim.device);
      if (!device || !isFollowable(claim) || (await this.isTakenDown(device))) continue;
      claims.push({ ordinal, claim, ...(await this.additionOf(claim, device, originId)) });
    }
    return claims;
  }

  private async isTakenDown({ company, name }: ReadDevice): Promise<boolean> {
    const device = await this.devices.named(company, name);
    return device !== null && device.removedAt !== null;
  }

  private async additionOf(claim: ReadClaim, device: ReadDevice, originId: string | null): Promise<Addition> {
    const known = await this.devices.named(device.company, device.name);
    const subject = findSubject(claim.subject);
    if (!known || !subject) return NEW;
    const value = readValue(subject, claim.value);
    const answers = await this.answers(known.id, questionKey(claim.subject, claim.region, claim.variant));
    const same = answers.find((answer) => answer.value_key === valueKey(value));
    if (!same) {
      const rivals = subject.answers === 'exclusive' && claim.stance === 'supports' ? answers : [];
      const rival = rivals.find((each) => isApart(value, readStored(subject, each.value)));
      return rival ? { novelty: 'contradicts', knownRumorId: rival.id, originId: null } : NEW;
    }
    if (originId !== null && (await this.hasSaid(originId, same.id))) {
      return { novelty: 'repeats', knownRumorId: same.id, originId };
    }
    const isSupported = same.supporting_count >= same.refuting_count;
    const novelty = isSupported === (claim.stance === 'supports') ? 'corroborates' : 'contradicts';
    return { novelty, knownRumorId: same.id, originId: null };
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

/** A value that is stored; null where nobody can read it any more. */
function readStored(subject: Subject, value: string): ClaimValue | null {
  try {
    return readValue(subject, value);
  } catch (error) {
    if (error instanceof InvalidValue) return null;
    throw error;
  }
}

/** Whether two values cannot both be true; dates that overlap can, and nobody can tell where one cannot be read. */
function isApart(one: ClaimValue, other: ClaimValue | null): boolean {
  if (other === null) return false;
  if (one.type !== 'dates' || other.type !== 'dates') return valueKey(one) !== valueKey(other);
  const [first, last] = ['0000-01-01', '9999-12-31'];
  return (one.latestOn ?? last) < (other.earliestOn ?? first) || (other.latestOn ?? last) < (one.earliestOn ?? first);
}
