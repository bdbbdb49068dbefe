import { may, type Actor } from '../../access/actor.js';
import { MarkedText, spansIn } from '../ingest/marked-text.js';
import { sayRead } from '../parts/claim.js';
import type { OutcomeView } from '../views.js';
import { count, sayDay } from '../wording.js';
import { ForeseenEffect } from './foreseen.js';
import { sayDid } from './review-words.js';
import type { DecidedWord } from './review-query.dto.js';

/** An article that waits for its review. */
export interface ArticleProps {
  readonly outcome: OutcomeView;
  /** Null once it is erased. */
  readonly text: string | null;
  readonly actor: Actor;
  readonly did: DecidedWord | undefined;
}

type Candidate = OutcomeView['candidates'][number];

/** An article with what was read in it: each claim is accepted or rejected, then all that is left is written down. */
export function articlePage({ outcome, text, actor, did }: ArticleProps) {
  const { id, title, candidates } = outcome;
  const spans = candidates.map(({ span }) => span);
  const mayDecide = may(actor, 'editor') && outcome.status === 'ready';
  return (
    <>
      <header class="device-head">
        <p class="over">
          <a href="/review">Review</a> · article, {outcome.status === 'ready' ? 'waits' : outcome.status}
        </p>
        <h1>{title}</h1>
        <p class="muted">
          {outcome.published_on === null
            ? 'published on an unknown day'
            : `published on ${sayDay(outcome.published_on)}`}{' '}
          · {count(candidates.length, 'claim')}
        </p>
        {did !== undefined && (
          <p class="notice" role="status">
            {sayDid(did)}
          </p>
        )}
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
          <ol class="proposals">
            {candidates.map((candidate, index) => (
              <CandidateItem {...{ candidate, mayDecide, ingestion: id }} number={index + 1} />
            ))}
          </ol>
          {mayDecide && <Finish id={id} />}
        </section>
      </div>
    </>
  );
}

interface CandidateItemProps {
  readonly candidate: Candidate;
  readonly number: number;
  readonly ingestion: string;
  readonly mayDecide: boolean;
}

function CandidateItem({ candidate, number, ingestion, mayDecide }: CandidateItemProps) {
  const { id, device, stance, certainty, novelty, decision, effect } = candidate;
  return (
    <li class={decision === 'rejected' ? 'proposal rejected' : 'proposal'} id={`p${number}`}>
      <a class="number" href={`#m${number}`} aria-label={`claim ${number}, to its passage`}>
        {number}
      </a>
      <strong>
        {device} · {sayRead(candidate)}
      </strong>
      <span class="muted small">
        <span class={`stance-${stance}`}>{stance}</span> · {certainty} · {novelty} · {decision}
      </span>
      <ForeseenEffect effect={effect} />
      {mayDecide && (
        <form class="decide" method="post" action={`/review/articles/${ingestion}/${id}`}>
          {decision !== 'accepted' && (
            <button name="decision" value="accepted">
              Accept
            </button>
          )}
          {decision !== 'rejected' && (
            <button name="decision" value="rejected">
              Reject
            </button>
          )}
        </form>
      )}
    </li>
  );
}

function Finish({ id }: { id: string }) {
  return (
    <form class="commit" method="post" action={`/review/articles/${id}`}>
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
