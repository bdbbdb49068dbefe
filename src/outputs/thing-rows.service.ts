import { Injectable } from '@nestjs/common';
import { DeviceBoard, type DeviceFilter } from '../devices/device-board.service.js';
import { viewDevice } from '../devices/device.view.js';
import type { Moment } from '../events/moments.service.js';
import { RumorBoard, type RumorFilter } from '../rumors/rumor-board.service.js';
import { viewRumor } from '../rumors/rumor.view.js';
import { SourceBoard, type SourceFilter } from '../sources/source-board.service.js';
import { viewSource } from '../sources/source.view.js';

/** Some of the rows of a dataset, by their ids, and what is asked of them. */
export type Some<Filter> = Filter & { readonly ids: readonly string[] };

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));

/** What is followed, as it is shown in lists, by ids. */
@Injectable()
export class ThingRows {
  constructor(
    private readonly devices: DeviceBoard,
    private readonly rumors: RumorBoard,
    private readonly sources: SourceBoard,
  ) {}

  /** Those of the devices that a filter lets through. */
  async ofDevices(some: Some<DeviceFilter>, moment: Moment) {
    return byId(await this.devices.list(some, moment)).map(viewDevice);
  }

  /** Those of the rumors that a filter lets through. */
  async ofRumors(some: Some<RumorFilter>, moment: Moment) {
    return byId(await this.rumors.list(some, moment)).map(viewRumor);
  }

  /** Those of the sources that a filter lets through. */
  async ofSources(some: Some<SourceFilter>, moment: Moment) {
    const window = { sort: { column: 'id', descending: false }, after: null, limit: some.ids.length };
    return (await this.sources.page(some, window, moment)).map(viewSource);
  }
}
