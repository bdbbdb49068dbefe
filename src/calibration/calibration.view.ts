import { round } from '../devices/device.view.js';
import { sayInstant } from '../platform/instant.js';
import { tellAsked, type Asked } from './asked.js';
import { type CalibrationAnswer } from './calibration.answer.js';
import type { CalibrationReport } from './calibration-report.js';
import type { Horizon, OwnForecasts } from './forecasts.service.js';
import type { NamedPart, OwnPart } from './own-record.js';

/** The record of Hearsay as it was read. */
export interface OwnCalibration {
  readonly horizon: Horizon;
  readonly asked: Asked;
  readonly read: OwnForecasts;
  readonly report: CalibrationReport;
  readonly whole: OwnPart;
  readonly byHorizon: readonly (OwnPart & { readonly horizon: Horizon })[];
  readonly byKind: readonly NamedPart[];
  readonly byCategory: readonly NamedPart[];
  readonly byCompany: readonly NamedPart[];
  /** As of when it was read, epoch milliseconds. */
  readonly at: number;
}

/** A score with four decimals; null where nothing was decided. */
export const roundOrNull = (score: number | null): number | null => (score === null ? null : round(score));

/** The scores and the reliability diagram, as they are shown. */
export function viewReport({ decomposition, ...report }: CalibrationReport) {
  return {
    brier: roundOrNull(report.brier),
    log_score: roundOrNull(report.logScore),
    calibration_error: roundOrNull(report.calibrationError),
    decomposition: decomposition && {
      miscalibration: round(decomposition.miscalibration),
      discrimination: round(decomposition.discrimination),
      uncertainty: round(decomposition.uncertainty),
    },
    curve: report.curve.map(({ said, from, to, happened, count }) => ({
      ...{ said: round(said), said_from: round(from), said_to: round(to) },
      ...{ happened: round(happened), n: count },
    })),
    band: report.band.map(({ said, low, high }) => ({ said: round(said), low: round(low), high: round(high) })),
    histogram: report.histogram.map(({ from, to, count, said, happened }) => ({
      ...{ from, to, n: count },
      ...{ said: roundOrNull(said), happened: roundOrNull(happened) },
    })),
  };
}

function viewPart({ n, brier, overBase, overCounted }: OwnPart) {
  const skill = { base_rate: roundOrNull(overBase), counting_articles: roundOrNull(overCounted) };
  return { n, brier: roundOrNull(brier), skill };
}

const viewNamed = ({ key, ...part }: NamedPart) => ({ key, ...viewPart(part) });

/** How right Hearsay was, as it is shown. */
export function viewCalibration(own: OwnCalibration): CalibrationAnswer {
  const { horizon, asked, read, report, whole, at } = own;
  return {
    horizon,
    ...tellAsked(asked),
    ...viewReport(report),
    ...viewPart(whole),
    reference: { base_rate: roundOrNull(whole.baseBrier), counting_articles: roundOrNull(whole.countedBrier) },
    left_out: {
      window_running: read.windowRunning,
      not_assessed: read.notAssessed,
      undecided: read.undecided,
    },
    by_horizon: own.byHorizon.map(({ horizon: each, ...part }) => ({ horizon: each, ...viewPart(part) })),
    by_kind: own.byKind.map(viewNamed),
    by_category: own.byCategory.map(viewNamed),
    by_company: own.byCompany.map(viewNamed),
    as_of: sayInstant(at),
  };
}
