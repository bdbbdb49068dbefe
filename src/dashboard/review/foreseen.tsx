import { Change } from '../parts/change.js';
import type { OutcomeView } from '../views.js';
import { percent } from '../wording.js';

/** What the writing down of a claim would do to its rumor; nothing where nobody has worked that out. */
export function ForeseenEffect({ effect }: { effect: OutcomeView['candidates'][number]['effect'] }) {
  if (effect === null) return null;
  if (effect.before === null) {
    return (
      <span class="effect muted">
        would start at <strong>{percent(effect.after)}</strong>
      </span>
    );
  }
  return (
    <span class="effect muted">
      {percent(effect.before)} → <strong>{percent(effect.after)}</strong>{' '}
      <Change by={effect.after - effect.before} since="by this article" />
    </span>
  );
}
