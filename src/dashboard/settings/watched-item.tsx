import type { SubscriptionAnswer } from '../../subscriptions/subscription.answer.js';
import { Once, Seen } from '../forms/field.js';
import { Instant } from '../parts/day.js';
import { SafeLink } from '../parts/safe-link.js';
import { count } from '../wording.js';
import { durationsWith, INTERVALS, sayEvery } from './durations.js';
import { Fact } from './fact.js';
import { Removal } from './settings-frame.js';

/** Something that is watched, with the version that is looked at. */
export interface Watched extends SubscriptionAnswer {
  readonly version: number;
}

const STATES: Readonly<Record<Watched['status'], string>> = {
  active: 'watched',
  paused: 'paused',
  gone: 'gone: its host says that it is there no more',
};

const KINDS: Readonly<Record<NonNullable<Watched['kind']>, string>> = {
  rss: 'RSS',
  atom: 'Atom',
  jsonfeed: 'JSON Feed',
  page: 'a page',
};

/** One feed or page: how it fares, and what can be done with it. */
export function WatchedItem({ watched, refused }: { watched: Watched; refused: string | null }) {
  const { id, title, url, status, last_error: error, failures } = watched;
  const isTroubled = error !== null && failures > 0;
  return (
    <li class="kept" id={id}>
      <div class="kept-head">
        <h2>{title ?? new URL(url).host}</h2>
        <span class={`state ${isTroubled && status === 'active' ? 'state-trouble' : `state-${status}`}`}>
          {isTroubled && status === 'active' ? 'in trouble' : STATES[status]}
        </span>
      </div>
      <p class="muted small kept-where">
        <SafeLink to={url}>{url}</SafeLink>
      </p>
      <Facts watched={watched} />
      {isTroubled && (
        <p class="trouble">
          {failures === 1 ? 'The last look failed' : `The last ${failures} looks failed`}: {error.detail}
        </p>
      )}
      {refused !== null && (
        <p class="fault" role="alert">
          {refused}
        </p>
      )}
      <Acts watched={watched} />
    </li>
  );
}

function Facts({ watched }: { watched: Watched }) {
  const { kind, source, interval, counts, next_poll_at: next, last_poll_at: last, auto_commit: commits } = watched;
  return (
    <dl class="kept-facts">
      <Fact name="Next look">{next === null ? 'none' : <Instant at={next} short />}</Fact>
      <Fact name="Last look">{last === null ? 'not yet' : <Instant at={last} short />}</Fact>
      <Fact name="Pace">{sayEvery(interval)}</Fact>
      <Fact name="What it is">
        {kind === null ? 'not found out yet' : KINDS[kind]}
        {source !== null && `, by ${source}`}
      </Fact>
      <Fact name="Came of it">
        {count(counts.proposed, 'article')} of {counts.items === 1 ? '1 entry' : `${counts.items} entries`} in{' '}
        {count(counts.polls, 'look')}
      </Fact>
      <Fact name="What is read">{commits ? 'is written down at once' : 'waits for a review'}</Fact>
    </dl>
  );
}

function Acts({ watched }: { watched: Watched }) {
  const { id, version, status, title, url } = watched;
  const name = title ?? url;
  const path = `/settings/subscriptions/${id}`;
  return (
    <div class="kept-acts">
      {status === 'active' && (
        <form method="post" action={`${path}/poll`}>
          <Once />
          <button aria-label={`Look now: ${name}`}>Look now</button>
        </form>
      )}
      <form method="post" action={path}>
        <Once />
        <Seen version={version} />
        <input type="hidden" name="status" value={status === 'active' ? 'paused' : 'active'} />
        <button aria-label={`${status === 'active' ? 'Pause' : 'Resume'} ${name}`}>
          {status === 'active' ? 'Pause' : 'Resume'}
        </button>
      </form>
      <Change watched={watched} path={path} name={name} />
      <Removal name={name} what="Remove" action={`${path}/remove`}>
        <Once />
        <Seen version={version} />
        <p class="small">Its entries are forgotten. What was read in them stays.</p>
      </Removal>
    </div>
  );
}

function Change({ watched, path, name }: { watched: Watched; path: string; name: string }) {
  const { id, version, interval, auto_commit: commits } = watched;
  return (
    <details class="removal">
      <summary aria-label={`Change … ${name}`}>Change …</summary>
      <form method="post" action={path}>
        <Once />
        <Seen version={version} />
        <label for={`${id}-interval`}>Look every</label>
        <select id={`${id}-interval`} name="interval">
          {durationsWith(INTERVALS, interval).map(([value, text]) => (
            <option value={value} selected={value === interval}>
              {text}
            </option>
          ))}
        </select>
        <label for={`${id}-commit`}>What is read</label>
        <select id={`${id}-commit`} name="auto_commit">
          <option value="no" selected={!commits}>
            waits for a review
          </option>
          <option value="yes" selected={commits}>
            is written down at once
          </option>
        </select>
        <button>Save</button>
      </form>
    </details>
  );
}
