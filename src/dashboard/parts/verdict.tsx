import type { RumorView } from '../views.js';
import { Day } from './day.js';

const VERDICTS = {
  true: ['✓', 'came true'],
  false: ['✗', 'did not come true'],
  partly: ['≈', 'partly came true'],
  void: ['∅', 'cannot be decided any more'],
} as const;

/** What a claim came to, in words that go on after it. */
export const sayOutcome = (outcome: keyof typeof VERDICTS): string => VERDICTS[outcome][1];

/** What a rumor came to, in words; that its window is over without a verdict; nothing while it is open. */
export function Verdict({ rumor }: { rumor: Pick<RumorView, 'status' | 'resolution'> }) {
  if (rumor.resolution) {
    const [sign, text] = VERDICTS[rumor.resolution.outcome];
    return (
      <span class="tag tag-done">
        <span aria-hidden="true">{sign} </span>
        {text}
        {rumor.resolution.happened_on !== null && (
          <>
            , <Day on={rumor.resolution.happened_on} />
          </>
        )}
      </span>
    );
  }
  if (rumor.status === 'lapsed') return <span class="tag">window over, outcome not recorded</span>;
  return rumor.status === 'open' ? null : <span class="tag">{rumor.status}</span>;
}
