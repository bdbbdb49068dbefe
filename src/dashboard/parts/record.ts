import type { CalibrationAnswer } from '../../calibration/calibration.answer.js';
import { count } from '../wording.js';

/** From how many decided claims on a record is more than an anecdote; below, it is said that nothing follows from it. */
export const ENOUGH = 10;

/** What a reliability diagram is drawn from. */
export type Diagram = Pick<
  CalibrationAnswer,
  'brier' | 'log_score' | 'calibration_error' | 'decomposition' | 'curve' | 'band' | 'histogram'
>;

const mean = (bins: Diagram['histogram'], of: 'said' | 'happened'): number => {
  const n = bins.reduce((sum, bin) => sum + bin.n, 0);
  return bins.reduce((sum, bin) => sum + bin.n * (bin[of] ?? 0), 0) / n;
};

/**
 * How many of the claims lie on steps of the curve that leave the band, 0..1: more than chance explains. The band is
 * read at its point nearest to what the step says on average.
 */
export function shareOutside({ curve, band }: Pick<Diagram, 'curve' | 'band'>): number {
  const all = curve.reduce((sum, { n }) => sum + n, 0);
  const outside = curve.filter((step) => {
    const [nearest] = band.toSorted((a, b) => Math.abs(a.said - step.said) - Math.abs(b.said - step.said));
    return nearest !== undefined && (step.happened < nearest.low || step.happened > nearest.high);
  });
  return all === 0 ? 0 : outside.reduce((sum, { n }) => sum + n, 0) / all;
}

/** A share that has happened, in whole per cent: unlike what is believed, it may be 0 or 100. */
export const whole = (share: number): string => `${Math.round(share * 100)}\u00a0%`;

/** What a record shows, in a sentence: how far what was said is from what happened, and whether chance explains it. */
export function findingOf(diagram: Diagram, n: number): string {
  const decided = count(n, 'decided claim');
  if (n === 0) return 'Nothing is decided yet, so nobody can say how right it is.';
  const said = whole(mean(diagram.histogram, 'said'));
  const happened = whole(mean(diagram.histogram, 'happened'));
  const average = `On ${decided}, ${said} was said on average and ${happened} came true`;
  if (n < ENOUGH) return `${average}: too few to judge by.`;
  const outside = shareOutside(diagram);
  return outside === 0
    ? `${average}; the curve keeps within what chance explains.`
    : `${average}; for ${whole(outside)} of them the curve leaves what chance explains.`;
}
