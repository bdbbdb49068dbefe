import { type Static } from 'typebox';
import { SUBJECT_FAMILIES } from '../engine/subjects/index.js';
import {
  day,
  instant,
  list,
  named,
  nullable,
  number,
  object,
  oneOf,
  probability,
  text,
  whole,
} from '../platform/http/answer-shapes.js';
import { HORIZONS } from './forecasts.service.js';

const NOTHING = 'null where nothing was decided.';
const score = (description: string, example: number) =>
  nullable(number(description, example), `${description} ${NOTHING}`);

const Decomposition = named('ScoreDecomposition', 'Brier = miscalibration − discrimination + uncertainty.', {
  miscalibration: number('What is lost because what was said is not how often it happened; 0 is perfect.', 0.011),
  discrimination: number('What is won by telling likely things from unlikely ones.', 0.094),
  uncertainty: number('The score of always saying how often such things happen.', 0.243),
});

const CurveStep = named('CalibrationStep', 'A stretch of what was said within which things happened equally often.', {
  said: probability('What was said on average.', 0.68),
  said_from: probability('The least that was said.', 0.61),
  said_to: probability('The most that was said.', 0.74),
  happened: probability('How often it happened, by isotonic regression.', 0.71),
  n: whole('How many claims.', 24),
});

const BandPoint = named('CalibrationBandPoint', 'Where a perfectly calibrated curve lies nine times in ten.', {
  said: probability('What was said.', 0.68),
  low: probability('The lower bound.', 0.52),
  high: probability('The upper bound.', 0.84),
});

const Bin = named('CalibrationBin', 'How often something was said within a tenth of the scale.', {
  from: probability('The lower end, included.', 0.6),
  to: probability('The upper end, excluded unless it is 1.', 0.7),
  n: whole('How many claims.', 12),
  said: nullable(probability('What was said on average.', 0.66), 'What was said on average; null in an empty bin.'),
  happened: nullable(probability('How often it happened.', 0.7), 'How often it happened; null in an empty bin.'),
});

/** What is told of any calibration: the scores, and the reliability diagram with its band. */
export const DIAGRAM = {
  brier: score('The mean squared error, less is better.', 0.142),
  log_score: score('The mean log loss in nats, clipped at .001, less is better.', 0.443),
  calibration_error: score('How far the bins of the histogram are off on average (ECE).', 0.031),
  decomposition: nullable(Decomposition, `What the Brier score consists of; ${NOTHING}`),
  curve: list(CurveStep, 'The reliability curve (CORP), by its steps.'),
  band: list(BandPoint, 'The 90 % consistency band of the curve.'),
  histogram: list(Bin, 'How often what was said.'),
};

/** What was asked for, as it is told back. */
export const ASKED = {
  kind: nullable(oneOf(SUBJECT_FAMILIES, 'The kind of claim.', 'launch'), 'The kind of claim; null = all.'),
  company: nullable(text('The slug of a company.', 'xiaomi'), 'The company of the devices; null = all.'),
  category: nullable(text('A category of devices.', 'phone'), 'The category of the devices; null = all.'),
  from: nullable(
    day('The first day of decision.', '2026-01-01'),
    'The first day of decision; null = from the beginning.',
  ),
  to: nullable(day('The last day of decision.', '2026-06-30'), 'The last day of decision; null = until now.'),
};

const skill = {
  base_rate: score('Against the base rates of the same claims: 1 is perfect, 0 no better.', 0.42),
  counting_articles: score('Against counting articles, each origin once: 1 is perfect, 0 no better.', 0.27),
};

const PART = {
  n: whole('How many claims.', 41),
  brier: DIAGRAM.brier,
  skill: object('How much better than those who believe less cleverly.', skill),
};
const OwnPart = named('CalibrationPart', 'How right Hearsay was in a part of what it believed.', {
  key: text('The part: a kind of claim, a category or the slug of a company.', 'launch'),
  ...PART,
});
const HorizonPart = named('CalibrationHorizon', 'How right Hearsay was so long before the decision.', {
  horizon: oneOf(HORIZONS, 'How long before.', '30d'),
  ...PART,
});

/** How right Hearsay was. */
export const CalibrationAnswer = named(
  'Calibration',
  'How right Hearsay was: what it believed, as it was stored then.',
  {
    horizon: oneOf(HORIZONS, 'How long before the decision the beliefs were held.', '30d'),
    ...ASKED,
    ...PART,
    reference: object('The Brier scores of those who believe less cleverly, on the same claims.', {
      base_rate: score('Of the base rates.', 0.244),
      counting_articles: score('Of counting articles, each origin once.', 0.195),
    }),
    log_score: DIAGRAM.log_score,
    calibration_error: DIAGRAM.calibration_error,
    decomposition: DIAGRAM.decomposition,
    curve: DIAGRAM.curve,
    band: DIAGRAM.band,
    histogram: DIAGRAM.histogram,
    left_out: object('Claims that are not scored, and why.', {
      window_running: whole('Decided early: the window of days is not over, and their like may still be open.', 3),
      not_assessed: whole('Nothing was believed of them yet at the horizon.', 5),
      undecided: whole('They came out partly or void.', 1),
    }),
    by_horizon: list(HorizonPart, 'The same at each horizon.'),
    by_kind: list(OwnPart, 'By kind of claim, the largest part first.'),
    by_category: list(OwnPart, 'By category of device, the largest part first.'),
    by_company: list(OwnPart, 'By company, the largest part first; 50 at most.'),
    as_of: instant('As of when all of this is read.'),
  },
);
export type CalibrationAnswer = Static<typeof CalibrationAnswer>;
