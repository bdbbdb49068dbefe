import type { Horizon, OwnForecast } from '../calibration/forecasts.service.js';
import { HORIZONS } from '../calibration/forecasts.service.js';
import { ownForecasts, ownPartOf } from '../calibration/own-record.js';
import { Replays } from '../calibration/replays.service.js';
import { MODEL_VERSION } from '../engine/confidence/index.js';
import { logScore } from '../engine/scoring/index.js';
import { ToldStory, type ToldArticle } from '../engine/trials/index.js';
import { Moments } from '../events/moments.service.js';
import { Fault } from '../platform/fault.js';
import type { Context } from './context.js';
import { readArticles, readAsked, type Asked } from './story-files.js';
import { table } from './table.js';
import { count } from './wording.js';

/** What `hearsay backtest` is told. */
export interface BacktestOptions {
  readonly claims?: string;
  readonly asks?: string;
  readonly sybilGuard?: boolean;
}

/** What a claim that came out partly counts as. */
const WORTH: Readonly<Record<string, number>> = { true: 1, partly: 0.5, false: 0 };

const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(4)));
const shown = (value: number | null): string => (value === null ? '–' : value.toFixed(4));

/** Looks back with the present model: at the stored history, or at stories of a file; nothing is stored. */
export async function backtest(options: BacktestOptions, context: Context): Promise<void> {
  if (options.claims === undefined) return replayHistory(context);
  if (options.asks === undefined) {
    throw new Fault(
      'invalid',
      'missing-claims',
      'What is to be asked of these stories? Name the file (--asks <file>).',
    );
  }
  await tellStories(options.claims, options.asks, options.sybilGuard === true, context);
}

async function replayHistory(context: Context): Promise<void> {
  const { screen } = context;
  const [moments, replays] = [await context.get(Moments), await context.get(Replays)];
  const moment = await moments.now();
  const parts: { horizon: Horizon; forecasts: OwnForecast[] }[] = [];
  for (const horizon of HORIZONS) parts.push({ horizon, forecasts: await replays.forecasts(horizon, moment) });
  const rows = parts.map(({ horizon, forecasts }) => ({
    horizon,
    ...ownPartOf(forecasts),
    logScore: forecasts.length === 0 ? null : logScore(ownForecasts(forecasts)),
  }));
  const answer = {
    reconstructed: true,
    model_version: MODEL_VERSION,
    by_horizon: rows.map((row) => ({
      horizon: row.horizon,
      n: row.n,
      brier: rounded(row.brier),
      log_score: rounded(row.logScore),
      base_rate_brier: rounded(row.baseBrier),
      counted_brier: rounded(row.countedBrier),
      skill_over_base_rate: rounded(row.overBase),
      skill_over_counting: rounded(row.overCounted),
    })),
  };
  const headings = ['claims', 'Brier', 'log score', 'skill over base rates', 'over counting articles'];
  const columns = [{ heading: 'ahead' }, ...headings.map((heading) => ({ heading, right: true }))];
  const lines = rows.map(({ horizon, n, brier, logScore: log, overBase, overCounted }) => [
    horizon === 'any' ? 'last day' : horizon,
    ...[String(n), shown(brier), shown(log), shown(overBase), shown(overCounted)],
  ]);
  screen.answer(answer, () => [
    ...table(columns, lines),
    '',
    `reconstructed with model ${MODEL_VERSION}: what it would have said, from what was published by then`,
  ]);
  if (rows.every(({ n }) => n === 0)) screen.note('Nothing that was spoken of before is decided yet.');
}

/** A claim that was asked for, and what three readers believe of it. */
interface Answered {
  readonly asked: Asked;
  readonly confidence: number;
  readonly baseRate: number;
  readonly counted: number;
}

function answersTo(asked: readonly Asked[], articles: readonly ToldArticle[], isEstablished: boolean): Answered[] {
  const stories = new Map(
    [...new Set(asked.map(({ story }) => story))].map((story) => [
      story,
      new ToldStory(
        articles.filter((article) => article.story === story),
        isEstablished,
      ),
    ]),
  );
  return asked.map((claim) => {
    const { confidence, baseRate, counted } = stories.get(claim.story)!.belief(claim);
    return { asked: claim, confidence: confidence?.probability ?? baseRate, baseRate, counted };
  });
}

async function tellStories(claims: string, asks: string, sybilGuard: boolean, { screen }: Context): Promise<void> {
  const [articles, asked] = [await readArticles(claims), await readAsked(asks)];
  const answers = answersTo(asked, articles, !sybilGuard);
  for (const {
    asked: { story, claim },
    confidence,
  } of answers) {
    screen.line(JSON.stringify({ story, claim, confidence: rounded(confidence) }));
  }
  const judged = answers.filter(({ asked: { outcome } }) => outcome !== null && outcome in WORTH);
  if (judged.length === 0) return;
  const brier = (of: (answer: Answered) => number): string => {
    const errors = judged.map((answer) => (of(answer) - WORTH[answer.asked.outcome!]!) ** 2);
    return (errors.reduce((sum, error) => sum + error, 0) / judged.length).toFixed(4);
  };
  screen.note(
    `${count(judged.length, 'claim')} with an outcome: Brier ${brier(({ confidence }) => confidence)}, ` +
      `base rates ${brier(({ baseRate }) => baseRate)}, counting articles ${brier(({ counted }) => counted)}; ` +
      `every publisher taken as ${sybilGuard ? 'unproven' : 'established'}`,
  );
}
