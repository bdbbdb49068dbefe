import { addressOf } from '../calibration/asked.js';
import type { TimelineProps } from './timeline-page.js';
import type { TimelineQueryDto } from './timeline-query.dto.js';

/** The way from page to page; nothing where there is only one. */
export function Pages({ query, next }: Pick<TimelineProps, 'query' | 'next'>) {
  if (next === null && !query.after) return null;
  return (
    <nav class="actions pages" aria-label="Pages of the timeline">
      {query.after && (
        <a class="button" href={addressOf('/timeline', { ...query, after: '' })}>
          First page
        </a>
      )}
      {next !== null && (
        <a class="button" rel="next" href={addressOf('/timeline', { ...query, after: next })}>
          More launches
        </a>
      )}
    </nav>
  );
}

/** What stands where no launch is expected. */
export function Nothing({ query }: { query: TimelineQueryDto }) {
  return (
    <section class="empty" role="status">
      <h2>No launch is expected{query.region ? ` in ${query.region}` : ''}</h2>
      <p>
        {query.region ? 'Nobody has spoken of one there. ' : 'Nobody has said when anything launches from today on. '}
        {query.region ? (
          <a class="button" href="/timeline">
            Clear filters
          </a>
        ) : (
          <a class="button" href="/ingest">
            Read an article
          </a>
        )}
      </p>
    </section>
  );
}
