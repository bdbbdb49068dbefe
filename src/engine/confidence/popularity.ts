import { reachesOf } from './pieces.js';
import type { Span } from './spans.js';

const entropy = (e: number): number => (e > 0 ? e * Math.log(e) : 0);

/**
 * pop for each piece: with e_u the support of every value u that the piece rules out and E their sum,
 * Σ e_u ln e_u − E ln E ≤ 0. The more different values are supported, the less any one of them is worth.
 */
export function popularityOf(spans: readonly Span[], weights: readonly number[], pieces: readonly Span[]): number[] {
  const places = new Map<string, { readonly index: number; e: number }>();
  spans.forEach((span, index) => {
    const key = `${span.from} ${span.to}`;
    const place = places.get(key) ?? { index, e: 0 };
    place.e += weights[index]!;
    places.set(key, place);
  });
  const values = [...places.values()];
  const reaches = reachesOf(spans, pieces);
  const total = values.reduce((sum, { e }) => sum + e, 0);
  const terms = values.reduce((sum, { e }) => sum + entropy(e), 0);
  const own = pieces.map(() => ({ e: 0, terms: 0 }));
  for (const { index, e } of values) {
    for (let piece = reaches[index]![0]; piece <= reaches[index]![1]; piece += 1) {
      own[piece]!.e += e;
      own[piece]!.terms += entropy(e);
    }
  }
  return own.map(({ e, terms: mine }) => Math.min(0, terms - mine - entropy(Math.max(0, total - e))));
}
