import { likely } from '../devices/device.view.js';
import { sayInstant } from '../platform/instant.js';
import type { Cause } from '../rumors/rumor.entity.js';
import { type HistoryPointAnswer } from './explanation.answer.js';
import type { PointRow } from './explanations.service.js';
import type { HistoryPoint } from './history.js';

/** What an assessment was made for. */
export const causesOf = ({ causes }: Pick<PointRow, 'causes'>): Cause[] => JSON.parse(causes) as Cause[];

/** A point of a history as it is shown. */
export const viewPoint = ({ assessment: row, causes }: HistoryPoint): HistoryPointAnswer => ({
  at: sayInstant(row.at),
  value: likely(row.probability),
  low: likely(row.low),
  high: likely(row.high),
  reports: row.report_count,
  origins: row.origin_count,
  cause: causes,
  model_version: row.model_version,
  reconstructed: Boolean(row.is_reconstructed),
});

/** An assessment as it is shown in a history, with what caused it. */
export const viewAssessment = (assessment: PointRow): HistoryPointAnswer =>
  viewPoint({ assessment, causes: causesOf(assessment) });
