import { addressOf } from '../calibration/asked.js';
import { entriesOf } from './acts.js';
import { LEAST_MOVES, type ActivityQueryDto } from './activity-query.dto.js';
import { EntryLine } from './entry-line.js';
import type { Happening } from './happening.js';
import { KINDS_OF_NEWS, streamOf, type KindOfNews } from './news.js';

/** What the page of news shows. */
export interface ActivityProps {
  /** The newest first. */
  readonly happenings: readonly Happening[];
  /** The place of the last event in the log, from which on the page hears of more. */
  readonly last: number;
  readonly query: ActivityQueryDto;
}

const NAMES: Readonly<Record<KindOfNews, string>> = {
  numbers: 'numbers that moved',
  reports: 'reports',
  words: 'statements',
  outcomes: 'outcomes',
  things: 'devices and rumors',
};

/** What changed, the newest first. A script adds what is new, once one asks for it. */
export function activityPage({ happenings, last, query }: ActivityProps) {
  const { what, min } = query;
  return (
    <>
      <header class="board-head">
        <h1>What changed</h1>
        <p class="muted">
          The newest first, 200 events at most; what one article did is one line that unfolds. New lines are added only
          when you ask for them.
        </p>
      </header>
      <Filters query={query} />
      <p class="muted" id="activity-anew" hidden>
        Some news were missed while nobody listened, and the log holds them no more: the list was read anew.
      </p>
      <ol
        class="activity"
        id="activity"
        data-stream={streamOf(what, min)}
        data-more={addressOf('/activity', { what, min })}
        data-last={last}
      >
        {entriesOf(happenings).map((entry) => (
          <EntryLine entry={entry} />
        ))}
      </ol>
      {happenings.length === 0 && <Nothing isNarrow={Boolean(what) || Number(min) > 0} />}
    </>
  );
}

function Filters({ query }: { query: ActivityQueryDto }) {
  return (
    <form class="filters" method="get" action="/activity">
      <label>
        Only
        <select name="what">
          <option value="">everything</option>
          {KINDS_OF_NEWS.map((kind) => (
            <option value={kind} selected={kind === query.what}>
              {NAMES[kind]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Moves of at least
        <select name="min">
          {LEAST_MOVES.map((least) => (
            <option value={least} selected={least === query.min}>
              {least === '0' ? 'any size' : `${least} pp`}
            </option>
          ))}
        </select>
      </label>
      <button>Show</button>
    </form>
  );
}

function Nothing({ isNarrow }: { isNarrow: boolean }) {
  return (
    <section class="empty" id="no-activity" role="status">
      <h2>{isNarrow ? 'Nothing of that kind happened' : 'Nothing has happened yet'}</h2>
      <p>
        <a class="button" href={isNarrow ? '/activity' : '/ingest'}>
          {isNarrow ? 'Clear filters' : 'Read an article'}
        </a>
      </p>
    </section>
  );
}
