import { RANKED_FROM, type Part } from '../engine/scoring/index.js';
import { round } from '../devices/device.view.js';
import { sayInstant } from '../platform/instant.js';
import { viewSource, type SourceListRow } from '../sources/source.view.js';
import { tellAsked, type Asked } from './asked.js';
import { viewReport } from './calibration.view.js';
import type { ScoredSource, SourceCalibration } from './source-records.service.js';
import { type LeaderboardPage } from './leaderboard.answer.js';
import type { AskedBoard, Leaderboard, RankedSource } from './leaderboards.service.js';
import { type RankedSource as RankedAnswer, type SourceCalibrationAnswer } from './source-record.answer.js';

function viewScoredSource(row: SourceListRow) {
  const { id, slug, name, kind, grade, vetted, reliability, reply } = viewSource(row);
  return { id, slug, name, kind, grade, vetted, reliability, reply };
}

function viewCounts({ credits, claims, right, accuracy }: Part) {
  const { mean, low, high } = accuracy;
  return {
    n: Math.round(credits),
    claims,
    right,
    accuracy: { mean: round(mean), low: round(low), high: round(high) },
  };
}

const viewInterval = ({ low, high }: { low: number; high: number }) => ({ low: round(low), high: round(high) });

/** How right a source was, as it is shown. */
export function viewSourceCalibration(
  { source, record, report }: SourceCalibration,
  asked: Asked,
  at: number,
): SourceCalibrationAnswer {
  const { skill, families, leads } = record;
  return {
    source: viewScoredSource(source),
    ...tellAsked(asked),
    ...viewCounts(record),
    skill: skill && round(skill.skill),
    ci90: skill && viewInterval(skill),
    early_calls: source.early_call_count,
    ...viewReport(report),
    by_kind: families.filter(({ claims }) => claims > 0).map((part) => ({ kind: part.family, ...viewCounts(part) })),
    by_lead: leads.map((part) => ({ lead: part.lead, ...viewCounts(part) })),
    as_of: sayInstant(at),
  };
}

/** A source on the leaderboard, as it is shown. */
export function viewRanked({ source, record, standing, skill }: RankedSource): RankedAnswer {
  const { rank, best, worst, group } = standing;
  return {
    rank,
    rank_range: { best, worst },
    group,
    source: viewScoredSource(source),
    skill: round(skill.skill),
    ci90: viewInterval(skill),
    brier: round(record.brier ?? 0),
    ...viewCounts(record),
  };
}

/** A source that is not ranked yet, as it is shown. */
function viewUnranked({ source, record }: ScoredSource) {
  return { source: viewScoredSource(source), n: Math.round(record.credits), claims: record.claims };
}

/** A page of the leaderboard, with what holds for all of its pages. */
export function viewLeaderboard(
  page: Pick<LeaderboardPage, 'as_of'> & {
    readonly data: readonly object[];
    readonly page: Omit<LeaderboardPage['page'], 'total'>;
  },
  board: Leaderboard,
  asked: AskedBoard,
) {
  return {
    ...page,
    page: { ...page.page, total: board.ranked.length },
    asked: { ...tellAsked(asked), min_resolved: asked.min_resolved ?? RANKED_FROM },
    unranked: board.unranked.map(viewUnranked),
    unranked_total: board.unrankedTotal,
  };
}
