import { may, type Actor } from '../../access/actor.js';
import { Once } from '../forms/field.js';
import { STILL } from '../parts/change.js';
import { Moment } from '../parts/day.js';
import type { OutcomeView } from '../views.js';
import { count } from '../wording.js';
import { Proposals } from './proposals.js';

/** Whether what an article says counts, or was taken back; `nothing` where none of it is left to be taken back. */
export type ArticleStanding = 'counts' | 'taken-back' | 'nothing';

interface ResultProps {
  readonly outcome: OutcomeView;
  readonly actor: Actor;
  readonly standing: ArticleStanding;
}

/** What a committed article changed, with the way to each device that it speaks of, and the way back. */
export function resultPage({ outcome, actor, standing }: ResultProps) {
  const moved = outcome.effects.filter(
    ({ before, after }) => before === null || Math.abs(after - before) >= STILL,
  ).length;
  return (
    <>
      <header>
        <p class="over">
          Written down
          {outcome.committed_at !== null && (
            <>
              {' '}
              on <Moment at={outcome.committed_at} />
            </>
          )}
          {standing === 'taken-back' && ', then taken back'}
        </p>
        <h1>{outcome.title}</h1>
        <p class="device-facts" role="status">
          {standing === 'taken-back'
            ? 'Taken back: none of its claims counts, and the likelihoods are as if it had not been read.'
            : `${count(outcome.candidates.length, 'claim')} linked, ${moved === 0 ? 'no number' : count(moved, 'number')} changed.`}
        </p>
        <div class="actions">
          {outcome.devices.map((device) => (
            <a class="button primary" href={`/devices/${device.slug}`}>
              To {device.name}
            </a>
          ))}
          <a class="button" href="/ingest?text=">
            Read another
          </a>
          {may(actor, 'editor') && <Undo id={outcome.id} standing={standing} />}
        </div>
      </header>
      <div class="reading">
        <section aria-label="What it claims">
          <Proposals outcome={outcome} />
        </section>
      </div>
    </>
  );
}

function Undo({ id, standing }: { id: string; standing: ArticleStanding }) {
  if (standing === 'nothing') return null;
  const [act, words] = standing === 'counts' ? ['take-back', 'Take it back'] : ['put-back', 'Put it back'];
  return (
    <form method="post" action={`/ingest/${id}/${act}`}>
      <Once />
      <button>{words}</button>
    </form>
  );
}

/** An article that waits for its review. */
export function waitingPage(outcome: OutcomeView) {
  return (
    <section class="empty">
      <h1>{outcome.title}</h1>
      <p class="lede">
        This article waits for its review: {count(outcome.candidates.length, 'claim')}, none of which counts yet.
      </p>
      <p>
        <a class="button" href={`/review/articles/${outcome.id}`}>
          To its review
        </a>
      </p>
    </section>
  );
}
