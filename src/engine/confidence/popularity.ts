import type { Plan } from './plan.js';

/** e · ln e, 0 where nothing is said: the terms of pop. */
export const entropy = (e: number): number => (e > 0 ? e * Math.log(e) : 0);

/**
 * pop for each piece: with e_u the support of every value u that the piece rules out and E their sum,
 * Σ e_u ln e_u − E ln E ≤ 0. The more different values are supported, the less any one of them is worth.
 *
 * @param support e of each of the plan's answers; those in one place are one value
 */
export function popularityOf(plan: Plan, support: readonly number[]): number[] {
  const values = support.map(() => 0);
  plan.places.forEach((place, index) => (values[place]! += support[index]!));
  const total = values.reduce((sum, e) => sum + e, 0);
  const terms = values.reduce((sum, e) => sum + entropy(e), 0);
  const own = plan.pieces.map(() => ({ e: 0, terms: 0 }));
  values.forEach((e, index) => {
    const [first, last] = plan.reaches[index]!;
    for (let piece = first; e > 0 && piece <= last; piece += 1) {
      own[piece]!.e += e;
      own[piece]!.terms += entropy(e);
    }
  });
  return own.map(({ e, terms: mine }) => Math.min(0, terms - mine - entropy(Math.max(0, total - e))));
}
