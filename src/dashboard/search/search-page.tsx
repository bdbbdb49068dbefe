import { SEARCH_TYPES, type SearchType } from '../../platform/database/found.js';
import type { HitView } from '../views.js';
import { capital, count } from '../wording.js';

/** What was searched for, and what was found. */
export interface SearchPageProps {
  readonly words: string;
  readonly type: SearchType | '';
  /** Whether there was enough to search for. */
  readonly isAsked: boolean;
  /** The best, at most as many as a page shows. */
  readonly hits: readonly HitView[];
  readonly total: number;
  readonly isLowerBound: boolean;
}

const KINDS: Readonly<Record<SearchType, string>> = {
  device: 'device',
  company: 'company',
  source: 'source',
  rumor: 'rumor',
  report: 'report',
};

/** The page of the search: a field, and beneath it what has all of its words, the best first. */
export function searchPage(props: SearchPageProps) {
  return (
    <>
      <header class="board-head">
        <h1>{props.words === '' ? 'Search' : `“${props.words}”`}</h1>
        <p class="muted" role="status">
          {sumOf(props)}
        </p>
      </header>
      <Field {...props} />
      {props.hits.length > 0 && (
        <ol class="hits">
          {props.hits.map((hit) => (
            <Hit hit={hit} />
          ))}
        </ol>
      )}
      {props.isAsked && props.hits.length === 0 && <Nothing {...props} />}
    </>
  );
}

function sumOf({ words, isAsked, hits, total, isLowerBound }: SearchPageProps): string {
  if (!isAsked)
    return words === '' ? 'Devices, rumors, sources, companies and reports.' : 'Two letters or more, please.';
  const number = isLowerBound ? `more than ${total} hits` : count(total, 'hit');
  return hits.length < total ? `${capital(number)}, the best ${hits.length} of them.` : `${capital(number)}.`;
}

function Field({ words, type }: SearchPageProps) {
  return (
    <form class="filters" method="get" action="/search">
      <label>
        <span class="sr">Search for</span>
        <input type="search" name="q" value={words} placeholder="Anything" minlength={2} maxlength={200} />
      </label>
      <label>
        Only
        <select name="type">
          <option value="">everything</option>
          {SEARCH_TYPES.toReversed().map((each) => (
            <option value={each} selected={each === type}>
              {KINDS[each]}
            </option>
          ))}
        </select>
      </label>
      <button>Search</button>
    </form>
  );
}

function Hit({ hit: { type, title, title_matches: matches, snippet, html_url: address } }: { hit: HitView }) {
  return (
    <li>
      <p class="over">{capital(KINDS[type])}</p>
      <a class="hit" href={address}>
        <Marked text={title} matches={matches} />
      </a>
      {snippet !== null && (
        <p class="muted small">
          <Marked {...snippet} />
        </p>
      )}
    </li>
  );
}

/** A text with what answers in it marked; whatever the text holds, it is shown as text. */
function Marked({ text, matches }: { text: string; matches: HitView['title_matches'] }) {
  const starts = [0, ...matches.map(({ end }) => end)];
  return (
    <>
      {matches.map(({ start, end }, index) => (
        <>
          {text.slice(starts[index], start)}
          <mark>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(starts.at(-1))}
    </>
  );
}

function Nothing({ words, type }: SearchPageProps) {
  return (
    <p>
      Nothing has all of these words. The last may be unfinished; the others must be whole.{' '}
      {type !== '' && <a href={`/search?q=${encodeURIComponent(words)}`}>Search everything.</a>}
    </p>
  );
}
