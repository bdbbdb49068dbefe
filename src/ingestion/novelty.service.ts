import { Injectable } from '@nestjs/common';
import type { Device } from '../devices/device.entity.js';
import { Devices } from '../devices/devices.service.js';
import type { ReadClaim, Reading } from '../engine/extraction/index.js';
import type { TextIdentity } from '../engine/similarity/index.js';
import {
  findSubject,
  InvalidValue,
  nameKey,
  questionKey,
  readValue,
  valueKey,
  type ClaimValue,
  type Stance,
  type Subject,
} from '../engine/subjects/index.js';
import { Reports } from '../evidence/reports.service.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, sql } from '../platform/database/sql.js';
import type { FollowedClaim, ReadArticle } from './ingestion-rows.js';
import { isFollowable } from './reader.service.js';

interface KnownAnswer {
  readonly id: string;
  readonly device_id: string;
  readonly question: string;
  readonly value: string;
  readonly value_key: string;
  readonly supporting_count: number;
  readonly refuting_count: number;
}

/** What a claim adds, and to what. */
type Addition = Pick<FollowedClaim, 'novelty' | 'knownRumorId' | 'originId'>;

/** Where an article has its claims from: the report whose words it has, and the keys of the names that it gives. */
interface Upstream {
  readonly originId: string | null;
  readonly credits: readonly string[];
}

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
    const credits = reading.credits.map(({ name }) => nameKey(name)).filter((key) => key !== '');
    const upstream = { originId: await this.reports.originOf(identity, address), credits };
    const devices = await this.devicesOf(reading);
    const followed = [...reading.claims.entries()].filter(
      ([, claim]) => isFollowable(claim) && devices.has(claim.device) && !devices.get(claim.device)?.removedAt,
    );
    const answers = await this.answers(
      followed.map(([, claim]) => [devices.get(claim.device) ?? null, claim] as const),
    );
    const claims: FollowedClaim[] = [];
    for (const [place, [ordinal, claim]] of followed.entries()) {
      claims.push({ ordinal, claim, ...(await this.additionOf(claim, answers[place] ?? [], upstream)) });
    }
    return claims;
  }

  /** The devices that an article claims something about by the names that it gives them; null for one that is new. */
  private async devicesOf({ claims, devices }: Reading): Promise<ReadonlyMap<string, Device | null>> {
    const claimed = new Set(claims.filter(isFollowable).map((claim) => claim.device));
    const found = new Map<string, Device | null>();
    for (const { company, name } of devices) {
      if (claimed.has(name) && !found.has(name)) found.set(name, await this.devices.named(company, name));
    }
    return found;
  }

  private async additionOf(claim: ReadClaim, answers: readonly KnownAnswer[], upstream: Upstream): Promise<Addition> {
    const subject = findSubject(claim.subject);
    if (!subject) return NEW;
    const value = readValue(subject, claim.value);
    const same = answers.find((answer) => answer.value_key === valueKey(value));
    if (!same) {
      const rivals = subject.answers === 'exclusive' && claim.stance === 'supports' ? answers : [];
      const rival = rivals.find((each) => isApart(value, readStored(subject, each.value)));
      return rival ? { novelty: 'contradicts', knownRumorId: rival.id, originId: null } : NEW;
    }
    const originId = await this.saidBefore(upstream, same.id, claim.stance);
    if (originId !== null) return { novelty: 'repeats', knownRumorId: same.id, originId };
    const isSupported = same.supporting_count >= same.refuting_count;
    const novelty = isSupported === (claim.stance === 'supports') ? 'corroborates' : 'contradicts';
    return { novelty, knownRumorId: same.id, originId: null };
  }

  /** What is known of the questions that claims answer, of each in the order in which the rumors were opened. */
  private async answers(asked: readonly (readonly [Device | null, ReadClaim])[]): Promise<KnownAnswer[][]> {
    const keys = asked.map(([device, { subject, region, variant }]) =>
      device === null ? null : ([device.id, questionKey(subject, region, variant)] as const),
    );
    const known = keys.filter((key) => key !== null);
    if (known.length === 0) return [];
    const questions = [...new Set(known.map(([, question]) => question))];
    const { text, values } = sql`select m.id, m.device_id, m.question, m.value, m.value_key, m.supporting_count,
        m.refuting_count from rumors m
      where ${isOneOf(sql`m.device_id`, [...new Set(known.map(([id]) => id))])}
        and ${isOneOf(sql`m.question`, questions)} and m.status <> 'withdrawn' order by m.id`;
    const rows = await this.database.read<KnownAnswer>(text, values);
    return keys.map((key) => rows.filter((row) => row.device_id === key?.[0] && row.question === key[1]));
  }

  /** The origin that an article repeats with a claim: of its words, else of a source that it names; null if it is none. */
  private async saidBefore({ originId, credits }: Upstream, rumorId: string, stance: Stance): Promise<string | null> {
    if (originId === null && credits.length === 0) return null;
    const { text, values } = sql`select p.origin_id from evidence e join reports p on p.id = e.report_id
      where e.rumor_id = ${rumorId} and e.status = 'active' and (p.origin_id = ${originId} or (e.stance = ${stance}
        and exists (select 1 from source_names n where n.source_id = p.source_id and ${isOneOf(sql`n.name_key`, credits)})))
      order by case when p.origin_id = ${originId} then 0 else 1 end, p.published_at, p.id limit 1`;
    return (await this.database.readOne<{ origin_id: string }>(text, values))?.origin_id ?? null;
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
