import { Change } from '../parts/change.js';
import { percent } from '../wording.js';
import type { OutcomeView } from '../views.js';

/** How an article moves a rumor: from one likelihood to another, in points; a new one has only where it begins. */
export function EffectOf({ effect }: { effect: OutcomeView['effects'][number] | undefined }) {
  if (!effect) return <span class="effect muted">no effect on the number</span>;
  if (effect.before === null) {
    return (
      <span class="effect">
        starts at <strong>{percent(effect.after)}</strong>
      </span>
    );
  }
  return (
    <span class="effect">
      {percent(effect.before)} → <strong>{percent(effect.after)}</strong>{' '}
      <Change by={effect.after - effect.before} since="by this article" />
    </span>
  );
}
