import type { Actor } from '../../access/actor.js';
import { GRADES, SOURCE_KINDS } from '../../engine/subjects/index.js';
import { Choice, FormTrouble, Line, Once, typedIn } from '../forms/field.js';
import type { FormState } from '../forms/form-faults.js';
import { words } from '../wording.js';
import { durationsWith, INTERVALS } from './durations.js';
import type { DoneWord } from './done.js';
import { SettingsFrame } from './settings-frame.js';
import { WatchedItem, type Watched } from './watched-item.js';

const PATH = '/settings/subscriptions';

/** What the page of what is watched shows. */
export interface SubscriptionsProps {
  readonly actor: Actor;
  readonly did: DoneWord | undefined;
  /** The newest first. */
  readonly watched: readonly Watched[];
  /** The id behind which the next part begins; null where none follows. */
  readonly next: string | null;
  /** The form for another one. */
  readonly adding: FormState;
  /** What was refused of one that is watched already. */
  readonly refused: { readonly id: string; readonly message: string } | null;
}

/** What is watched, how each of it fares, and a form for more. */
export function subscriptionsPage({ actor, did, watched, next, adding, refused }: SubscriptionsProps) {
  return (
    <SettingsFrame actor={actor} at={PATH} title="Subscriptions" did={did}>
      <p class="lede muted">
        Feeds and pages that are watched, politely and each at its own pace. Every new article is read and waits for a
        review, unless you say otherwise.
      </p>
      {watched.length === 0 ? (
        <p role="status">
          Nothing is watched yet. Add the first feed below: its articles are in the queue within a minute.
        </p>
      ) : (
        <ul class="kept-list">
          {watched.map((each) => (
            <WatchedItem watched={each} refused={refused?.id === each.id ? refused.message : null} />
          ))}
        </ul>
      )}
      {next !== null && (
        <p>
          <a class="button" href={`${PATH}?after=${next}`}>
            Older ones
          </a>
        </p>
      )}
      <WatchForm state={adding} />
    </SettingsFrame>
  );
}

function WatchForm({ state }: { state: FormState }) {
  const form = 'watch';
  return (
    <section class="panel" aria-labelledby="add-watch">
      <h2 id="add-watch">Watch a feed or a page</h2>
      <form class="form" method="post" action={PATH}>
        <Once />
        <FormTrouble state={state} />
        <Line
          {...{ state, form }}
          name="url"
          label="Address"
          inputmode="url"
          placeholder="https://"
          required
          maxlength={2000}
        />
        <div class="fields">
          <Choice
            {...{ state, form }}
            name="interval"
            label="Look every"
            value="PT1H"
            options={durationsWith(INTERVALS)}
          />
          <Line
            {...{ state, form }}
            name="source_name"
            label="Source"
            hint="else the host of each entry"
            maxlength={200}
          />
          <Choice {...{ state, form }} name="source_kind" label="Kind of source" value="outlet" options={KINDS} />
          <Choice {...{ state, form }} name="source_grade" label="Do you vouch for it?" value="C" options={VOUCHED} />
        </div>
        <label class="tick">
          <input type="checkbox" name="auto_commit" value="yes" checked={typedIn(state, 'auto_commit') === 'yes'} />
          <span>Write down what is read without a review</span>
        </label>
        <p class="actions">
          <button class="primary">Watch it</button>
        </p>
      </form>
    </section>
  );
}

const KINDS = SOURCE_KINDS.map((kind) => [kind, words(kind)] as const);
const VOUCHED = [...GRADES.map((grade) => [grade, `yes, grade ${grade}`] as const), ['', 'no, unrated'] as const];
