import type { StepView } from '../views.js';

/** How many steps a waterfall draws one by one; of more, only the largest. */
const MOST_DRAWN = 10;

/** Small reports that follow one another, drawn as one step. */
export interface StepGroup {
  readonly kind: 'group';
  readonly reports: number;
  /** What they add together, in percentage points, and what that makes, 0..1. */
  readonly points: number;
  readonly running: number;
}

const size = ({ log_odds_delta: delta }: StepView): number => Math.abs(delta);

/**
 * The steps as they are drawn, in their order: beyond ten, the reports that move least are put together where they follow
 * one another. Nothing is left out: the last running number is the same.
 */
export function drawnSteps(steps: readonly StepView[]): (StepView | StepGroup)[] {
  if (steps.length <= MOST_DRAWN) return [...steps];
  const others = steps.filter(({ kind }) => kind !== 'report').length;
  const reports = steps.filter(({ kind }) => kind === 'report').sort((a, b) => size(b) - size(a));
  const small = new Set(reports.slice(Math.max(0, MOST_DRAWN - others)));
  const drawn: (StepView | StepGroup)[] = [];
  for (const step of steps) {
    const before = drawn.at(-1);
    const grows = small.has(step) && before?.kind === 'group';
    if (grows) drawn.pop();
    drawn.push(small.has(step) ? grown(grows ? before : null, step) : step);
  }
  return drawn;
}

const grown = (group: StepGroup | null, { points, running }: StepView): StepGroup => ({
  kind: 'group',
  reports: (group?.reports ?? 0) + 1,
  points: (group?.points ?? 0) + points,
  running,
});
