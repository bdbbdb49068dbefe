import { Injectable } from '@nestjs/common';
import type { Moment } from '../events/moments.service.js';
import { Named } from '../evidence/named.service.js';
import { filterOf, type Asked } from './asked.js';
import { reportOn } from './calibration-report.js';
import type { OwnCalibration } from './calibration.view.js';
import type { DecidedFilter } from './decided.js';
import { Forecasts, HORIZONS, type Horizon } from './forecasts.service.js';
import { ownForecasts, ownPartOf, partsBy, type OwnPart } from './own-record.js';

/** How right Hearsay itself was. */
@Injectable()
export class OwnCalibrations {
  constructor(
    private readonly forecasts: Forecasts,
    private readonly named: Named,
  ) {}

  /**
   * The record at a horizon, and its scores at the others beside it.
   *
   * @throws Fault as `filterOf`
   */
  async of(horizon: Horizon, asked: Asked, moment: Moment): Promise<OwnCalibration> {
    const filter = await filterOf(asked, this.named, moment);
    const read = await this.forecasts.of(horizon, filter, moment);
    const { forecasts } = read;
    return {
      horizon,
      asked,
      read,
      report: reportOn(ownForecasts(forecasts)),
      whole: ownPartOf(forecasts),
      byHorizon: await this.byHorizon(filter, moment),
      byKind: partsBy(forecasts, ({ decided }) => decided.subject.family),
      byCategory: partsBy(forecasts, ({ decided }) => decided.category),
      byCompany: partsBy(forecasts, ({ decided }) => decided.companySlug),
      at: moment.at,
    };
  }

  private async byHorizon(filter: DecidedFilter, moment: Moment): Promise<(OwnPart & { horizon: Horizon })[]> {
    const parts: (OwnPart & { horizon: Horizon })[] = [];
    for (const horizon of HORIZONS) {
      const { forecasts } = await this.forecasts.of(horizon, filter, moment);
      parts.push({ horizon, ...ownPartOf(forecasts) });
    }
    return parts;
  }
}
