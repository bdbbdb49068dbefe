import type { Learning, Reports } from '../learning/index.js';

/** The source at the root of the tree in which a source copies. */
function rootOf(copies: ReadonlyMap<string, string>, source: string): string {
  let root = source;
  for (let next = copies.get(root); next !== undefined; next = copies.get(root)) root = next;
  return root;
}

/**
 * How well the pairs of sources that copy are found: the average precision of all pairs, the most suspect first, where a pair
 * is right if both go back to one source. Pairs that are equally suspect share their places; null where nobody copies.
 */
export function copyPrecision(
  { sources }: Reports,
  { pairs, copying }: Learning,
  copies: ReadonlyMap<string, string>,
): number | null {
  const roots = sources.map((source) => rootOf(copies, source));
  const suspicion = new Map<number, number>();
  copying.forEach((posterior, pair) =>
    suspicion.set(pairs.first[pair]! * sources.length + pairs.second[pair]!, posterior),
  );
  const groups = new Map<number, { n: number; right: number }>();
  for (let first = 0; first < sources.length; first += 1) {
    for (let second = first + 1; second < sources.length; second += 1) {
      const posterior = suspicion.get(first * sources.length + second) ?? 0;
      const group = groups.get(posterior) ?? { n: 0, right: 0 };
      const isRight = roots[first] === roots[second];
      groups.set(posterior, { n: group.n + 1, right: group.right + Number(isRight) });
    }
  }
  return averagePrecision([...groups].sort(([a], [b]) => b - a).map(([, group]) => group));
}

/** Σ over the groups of the precision down to their end, weighted by the right ones in them. */
function averagePrecision(groups: readonly { readonly n: number; readonly right: number }[]): number | null {
  let [seen, found, sum] = [0, 0, 0];
  for (const { n, right } of groups) {
    seen += n;
    found += right;
    sum += (right * found) / seen;
  }
  return found === 0 ? null : sum / found;
}
