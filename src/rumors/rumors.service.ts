import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { Device } from '../devices/device.entity.js';
import { Devices } from '../devices/devices.service.js';
import { Journal } from '../events/journal.service.js';
import { whereabouts } from '../events/whereabouts.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { execute } from '../platform/database/execute.js';
import { isOneOf, lotsOf, sql } from '../platform/database/sql.js';
import { Fault, Moved } from '../platform/fault.js';
import { namedAt } from '../platform/named-at.js';
import { claimColumns, claimOf } from './claim.js';
import { HAS_CAUSES, withCause } from './due-marks.service.js';
import type { OpenRumorDto } from './rumor.dto.js';
import { assertPlausible } from './plausible.js';
import { newRumor } from './new-rumor.js';
import { countLinks, sharesOfDevices, type CountedLink, type DeviceShare } from './rumor-tallies.js';
import { Rumor, type Cause } from './rumor.entity.js';

/** A rumor, and whether this act opened it. */
export interface EnsuredRumor {
  readonly rumor: Rumor;
  readonly opened: boolean;
}

/** Checkable claims about devices, each once, with the numbers that were last found for it. */
@Injectable()
export class Rumors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly devices: Devices,
  ) {}

  /**
   * Starts to follow a claim; a device carries each claim once.
   *
   * @throws Fault invalid `unknown-subject` or `invalid-value`, conflict `duplicate-rumor`
   */
  async open(act: OpenRumorDto, actor: Actor): Promise<Rumor> {
    assertPlausible(claimOf(act).value);
    const { rumor, opened } = await this.ensure(act, actor);
    if (opened) return rumor;
    throw new Fault('conflict', 'duplicate-rumor', `This claim is already followed as ${rumor.id}.`);
  }

  /** The rumor of that claim; it is opened where it is not followed yet. Refuses as `open` does. */
  ensure(act: OpenRumorDto, actor: Actor): Promise<EnsuredRumor> {
    claimOf(act);
    return this.database.transaction(async () => {
      const device = await namedAt('#/device', () => this.devices.current(act.device));
      return this.ensureAbout(device, act, actor);
    });
  }

  /** The same about a device that is there. */
  ensureAbout(
    device: Pick<Device, 'id' | 'slug'>,
    act: Omit<OpenRumorDto, 'device'>,
    actor: Actor,
  ): Promise<EnsuredRumor> {
    const columns = claimColumns(claimOf(act), act.region ?? null, act.variant ?? null);
    return this.database.transaction(async (rows) => {
      const { question, valueKey } = columns;
      const known = await rows.findOneBy(Rumor, { deviceId: device.id, question, valueKey });
      if (known) return { rumor: known, opened: false };
      const rumor = rows.create(Rumor, { ...newRumor(device.id, act.subject, this.clock.now()), ...columns });
      await rows.insert(Rumor, rumor);
      await this.devices.countRumor(device.id);
      const after = { device: device.slug, subject: rumor.subject, value: rumor.value, region: rumor.region };
      await this.journal.record(actor, { action: 'open', thing: rumor.id, after, event: 'rumor.created' });
      return { rumor, opened: true };
    });
  }

  /** @throws Fault not found `unknown-rumor`, gone `removed-device`; Moved where it is one with another rumor now */
  async get(id: string): Promise<Rumor> {
    const rumor = await this.database.rows.findOneBy(Rumor, { id });
    if (rumor && ['open', 'lapsed'].includes(rumor.status)) return rumor; // what is hidden is withdrawn or resolved
    const moment = { at: this.clock.now(), isNow: true };
    const elsewhere = rumor && (await whereabouts(this.database, 'rumor', id, moment));
    if (rumor && !elsewhere) return rumor;
    throw elsewhere ?? new Fault('not_found', 'unknown-rumor', `There is no rumor ${id}.`);
  }

  /** The same, also by the id of a rumor that is one with it now. */
  async current(id: string): Promise<Rumor> {
    try {
      return await this.get(id);
    } catch (error) {
      if (error instanceof Moved) return this.get(error.present);
      throw error;
    }
  }

  /** Asks for rumors to be weighed again, in the transaction of the act that changed what is known about them. */
  markDue(rumorIds: readonly string[], cause: Cause): Promise<void> {
    return this.database.transaction(async (rows) => {
      for (const lot of lotsOf(rumorIds)) {
        await execute(
          rows,
          sql`update rumors set due_at = coalesce(due_at, ${this.clock.now()}), due_causes = ${withCause(cause)}
            where ${isOneOf(sql`id`, lot)} and not ${HAS_CAUSES}`,
        );
      }
    });
  }

  /** The rumor, and its device counted as changed: what is said about it is about to change. */
  touch(id: string): Promise<Rumor> {
    return this.database.transaction(async () => {
      const rumor = await this.get(id);
      await this.devices.touch(rumor.deviceId);
      return rumor;
    });
  }

  /**
   * Counts a report that was linked to the rumor, published at that moment.
   *
   * @param isNewToDevice whether it is the report's first link to any rumor about the device
   */
  countReport(rumor: Rumor, publishedAt: number, isNewToDevice: boolean): Promise<void> {
    return this.database.transaction(async (rows) => {
      const lastReportAt = Math.max(rumor.lastReportAt ?? 0, publishedAt);
      await rows.update(
        Rumor,
        { id: rumor.id },
        { reportCount: rumor.reportCount + 1, lastReportAt, updatedAt: this.clock.now() },
      );
      if (isNewToDevice) await this.devices.countReport(rumor.deviceId, publishedAt);
    });
  }

  /**
   * Counts new links of one report, published at that moment, each to another rumor, and asks for these to be weighed
   * again; the report counts with their devices but for those that it has spoken of before. Within an act.
   */
  async countLinks(links: readonly CountedLink[], spoken: ReadonlySet<string>): Promise<void> {
    for (const lot of lotsOf(links)) await execute(this.database.rows, countLinks(lot, this.clock.now()));
    const { text, values } = sharesOfDevices(links.map(({ rumorId }) => rumorId));
    const [publishedAt = 0] = links.map((link) => link.publishedAt);
    for (const { device_id: id, rumors } of await this.database.read<DeviceShare>(text, values)) {
      await this.devices.countLinks(id, rumors, spoken.has(id) ? null : publishedAt);
    }
  }

  /** Counts one linked report less. */
  uncountReport(rumorId: string): Promise<void> {
    return this.database.transaction(async (rows) => {
      const updatedAt = this.clock.now();
      await rows.update(Rumor, { id: rumorId }, { reportCount: () => 'report_count - 1', updatedAt });
    });
  }

  /** Finds anew how likely devices exist, and keeps it beside them. */
  refreshHeadlines(deviceIds: readonly string[]): Promise<void> {
    return this.devices.refreshHeadlines(deviceIds);
  }
}
