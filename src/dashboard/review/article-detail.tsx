import { sayRead } from '../parts/claim.js';
import type { OutcomeView } from '../views.js';
import { count } from '../wording.js';
import { ForeseenEffect } from './foreseen.js';

/** An article that waits: what it claims, in short, and the way to its review. */
export function ArticleDetail({ outcome }: { outcome: OutcomeView }) {
  const shown = outcome.candidates.slice(0, SHOWN);
  return (
    <>
      <ul class="claims">
        {shown.map((candidate) => (
          <li>
            <strong>{candidate.device}</strong> · {sayRead(candidate)} <ForeseenEffect effect={candidate.effect} />
          </li>
        ))}
        {outcome.candidates.length > SHOWN && (
          <li class="muted">and {count(outcome.candidates.length - SHOWN, 'more claim')}</li>
        )}
      </ul>
      <p class="actions">
        <a class="button primary" href={`/review/articles/${outcome.id}`}>
          Read and decide
        </a>
      </p>
    </>
  );
}

const SHOWN = 4;
