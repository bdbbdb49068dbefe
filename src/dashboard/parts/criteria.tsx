import type { RumorView } from '../views.js';
import { Day } from './day.js';

/** What decides a rumor: what counts, where, by whose word, until when. */
export function Criteria({ criteria }: { criteria: RumorView['criteria'] }) {
  if (criteria === null) return null;
  return (
    <section class="criteria">
      <h2>What settles it</h2>
      <dl>
        <dt>What counts</dt>
        <dd>{criteria.counts}</dd>
        <dt>Where</dt>
        <dd>{criteria.region}</dd>
        <dt>Which proof</dt>
        <dd>{criteria.proof}</dd>
        <dt>Until when</dt>
        <dd>{criteria.until === null ? 'There is no last day.' : <Day on={criteria.until} />}</dd>
      </dl>
    </section>
  );
}
