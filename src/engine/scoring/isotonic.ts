/** A value that is to be fitted, and how much it counts. */
export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** Neighbours that were pooled: they share their weighted mean. */
interface Pool {
  sum: number;
  weight: number;
  length: number;
}

/**
 * The non-decreasing sequence that is nearest to the values in weighted squares, by pooling adjacent violators: each
 * value starts a pool, and a pool that lies below its left neighbour is united with it. One pass, O(n).
 * Ayer et al. (1955), Ann. Math. Statist. 26; de Leeuw, Hornik and Mair (2009), J. Statist. Software 32(5).
 */
export function isotonicFit(values: readonly Weighted[]): number[] {
  const pools: Pool[] = [];
  for (const { value, weight } of values) {
    let last: Pool = { sum: value * weight, weight, length: 1 };
    for (let left = pools.at(-1); left && meanOf(left) >= meanOf(last); left = pools.at(-1)) {
      last = { sum: left.sum + last.sum, weight: left.weight + last.weight, length: left.length + last.length };
      pools.pop();
    }
    pools.push(last);
  }
  return pools.flatMap((pool) => new Array<number>(pool.length).fill(meanOf(pool)));
}

const meanOf = ({ sum, weight }: Pool): number => sum / weight;
