import { AsOfBanner } from '../parts/as-of.js';
import { TakeAway } from '../parts/take-away.js';
import { count, dayAt, sayDay } from '../wording.js';
import { addressOf, BoardTable } from './board-table.js';
import { BOARD_SORTS, type BoardQueryDto, type BoardSort } from './board-query.dto.js';
import type { BoardRow } from './board-row.js';
import { FirstSteps } from './first-steps.js';
import type { Maker } from '../../devices/device-board.service.js';
import { LIFECYCLES } from '../../devices/device.entity.js';

/** What the board shows. */
export interface BoardProps {
  /** The rows that the query left, in order: of many, those that were last written about. */
  readonly rows: readonly BoardRow[];
  /** How many devices the query left, and how many are followed in all. */
  readonly found: number;
  readonly followed: number;
  /** Behind which device the next page begins; null where there is none. */
  readonly next: string | null;
  /** The companies that can be chosen. */
  readonly makers: readonly Maker[];
  readonly query: BoardQueryDto;
  /** The present, or the past instant as of which one looks, epoch milliseconds. */
  readonly now: number;
}

/** The first page: every device that is followed, with what is most asked of it. */
export function boardPage({ rows, found, followed, next, makers, query, now }: BoardProps) {
  if (followed === 0 && !query.as_of) return <FirstSteps />;
  return (
    <>
      {query.as_of && <AsOfBanner on={query.as_of} back="/" />}
      <header class="board-head">
        <h1>What is said, and how far to believe it</h1>
        <p class="muted">
          {count(followed, 'device')} followed, as of {sayDay(dayAt(now))}
        </p>
        {found > rows.length && (
          <p role="status">
            Shown are {rows.length} of {found} devices, a page at a time: those that were last written about come first.
          </p>
        )}
      </header>
      <Filters makers={makers} query={query} />
      {rows.length === 0 ? <NoResults query={query} /> : <BoardTable rows={rows} query={query} now={now} />}
      <TakeAway scope="all" list="devices" asOf={query.as_of || null} />
      <Pages query={query} next={next} />
    </>
  );
}

function Pages({ query, next }: Pick<BoardProps, 'query' | 'next'>) {
  if (next === null && !query.after) return null;
  return (
    <nav class="actions pages" aria-label="Pages of the board">
      {query.after && (
        <a class="button" href={addressOf({ ...query, after: '' })}>
          First page
        </a>
      )}
      {next !== null && (
        <a class="button" rel="next" href={addressOf({ ...query, after: next })}>
          More devices
        </a>
      )}
    </nav>
  );
}

function Filters({ makers, query }: Pick<BoardProps, 'makers' | 'query'>) {
  return (
    <form class="filters" method="get" action="/" role="search">
      <label>
        <span class="sr">Search</span>
        <input type="search" name="q" value={query.q ?? ''} placeholder="Device or company" maxlength={100} />
      </label>
      <label>
        Company
        <select name="company">
          <option value="">all</option>
          {makers.map(({ slug, name }) => (
            <option value={slug} selected={slug === query.company}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        Status
        <select name="status">
          <option value="">all</option>
          {LIFECYCLES.map((status) => (
            <option value={status} selected={status === query.status}>
              {status}
            </option>
          ))}
        </select>
      </label>
      <label>
        Order
        <select name="sort">
          {BOARD_SORTS.map((sort) => (
            <option value={sort} selected={sort === (query.sort ?? 'moving')}>
              {SORT_NAMES[sort]}
            </option>
          ))}
        </select>
      </label>
      <label>
        As known on
        <input type="date" name="as_of" value={query.as_of ?? ''} />
      </label>
      <button>Show</button>
    </form>
  );
}

const SORT_NAMES: Readonly<Record<BoardSort, string>> = {
  moving: 'moving most',
  likely: 'most likely',
  launch: 'next launch',
  recent: 'last reported',
  name: 'name',
};

function NoResults({ query }: { query: BoardQueryDto }) {
  const filters = [
    query.q && `“${query.q}”`,
    query.company && `company ${query.company}`,
    query.status && `status ${query.status}`,
    query.as_of && `what was known on ${sayDay(query.as_of)}`,
  ].filter(Boolean);
  return (
    <section class="empty" role="status">
      <h2>No device fits</h2>
      <p>Nothing that is followed matches {filters.join(' and ')}.</p>
      <p>
        <a class="button" href="/">
          Clear filters
        </a>
      </p>
    </section>
  );
}
