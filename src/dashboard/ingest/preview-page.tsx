import { may, type Actor } from '../../access/actor.js';
import { Statement } from '../parts/statement.js';
import type { OutcomeView } from '../views.js';
import { count, sayDay } from '../wording.js';
import { MarkedText, spansIn } from './marked-text.js';
import { FIELDS, tokenOf, type Paste } from './paste.js';
import { PasteForm } from './paste-form.js';
import { Proposals } from './proposals.js';

/** What an article would do, before anything is stored. */
export interface PreviewProps {
  readonly paste: Paste;
  readonly outcome: OutcomeView;
  readonly actor: Actor;
}

/** The article with what was read in it, what that would change, and the button that does it. */
export function previewPage({ paste, outcome, actor }: PreviewProps) {
  const spans = outcome.candidates.map(({ span }) => span);
  const isKnown = outcome.recognised && outcome.status === 'committed';
  return (
    <>
      <header>
        <p class="over">Preview · nothing is stored</p>
        <h1>{count(outcome.candidates.length, 'claim')} in this article</h1>
        <p class="muted">
          {outcome.published_on === null
            ? 'published on an unknown day'
            : `published on ${sayDay(outcome.published_on)}`}
          {outcome.credits.length > 0 && ` · credits ${outcome.credits.join(', ')}`}
        </p>
        {outcome.published_on === null && (
          <p class="muted small">
            Without that day nobody can tell which year “in July” means, so such claims are left out.{' '}
            <a href="#again">Say when it was published</a>
          </p>
        )}
      </header>
      <div class="reading">
        <section aria-label="The article with its passages">
          {paste.title !== '' && (
            <p class="article-title">
              <MarkedText text={paste.title} spans={spansIn('title', spans)} />
            </p>
          )}
          <div class="article-text">
            <MarkedText text={paste.text} spans={spansIn('text', spans)} />
          </div>
        </section>
        <section aria-label="What it claims">
          <Proposals outcome={outcome} />
          <Statements outcome={outcome} />
          {isKnown ? <AlreadyRead outcome={outcome} /> : <Commit paste={paste} actor={actor} />}
        </section>
      </div>
      <details class="twin again" id="again" open={outcome.published_on === null}>
        <summary>Change the article or its source</summary>
        <PasteForm paste={paste} faults={[]} />
      </details>
    </>
  );
}

function Statements({ outcome }: { outcome: OutcomeView }) {
  if (outcome.statements.length === 0) return null;
  return (
    <section class="read-statements">
      <h3>Said in it</h3>
      {outcome.statements.map((statement) => (
        <Statement statement={statement} mayVerify={false} />
      ))}
    </section>
  );
}

function AlreadyRead({ outcome }: { outcome: OutcomeView }) {
  return (
    <p role="status">
      This article was read before: nothing would be added. <a href={`/ingest/${outcome.id}`}>See what it did</a>
    </p>
  );
}

/** What may be done with it: written down or taken apart by editors, handed in by contributors; visitors are told whose it is. */
function Commit({ paste, actor }: { paste: Paste; actor: Actor }) {
  if (!may(actor, 'contributor')) return <Denied actor={actor} />;
  const isEditor = may(actor, 'editor');
  return (
    <form class="commit" method="post" action={isEditor ? '/ingest/commit' : '/ingest/review'}>
      {FIELDS.map((field) => (
        <input type="hidden" name={field} value={paste[field]} />
      ))}
      <input type="hidden" name="token" value={tokenOf(paste)} />
      <p class="actions">
        <button class="primary">{isEditor ? 'Commit' : 'Hand it in for a review'}</button>
        {isEditor && <button formaction="/ingest/review">Correct it claim by claim</button>}
      </p>
      <p class="muted small">
        {isEditor
          ? 'Commit writes down exactly what is shown here, once, and can be taken back. Claim by claim, it waits until you are done.'
          : 'It waits for an editor: nothing of it counts before one has looked at it.'}
      </p>
    </form>
  );
}

function Denied({ actor }: { actor: Actor }) {
  return (
    <div class="fault denied" role="note">
      <p>
        <strong>Only an editor may commit</strong>, and vouch for a source: it is weighed as unrated here. You look as{' '}
        {actor.keyId === null ? 'a visitor' : actor.role}.
      </p>
      <p>
        <a href="/sign-in?next=/ingest" target="_blank" rel="noopener">
          Sign in with an editor’s key
        </a>{' '}
        (in a new tab, so that this text stays), then preview again.
      </p>
    </div>
  );
}
