import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/sql.js';
import { RumorStay } from './rumor-stay.entity.js';
import { claimColumns, claimOf } from './claim.js';
import { concerned } from './concerned.js';
import { Rumor, type Cause, type RumorStatus } from './rumor.entity.js';
import { Rumors } from './rumors.service.js';

/** A rumor that became one with another, and what it was before. */
export interface UnitedRumor {
  readonly rumor: string;
  /** The rumor that it was one with before; null where it was followed by itself. */
  readonly formerly: string | null;
  readonly status: RumorStatus;
}

/** The numbers that stand beside a rumor. */
export type StandingNumbers = Pick<Rumor, (typeof NUMBERS)[number]>;

const NUMBERS = [
  ...(['assessmentId', 'assessedAt', 'probability', 'low', 'high', 'firmProbability'] as const),
  ...(['strength', 'announced', 'originCount', 'supportingCount', 'refutingCount'] as const),
] as const;

type Place = Pick<Rumor, 'deviceId' | 'unitedIntoId'>;

/**
 * Takes rumors to the device that they turned out to be about. Their numbers, their history and their evidence stay
 * with them, and where they were before is kept.
 */
@Injectable()
export class RumorMoves {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly rumors: Rumors,
  ) {}

  /** The rumors about a device that are followed by themselves, in the order in which they were opened. */
  about(deviceId: string): Promise<Rumor[]> {
    return this.database.rows.find(Rumor, { where: { deviceId, unitedIntoId: IsNull() }, order: { id: 'ASC' } });
  }

  /** The rumors of these ids, whatever became of them. */
  ofIds(ids: readonly string[]): Promise<Rumor[]> {
    return this.database.rows.find(Rumor, { where: { id: In([...ids]) }, order: { id: 'ASC' } });
  }

  /** The same claim about a device, followed by itself; null if there is none. */
  twin(rumor: Rumor, deviceId: string): Promise<Rumor | null> {
    return this.database.rows.findOneBy(Rumor, { deviceId, question: rumor.question, valueKey: keyOf(rumor) });
  }

  /** Asks for everything to be weighed again that is open in the questions of these rumors about these devices. */
  rouse(rumors: readonly Rumor[], deviceIds: readonly string[], cause: Cause): Promise<void> {
    const questions = [...new Set(rumors.map((rumor) => rumor.question))];
    const where = concerned(deviceIds, questions);
    return this.database.transaction(async (rows) => {
      const weighed = await rows.find(Rumor, { where, order: { id: 'ASC' } });
      await this.rumors.markDue(
        weighed.map(({ id }) => id),
        cause,
      );
    });
  }

  /** Makes a rumor one about another device, which has none of that claim. */
  carry(rumor: Rumor, deviceId: string, actor: Actor): Promise<void> {
    return this.database.transaction(async () => {
      await this.leave(rumor, { deviceId, unitedIntoId: null });
      const [before, after] = [{ device_id: rumor.deviceId }, { device_id: deviceId }];
      await this.journal.record(actor, { action: 'move', thing: rumor.id, before, after, event: 'rumor.updated' });
    });
  }

  /**
   * Makes a rumor one with the same claim about another device, which alone is followed from then on; what was one with
   * it before comes along. Its own device may carry the claim anew: it is kept under the key of its id.
   */
  unite(rumor: Rumor, into: Rumor, actor: Actor): Promise<UnitedRumor[]> {
    return this.database.transaction(async (rows) => {
      const along = await rows.find(Rumor, { where: { unitedIntoId: rumor.id }, order: { id: 'ASC' } });
      for (const each of [rumor, ...along]) await this.leave(each, { ...each, unitedIntoId: into.id });
      await this.setStatus(rumor, 'withdrawn', { united_into: into.id }, actor);
      await rows.update(Rumor, { id: rumor.id }, { valueKey: rumor.id, dueAt: null, dueCauses: null });
      return [rumor, ...along].map(({ id, unitedIntoId, status }) => ({ rumor: id, formerly: unitedIntoId, status }));
    });
  }

  /** Makes a rumor what it was before it became one with another; its device has none of that claim. */
  part({ rumor: id, formerly, status }: UnitedRumor, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const rumor = await rows.findOneByOrFail(Rumor, { id });
      await this.leave(rumor, { ...rumor, unitedIntoId: formerly });
      if (formerly === null) await rows.update(Rumor, { id }, { valueKey: keyOf(rumor) });
      if (rumor.status !== status) await this.setStatus(rumor, status, { parted_from: rumor.unitedIntoId }, actor);
    });
  }

  /** Gives a rumor another status in the course of an act about its device. */
  setStatus({ id, status: former }: Rumor, status: RumorStatus, told: object, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      await rows.update(Rumor, { id }, { status, version: () => 'version + 1', updatedAt: this.clock.now() });
      const change = { before: { status: former }, after: { status, ...told } };
      await this.journal.record(actor, { action: 'move', thing: id, ...change, event: 'rumor.updated' });
    });
  }

  /** Puts the numbers beside a rumor that stood there before it was weighed in the course of an act. */
  setNumbers(id: string, numbers: StandingNumbers): Promise<void> {
    return this.database.transaction(async (rows) => {
      await rows.update(Rumor, { id }, { ...numbers, updatedAt: this.clock.now() });
    });
  }

  /** Counts anew the reports that are linked to a rumor. */
  recount(id: string): Promise<void> {
    const { text, values } = sql`select count(case when e.status = 'active' then 1 end) as linked,
        max(case when e.active_at is not null then p.published_at end) as last
      from evidence e join reports p on p.id = e.report_id where e.rumor_id = ${id}`;
    return this.database.transaction(async (rows) => {
      const found = await this.database.readOne<{ linked: number; last: number | null }>(text, values);
      const { linked: reportCount = 0, last: lastReportAt = null } = found ?? {};
      await rows.update(Rumor, { id }, { reportCount, lastReportAt, updatedAt: this.clock.now() });
    });
  }

  /** Notes where a rumor was so far, and takes it to where it is from now on. */
  private leave(rumor: Rumor, { deviceId, unitedIntoId }: Place): Promise<void> {
    const { id: rumorId, createdAt } = rumor;
    const now = this.clock.now();
    return this.database.transaction(async (rows) => {
      const last = await rows.findOne(RumorStay, { where: { rumorId }, order: { sequence: 'DESC' } });
      const stay = { rumorId, deviceId: rumor.deviceId, unitedIntoId: rumor.unitedIntoId };
      await rows.insert(RumorStay, { ...stay, since: last?.until ?? createdAt, until: now });
      const change = { deviceId, unitedIntoId, version: () => 'version + 1', updatedAt: now };
      await rows.update(Rumor, { id: rumorId }, change);
    });
  }
}

/** The text by which a claim is equal to others, also of a rumor that is one with another. */
const keyOf = (rumor: Rumor): string => claimColumns(claimOf(rumor), rumor.region, rumor.variant).valueKey;

/** The numbers that stand beside a rumor. */
export const numbersOf = (rumor: Rumor): StandingNumbers =>
  Object.fromEntries(NUMBERS.map((member) => [member, rumor[member]])) as unknown as StandingNumbers;
