import type { RankedSource } from '../../calibration/source-record.answer.js';
import type { LeaderboardPage } from '../../calibration/leaderboard.answer.js';
import { saySkill, SkillInterval, skillAxisOf } from '../charts/skill-interval.js';
import { Grade } from '../charts/waterfall.js';
import { addressOf } from '../calibration/asked.js';
import { sayScore } from '../parts/scores.js';
import { count } from '../wording.js';
import { arrangeLeaders, sayLeaders } from './leaders.js';
import type { LeaderSort, SourcesPageQueryDto } from './sources-query.dto.js';

/** The leaderboard as the page shows it. */
export interface LeaderboardProps {
  readonly board: Pick<LeaderboardPage, 'unranked' | 'unranked_total' | 'asked'> & {
    readonly data: readonly RankedSource[];
  };
  readonly query: SourcesPageQueryDto;
}

const COLUMNS: readonly (readonly [name: string, sort: LeaderSort | null, isNumber?: boolean])[] = [
  ['Place', null],
  ['Source', 'name'],
  ['Skill over base rates, with its 90 % interval', 'skill'],
  ['Brier', 'brier', true],
  ['n', 'n', true],
  ['Right', null, true],
];

/** The sources by skill with their intervals; who has too little decided is not ranked. */
export function Leaderboard({ board, query }: LeaderboardProps) {
  const axis = skillAxisOf(board.data.map(({ ci90 }) => ci90));
  return (
    <section class="leaders" aria-labelledby="leaders">
      <h2 id="leaders">Whose word holds</h2>
      {board.data.length > 0 && <p class="muted">{sayLeaders(board.data)}</p>}
      {board.data.length === 0 ? (
        <NobodyRanked board={board} query={query} />
      ) : (
        <div class="scroll" role="region" aria-label="Leaderboard" tabindex={0}>
          <table class="plain leader-table">
            <thead>
              <tr>
                {COLUMNS.map(([name, sort, isNumber]) => (
                  <Heading name={name} sort={sort} isNumber={isNumber ?? false} query={query} />
                ))}
              </tr>
            </thead>
            <tbody>
              {arrangeLeaders(board.data, query.sort ?? 'skill').map((row) => (
                <Row row={row} axis={axis} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Unranked board={board} />
    </section>
  );
}

interface HeadingProps {
  readonly name: string;
  readonly sort: LeaderSort | null;
  readonly isNumber: boolean;
  readonly query: SourcesPageQueryDto;
}

function Heading({ name, sort, isNumber, query }: HeadingProps) {
  const style = isNumber ? 'right' : undefined;
  if (sort === null) {
    return (
      <th scope="col" class={style}>
        {name}
      </th>
    );
  }
  const isSorted = (query.sort ?? 'skill') === sort;
  const direction = sort === 'name' || sort === 'brier' ? 'ascending' : 'descending';
  return (
    <th scope="col" class={style} aria-sort={isSorted ? direction : undefined}>
      <a href={addressOf('/sources', { ...query, sort })}>
        {name}
        {isSorted && <span aria-hidden="true"> {direction === 'ascending' ? '↑' : '↓'}</span>}
      </a>
    </th>
  );
}

function Row({ row, axis }: { row: RankedSource; axis: { from: number; until: number } }) {
  const { rank, rank_range: places, source, skill, ci90 } = row;
  const isSure = places.best === places.worst;
  return (
    <tr>
      <td class="num nowrap">
        {rank}
        {!isSure && <small class="muted"> ({`${places.best}–${places.worst}`})</small>}
      </td>
      <th scope="row">
        <a href={`/sources/${source.slug}`}>{source.name}</a> <Grade grade={source.reliability} />
      </th>
      <td class="skill-cell">
        <SkillInterval skill={skill} {...ci90} {...axis} />
        <span class="num small">{saySkill({ skill, ...ci90 })}</span>
      </td>
      <td class="right num">{sayScore(row.brier)}</td>
      <td class="right num">{row.n}</td>
      <td class="right num nowrap">
        {row.right} of {row.claims}
      </td>
    </tr>
  );
}

function NobodyRanked({ board, query }: LeaderboardProps) {
  const isNarrow = Boolean(query.kind || query.from || query.to);
  return (
    <p role="status">
      {board.unranked_total === 0 && isNarrow ? 'No decided claim fits. ' : 'No source is ranked yet: '}
      {board.unranked_total > 0 || !isNarrow
        ? `a place takes ${count(board.asked.min_resolved, 'event')} that decided what a source said. `
        : ''}
      {isNarrow && <a href="/sources">Clear filters</a>}
    </p>
  );
}

function Unranked({ board: { unranked, unranked_total: total, asked } }: Pick<LeaderboardProps, 'board'>) {
  if (total === 0) return null;
  return (
    <details class="twin unranked">
      <summary>
        Not ranked yet (n &lt; {asked.min_resolved}): {count(total, 'source')}
      </summary>
      <ul>
        {unranked.map(({ source, n, claims }) => (
          <li>
            <a href={`/sources/${source.slug}`}>{source.name}</a>{' '}
            <span class="muted small">
              {count(n, 'event')}, {count(claims, 'claim')}
            </span>
          </li>
        ))}
      </ul>
      {total > unranked.length && <p class="muted small">and {total - unranked.length} more</p>}
    </details>
  );
}
