import { may, type Actor } from '../../access/actor.js';
import { MarkedText, spansIn } from '../ingest/marked-text.js';
import { Once } from '../forms/field.js';
import type { FormState } from '../forms/form-faults.js';
import type { OutcomeView } from '../views.js';
import { count, sayDay } from '../wording.js';
import { CandidateItem } from './candidate-item.js';
import { sayDid } from './review-words.js';
import type { DecidedWord } from './review-query.dto.js';

/** An article that waits for its review. */
export interface ArticleProps {
  readonly outcome: OutcomeView;
  /** Null once it is erased. */
  readonly text: string | null;
  readonly actor: Actor;
  readonly did: DecidedWord | undefined;
  /** What was refused of a claim, with what was typed; null where nothing was. */
  readonly refused: { readonly candidate: string; readonly state: FormState } | null;
}

/** An article with what was read in it: each claim is accepted or rejected, then all that is left is written down. */
export function articlePage({ outcome, text, actor, did, refused }: ArticleProps) {
  const { id, title, candidates } = outcome;
  const spans = candidates.map(({ span }) => span);
  const devices = [...new Set(candidates.map(({ device }) => device))];
  const mayDecide = may(actor, 'editor') && outcome.status === 'ready';
  return (
    <>
      <header class="device-head">
        <p class="over">
          <a href="/review">Review</a> · article, {outcome.status === 'ready' ? 'waits' : outcome.status}
        </p>
        <h1>
          <MarkedText text={title} spans={spansIn('title', spans)} />
        </h1>
        <p class="muted">
          {outcome.published_on === null
            ? 'published on an unknown day'
            : `published on ${sayDay(outcome.published_on)}`}{' '}
          · {count(candidates.length, 'claim')}
        </p>
        <p class="notice" id="claims-news" role="status" hidden={did === undefined}>
          {did !== undefined && sayDid(did)}
        </p>
      </header>
      <div class="reading">
        <section aria-label="The article with its passages">
          {text === null ? (
            <p class="muted">Its text is erased: what was read in it is kept.</p>
          ) : (
            <div class="article-text">
              <MarkedText text={text} spans={spansIn('text', spans)} />
            </div>
          )}
        </section>
        <section aria-label="What it claims">
          <ol class="proposals" id="claims">
            {candidates.map((candidate, index) => (
              <CandidateItem
                {...{ candidate, mayDecide, devices, ingestion: id }}
                number={index + 1}
                refused={refused?.candidate === candidate.id ? refused.state : null}
              />
            ))}
          </ol>
          {mayDecide && <Finish id={id} />}
        </section>
      </div>
    </>
  );
}

function Finish({ id }: { id: string }) {
  return (
    <form class="commit" method="post" action={`/review/articles/${id}`} id="finish">
      <Once />
      <p class="actions">
        <button class="primary" name="decision" value="accepted">
          Write down what is not rejected
        </button>
        <button name="decision" value="rejected">
          Throw the article away
        </button>
      </p>
    </form>
  );
}
