import { Injectable } from '@nestjs/common';
import { DeviceBoard } from '../../devices/device-board.service.js';
import type { LoggedEvent } from '../../events/event-log.service.js';
import { Moments } from '../../events/moments.service.js';
import { EvidenceBoard } from '../../evidence/evidence-board.service.js';
import { lotsOf } from '../../platform/database/sql.js';
import { sayInstant } from '../../platform/instant.js';
import { RumorBoard } from '../../rumors/rumor-board.service.js';
import { sayRumor } from '../../rumors/rumor.view.js';
import type { Happening, ReportName } from './happening.js';

type Names<Name> = ReadonlyMap<string, Name>;

/** Gives events the names of what they are about. */
@Injectable()
export class Happenings {
  constructor(
    private readonly devices: DeviceBoard,
    private readonly rumors: RumorBoard,
    private readonly evidence: EvidenceBoard,
    private readonly moments: Moments,
  ) {}

  /** The events in their order, each with its device and rumor, and with the reports that caused it. */
  async of(events: readonly LoggedEvent[]): Promise<Happening[]> {
    const rumors = await this.rumorsOf(events.flatMap((event) => rumorIn(event) ?? []));
    const devices = await this.devicesOf(events.flatMap((event) => deviceIn(event) ?? []));
    const reports = await this.reportsOf(events.flatMap(linksIn));
    return events.map((event) => ({
      sequence: event.sequence,
      type: event.type,
      at: sayInstant(event.at),
      device: devices.get(deviceIn(event) ?? '') ?? null,
      rumor: rumors.get(rumorIn(event) ?? '') ?? null,
      reports: [...new Set(linksIn(event).flatMap((id) => reports.get(id) ?? []))],
      data: event.data,
    }));
  }

  private async rumorsOf(ids: readonly string[]): Promise<Names<NonNullable<Happening['rumor']>>> {
    const names = new Map<string, NonNullable<Happening['rumor']>>();
    for (const lot of lotsOf([...new Set(ids)])) {
      for (const row of await this.rumors.list({ ids: lot })) names.set(row.id, { id: row.id, text: sayRumor(row) });
    }
    return names;
  }

  private async devicesOf(ids: readonly string[]): Promise<Names<NonNullable<Happening['device']>>> {
    const names = new Map<string, NonNullable<Happening['device']>>();
    for (const lot of lotsOf([...new Set(ids)])) {
      for (const { id, slug, name } of await this.devices.list({ ids: lot })) names.set(id, { slug, name });
    }
    return names;
  }

  /** The reports of some evidence by its id: one object for each report. */
  private async reportsOf(ids: readonly string[]): Promise<Names<ReportName>> {
    const names = new Map<string, ReportName>();
    const reports = new Map<string, ReportName>();
    const moment = await this.moments.now();
    for (const lot of lotsOf([...new Set(ids)])) {
      for (const { id, report_id: reportId, source_name: source, title } of await this.evidence.ofIds(lot, moment)) {
        const report = reports.get(reportId) ?? { id: reportId, source, title };
        reports.set(reportId, report);
        names.set(id, report);
      }
    }
    return names;
  }
}

/** The one rumor that an event is about; null where it is about none, or several. */
function rumorIn({ places }: LoggedEvent): string | null {
  const ids = new Set(places.flatMap(({ rumor_id: id }) => id ?? []));
  return ids.size === 1 ? [...ids][0]! : null;
}

function deviceIn({ places }: LoggedEvent): string | null {
  const ids = new Set(places.flatMap(({ device_id: id }) => id ?? []));
  return ids.size === 1 ? [...ids][0]! : null;
}

/** The evidence that an event comes from. */
function linksIn({ subject, data }: LoggedEvent): string[] {
  const causes = Array.isArray(data['cause']) ? (data['cause'] as unknown[]) : [];
  return [subject, ...causes].filter((id): id is string => typeof id === 'string' && id.startsWith('ev_'));
}
