import { Injectable } from '@nestjs/common';
import { LaunchWindows } from '../../assessments/launch-windows.service.js';
import { DEVICE_SORTS, DeviceBoard } from '../../devices/device-board.service.js';
import { viewDevice, type DeviceRow } from '../../devices/device.view.js';
import { Moments, type Moment } from '../../events/moments.service.js';
import { viewRumor } from '../../rumors/rumor.view.js';
import { positionIn, positionOf } from '../parts/position.js';
import { dayAt } from '../wording.js';
import { officialOf, wideOf, type Expected } from './expected.js';
import type { TimelineProps } from './timeline-page.js';
import type { TimelineQueryDto } from './timeline-query.dto.js';

/** How many launches a page of the timeline shows. */
const MOST = 100;
const DOTS = 50;

/** Puts the timeline together: every device of which somebody says that it will launch. */
@Injectable()
export class TimelineReader {
  constructor(
    private readonly devices: DeviceBoard,
    private readonly launches: LaunchWindows,
    private readonly moments: Moments,
  ) {}

  /** The launches that are expected from a day on; of many, those of the devices that were last written about. */
  read(query: TimelineQueryDto, now: number): Promise<TimelineProps> {
    return this.moments.read(null, async (moment) => {
      const place = query.region ? { region: query.region } : {};
      const filter = { launchFrom: dayAt(now), ...place };
      const window = { sort: DEVICE_SORTS['-last_report_at'], after: positionIn(query.after), limit: MOST };
      const read = await this.devices.page(filter, window, moment);
      const devices = read.slice(0, MOST);
      const next = read.length > MOST ? positionOf(devices.at(-1)) : null;
      const rows: Expected[] = [];
      const regions = new Set<string>(query.region ? [query.region] : []);
      for (const device of devices) {
        const { expected, spoken } = await this.expected(device, place, moment);
        for (const region of spoken) if (region !== null) regions.add(region);
        if (expected !== null) rows.push(expected);
      }
      const isWhole = next === null && !query.after;
      const found = isWhole ? devices.length : await this.devices.count(filter, moment);
      return { rows, found, next, regions: [...regions].sort(), query, now };
    });
  }

  private async expected(row: DeviceRow, place: { region?: string }, moment: Moment) {
    const {
      region,
      regions: spoken,
      window,
      rumors,
    } = await this.launches.of(row.id, { ...place, dots: DOTS }, moment);
    if (window === null) return { expected: null, spoken };
    const { p25, p50, p75 } = window.quantiles;
    const expected: Expected = {
      device: viewDevice(row),
      region,
      median: p50,
      wide: wideOf(window.dots),
      narrow: { from: p25, to: p75 },
      horizonOn: window.horizonOn,
      notByHorizon: window.notByHorizon,
      official: officialOf(rumors.map(viewRumor)),
    };
    return { expected, spoken };
  }
}
