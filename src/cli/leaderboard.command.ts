import { viewRanked } from '../calibration/source-record.view.js';
import { Leaderboards, type AskedBoard } from '../calibration/leaderboards.service.js';
import { Moments } from '../events/moments.service.js';
import type { Context } from './context.js';
import { table } from './table.js';
import { count } from './wording.js';

const COLUMNS = [
  { heading: 'Rank', right: true },
  { heading: 'Source' },
  { heading: 'Reliability' },
  { heading: 'Skill', right: true },
  { heading: '90 %' },
  { heading: 'Brier', right: true },
  { heading: 'Events', right: true },
];

/** What can be asked of the leaderboard at the command line. */
export interface LeaderboardOptions extends AskedBoard {
  readonly asOf?: number;
}

/** Ranks the sources by skill, and says who cannot be told apart. */
export async function showLeaderboard({ asOf, ...asked }: LeaderboardOptions, context: Context): Promise<void> {
  const [moments, boards] = [await context.get(Moments), await context.get(Leaderboards)];
  const board = await moments.read(asOf, (moment) => boards.of(asked, moment));
  const data = board.ranked.map(viewRanked);
  const cells = ({ rank, rank_range: { best, worst }, source, skill, ci90, brier, n }: (typeof data)[number]) => [
    best === worst ? String(rank) : `${rank} (${best}–${worst})`,
    source.name,
    source.reliability ?? 'unrated',
    skill.toFixed(2),
    `${ci90.low.toFixed(2)} … ${ci90.high.toFixed(2)}`,
    brier.toFixed(3),
    String(n),
  ];
  context.screen.answer({ data, unranked_total: board.unrankedTotal }, () =>
    data.length === 0 ? [] : table(COLUMNS, data.map(cells)),
  );
  if (data.length === 0) context.screen.note('No source has enough behind it to be ranked.');
  if (board.unrankedTotal > 0) context.screen.note(`Not ranked yet: ${count(board.unrankedTotal, 'source')}.`);
}
