import { Fault } from '../platform/fault.js';
import type { SearchType } from '../platform/database/found.js';
import { Clock } from '../platform/clock.js';
import { SearchBuild } from '../search/search-build.service.js';
import { Search } from '../search/search.service.js';
import { viewHit } from '../search/search.view.js';
import type { Context } from './context.js';
import { table } from './table.js';
import { count } from './wording.js';

/** What `hearsay search` is told. */
export interface SearchOptions {
  readonly type?: SearchType;
  readonly rebuild?: boolean;
}

/** How many of the best are shown. */
const MOST_SHOWN = 50;

/** Shows what has all of the words, the best first; before that it looks everything through again where that is wanted. */
export async function search(words: string, { type, rebuild = false }: SearchOptions, context: Context): Promise<void> {
  if (rebuild) await build(context);
  if (words === '' && rebuild) return;
  if (words.length < 2) throw new Fault('malformed', 'invalid-parameter', 'Search for two letters or more.');
  const [service, clock] = [await context.get(Search), await context.get(Clock)];
  const types = type === undefined ? undefined : [type];
  const found = await service.find({ words, types, skip: 0, limit: MOST_SHOWN, now: clock.now() });
  const hits = found.hits.map((hit) => viewHit(hit, found.terms));
  const { total, isTotalALowerBound } = found;
  context.screen.answer({ data: hits, total, total_is_lower_bound: isTotalALowerBound }, () =>
    hits.length === 0
      ? []
      : table(
          [{ heading: 'What' }, { heading: 'Title' }, { heading: 'Id' }],
          hits.map((hit) => [hit.type, hit.title, hit.id]),
        ),
  );
  context.screen.note(
    hits.length === 0 ? 'Nothing was found.' : `${isTotalALowerBound ? 'more than ' : ''}${count(total, 'hit')}`,
  );
}

async function build(context: Context): Promise<void> {
  const { screen } = context;
  const service = await context.get(SearchBuild);
  await service.reset();
  await service.run((done, total) => void screen.progress('search', done, total));
  screen.note('Everything was looked through again.');
}
