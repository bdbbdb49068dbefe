import { type CalibrationAnswer } from '../calibration/calibration.answer.js';
import { viewCalibration } from '../calibration/calibration.view.js';
import type { Horizon } from '../calibration/forecasts.service.js';
import { OwnCalibrations } from '../calibration/own-calibration.service.js';
import type { Asked } from '../calibration/asked.js';
import { Moments } from '../events/moments.service.js';
import type { Context } from './context.js';
import { table } from './table.js';
import { count } from './wording.js';

/** What can be asked of the record at the command line. */
export interface CalibrationOptions extends Asked {
  readonly horizon?: Horizon;
  readonly asOf?: number;
}

const CURVE = [{ heading: 'Said' }, { heading: 'Happened', right: true }, { heading: 'Claims', right: true }];
const HORIZONS = [
  { heading: 'Ahead' },
  { heading: 'Claims', right: true },
  { heading: 'Brier', right: true },
  { heading: 'Skill over base rates', right: true },
  { heading: 'over counting articles', right: true },
];

const figure = (score: number | null): string => (score === null ? '–' : score.toFixed(3));

/** Shows how right Hearsay was: what it believed beside what happened. */
export async function showCalibration(options: CalibrationOptions, context: Context): Promise<void> {
  const { asOf, horizon = 'any', ...asked } = options;
  const [moments, own] = [await context.get(Moments), await context.get(OwnCalibrations)];
  const shown = viewCalibration(await moments.read(asOf, (moment) => own.of(horizon, asked, moment)));
  context.screen.answer(shown, () => (shown.n === 0 ? [] : linesOf(shown)));
  if (shown.n === 0) context.screen.note('Nothing that was believed before is decided yet.');
}

function linesOf({ horizon, n, curve, by_horizon: horizons, decomposition: parts, left_out: left }: CalibrationAnswer) {
  const ahead = horizon === 'any' ? 'last before the day' : `${horizon} ahead`;
  return [
    `${count(n, 'claim')}, as believed ${ahead}`,
    ...table(
      HORIZONS,
      horizons.map(({ horizon: each, n: claims, brier, skill }) => [
        ...[each, String(claims), figure(brier), figure(skill.base_rate), figure(skill.counting_articles)],
      ]),
    ),
    '',
    ...table(
      CURVE,
      curve.map(({ said_from: from, said_to: to, happened, n: claims }) => [
        ...[`${from.toFixed(2)} … ${to.toFixed(2)}`, happened.toFixed(2), String(claims)],
      ]),
    ),
    ...(parts === null
      ? []
      : [
          `miscalibration ${figure(parts.miscalibration)} · discrimination ${figure(parts.discrimination)} · uncertainty ${figure(parts.uncertainty)}`,
        ]),
    `left out: ${left.window_running} with a running window, ${left.not_assessed} not assessed, ${left.undecided} undecided`,
  ];
}
