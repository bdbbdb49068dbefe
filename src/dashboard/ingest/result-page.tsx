import type { OutcomeView } from '../views.js';
import { count } from '../wording.js';
import { Moment } from '../parts/day.js';
import { Proposals } from './proposals.js';

/** What a committed article changed, with the way to each device that it speaks of. */
export function resultPage(outcome: OutcomeView) {
  const moved = outcome.effects.length;
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
        </p>
        <h1>{outcome.title}</h1>
        <p class="device-facts" role="status">
          {count(outcome.candidates.length, 'claim')} linked, {count(moved, 'number')} changed.
        </p>
        <p class="actions">
          {outcome.devices.map((device) => (
            <a class="button primary" href={`/devices/${device.slug}`}>
              To {device.name}
            </a>
          ))}
          <a class="button" href="/ingest">
            Read another
          </a>
        </p>
      </header>
      <div class="reading">
        <section>
          <Proposals outcome={outcome} />
        </section>
      </div>
    </>
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
    </section>
  );
}
